import Testing
import TypecastSchema

@Suite("A value of enum or const that its own schema forbids is reported")
struct ForbiddenEnumValueRuleTests {
  @Test("By the type, by limits, by a reference")
  func forbidden() {
    expect(
      .forbiddenEnumValue, at: #"{"type": "string", "enum": ["a", ➤1, ➤null]}"#,
      #"this value of "enum" is forbidden by the same schema: expected a string, found 1"#,
      #"this value of "enum" is forbidden by the same schema: expected a string, found null"#)
    expect(
      .forbiddenEnumValue, at: #"{"enum": ["a", ➤"long"], "maxLength": 2}"#,
      #"this value of "enum" is forbidden by the same schema: expected at most 2 characters, found 4"#)
    expect(
      .forbiddenEnumValue, at: ##"{"$ref": "#/$defs/n", "enum": [1, ➤"x"], "$defs": {"n": {"type": "number"}}}"##,
      #"this value of "enum" is forbidden by the same schema: expected a number, found "x""#)
  }

  @Test("A const that contradicts the type, or that enum does not have")
  func constants() {
    expect(
      .forbiddenEnumValue, at: #"{"type": "integer", "const": ➤"1"}"#,
      #"this value of "const" is forbidden by the same schema: expected an integer, found "1""#)
    expect(
      .forbiddenEnumValue, at: #"{"enum": [1, 2], "const": ➤3}"#,
      #"this value of "const" is forbidden by the same schema: expected one of 1, 2, found 3"#)
  }

  @Test("The part of the value that is to blame is pointed at")
  func parts() {
    expect(
      .forbiddenEnumValue, at: #"{"properties": {"a": {"type": "string"}}, "enum": [{"a": ➤1}]}"#,
      #"this value of "enum" is forbidden by the same schema: expected a string, found 1"#)
  }

  @Test(
    "Values that can occur are not reported",
    arguments: [
      #"{"type": ["string", "null"], "enum": ["a", null]}"#, #"{"type": "integer", "enum": [1, 2.0]}"#,
      #"{"enum": [1, "a"]}"#, #"{"const": 1, "enum": [1, 2]}"#,
    ])
  func allowed(schema: String) {
    expectNothing(of: .forbiddenEnumValue, in: schema)
  }
}
