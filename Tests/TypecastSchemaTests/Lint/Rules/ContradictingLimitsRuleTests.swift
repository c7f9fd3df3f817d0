import Testing
import TypecastSchema

@Suite("Limits that leave nothing between them are reported")
struct ContradictingLimitsRuleTests {
  @Test("Numbers, exactly as written")
  func numbers() {
    expect(
      .contradictingLimits, at: #"{"minimum": ➤5, "maximum": 3}"#,
      #""minimum" is more than "maximum", which is 3: no number fits"#)
    expect(
      .contradictingLimits, at: #"{"maximum": 1e2, "minimum": ➤100.0000000000000000000001}"#,
      #""minimum" is more than "maximum", which is 1e2: no number fits"#)
    expect(
      .contradictingLimits, at: #"{"exclusiveMinimum": ➤3, "maximum": 3}"#,
      #""exclusiveMinimum" leaves nothing below "maximum", which is 3: no number fits"#)
    expect(
      .contradictingLimits, at: #"{"exclusiveMinimum": ➤3, "exclusiveMaximum": 3.0}"#,
      #""exclusiveMinimum" leaves nothing below "exclusiveMaximum", which is 3.0: no number fits"#)
    expectNothing(of: .contradictingLimits, in: #"{"minimum": 3, "maximum": 3.0}"#)
  }

  @Test("In draft 4 a flag makes a limit exclusive")
  func flags() {
    expect(
      .contradictingLimits, at: #"{"minimum": ➤3, "maximum": 3, "exclusiveMaximum": true}"#,
      #""minimum" leaves nothing below "maximum", which is 3: no number fits"#, draft: .draft4)
    expectNothing(
      of: .contradictingLimits, in: #"{"minimum": 3, "maximum": 3, "exclusiveMaximum": false}"#, draft: .draft4)
  }

  @Test("Lengths and counts")
  func counts() {
    for (lower, upper) in [("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")] {
      expect(
        .contradictingLimits, at: "{\"\(lower)\": ➤3, \"\(upper)\": 2}",
        "\"\(lower)\" is more than \"\(upper)\", which is 2: nothing fits")
      expectNothing(of: .contradictingLimits, in: "{\"\(lower)\": 2, \"\(upper)\": 2}")
    }
    expect(
      .contradictingLimits, at: #"{"contains": {}, "minContains": ➤3, "maxContains": 2}"#,
      #""minContains" is more than "maxContains", which is 2: nothing fits"#)
  }

  @Test("Limits of different keywords on the same count")
  func combined() {
    expect(
      .contradictingLimits,
      at: #"{"type": "object", "properties": {"a": {}, "b": {}}, "required": ➤["a", "b"], "maxProperties": 1}"#,
      #""required" names 2 properties, "maxProperties" allows 1: no object fits"#)
    expect(
      .contradictingLimits, at: #"{"contains": {}, "minContains": ➤3, "maxItems": 2}"#,
      #""minContains" is more than "maxItems", which is 2: no array fits"#)
    expect(
      .contradictingLimits, at: #"{"contains": {}, "maxItems": ➤0}"#,
      #""maxItems" is 0, but "contains" demands an element: no array fits"#)
    expectNothing(of: .contradictingLimits, in: #"{"contains": {}, "minContains": 0, "maxItems": 0}"#)
  }

  @Test("A keyword that its edition does not know, or that a reference outdoes, limits nothing")
  func inactive() {
    expectNothing(
      of: .contradictingLimits, in: #"{"contains": {}, "minContains": 3, "maxContains": 2}"#, draft: .draft7)
    expectNothing(
      of: .contradictingLimits,
      in: ##"{"$ref": "#/definitions/a", "minimum": 2, "maximum": 1, "definitions": {"a": {}}}"##,
      draft: .draft7)
  }
}
