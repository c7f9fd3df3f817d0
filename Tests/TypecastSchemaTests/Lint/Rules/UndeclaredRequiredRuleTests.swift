import Testing
import TypecastSchema

@Suite("A required name that no schema of the object declares is reported")
struct UndeclaredRequiredRuleTests {
  @Test("A slip, and a name that was forgotten")
  func undeclared() {
    expect(
      .undeclaredRequired,
      at: #"{"type": "object", "properties": {"name": {}}, "required": ["name", ➤"nmae", ➤"street"]}"#,
      #""nmae" is required, but no property of that name is declared; did you mean "name"?"#,
      #""street" is required, but no property of that name is declared; add it to "properties""#)
  }

  @Test("Where other names are forbidden, no object fits")
  func closed() {
    expect(
      .undeclaredRequired,
      at: #"{"type": "object", "properties": {"a": {}}, "additionalProperties": false, "required": [➤"street"]}"#,
      #""street" is required, but no property of that name is declared, and "additionalProperties" forbids others, so no "#
        + #"object fits; add it to "properties""#)
  }

  @Test("Names compare by scalars, as JSON has them")
  func scalars() {
    expect(
      .undeclaredRequired,
      at: "{\"type\": \"object\", \"properties\": {\"Malm\\u00f6\": {}}, \"required\": [➤\"Malmo\\u0308\"]}",
      "\"Malmo\u{308}\" is required, but no property of that name is declared; did you mean \"Malm\u{F6}\"?")
  }

  @Test(
    "A name may be declared wherever the object is described",
    arguments: [
      #"{"properties": {"a": {}}, "anyOf": [{"required": ["a"]}, {"properties": {"b": {}}, "required": ["a", "b"]}]}"#,
      ##"{"properties": {}, "allOf": [{"$ref": "#/$defs/base"}], "required": ["a"], "$defs": {"base": {"properties": {"a": {}}}}}"##,
      #"{"properties": {"b": {}}, "patternProperties": {"^a": {}}, "required": ["a1"]}"#,
      #"{"properties": {"b": {}}, "additionalProperties": {"type": "string"}, "required": ["a"]}"#,
      #"{"properties": {"b": {}}, "propertyNames": {"enum": ["a", "b"]}, "required": ["a"]}"#,
      #"{"properties": {"k": {}}, "if": {"properties": {"k": {"const": 1}}, "required": ["k"]}, "then": {"required": ["v"], "properties": {"v": {}}}}"#,
      #"{"required": ["a"]}"#,
    ])
  func declared(schema: String) {
    expectNothing(of: .undeclaredRequired, in: schema)
  }

  @Test("A family that a dynamic reference opens is left alone")
  func open() {
    expectNothing(
      of: .undeclaredRequired,
      in: ##"""
        {"properties": {"a": {}}, "allOf": [{"$dynamicRef": "#n"}], "required": ["b"],
         "$defs": {"n": {"$dynamicAnchor": "n"}}}
        """##)
  }
}
