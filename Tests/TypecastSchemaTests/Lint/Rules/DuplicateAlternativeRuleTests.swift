import Testing
import TypecastSchema

@Suite("A schema that stands twice in a list of alternatives is reported")
struct DuplicateAlternativeRuleTests {
  @Test("At its second place; in oneOf it is fatal")
  func duplicates() {
    expect(
      .duplicateAlternative, at: #"{"oneOf": [{"type": "string"}, {"type": "null"}, ➤{"type": "string"}]}"#,
      #"this schema is in "oneOf" already, at index 0, so what fits it is refused"#)
    expect(
      .duplicateAlternative, at: #"{"anyOf": [true, ➤true], "allOf": [{"minimum": 1}, ➤{"minimum": 1.0}]}"#,
      #"this schema is in "anyOf" already, at index 0"#, #"this schema is in "allOf" already, at index 0"#)
  }

  @Test("Schemas that differ are not reported")
  func different() {
    expectNothing(
      of: .duplicateAlternative,
      in: #"{"oneOf": [{"type": "string"}, {"type": "string", "title": "t"}], "anyOf": [{}]}"#)
  }
}
