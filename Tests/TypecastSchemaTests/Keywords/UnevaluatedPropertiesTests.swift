import Testing
import TypecastSchema

@Suite("Keyword unevaluatedProperties")
struct UnevaluatedPropertiesTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"properties": {"a": {}}, "unevaluatedProperties": false}"#,
        #"{"a": 1, "b": 2}"#,
        #"1:1 # #/unevaluatedProperties: unexpected "b""#),
      .errors(
        #"{"allOf": [{"properties": {"a": {}}}], "if": {"required": ["b"]}, "then": {"properties": {"b": "#
          + #"{}}}, "unevaluatedProperties": false}"#,
        #"{"a": 1, "b": 2, "c": 3}"#,
        #"1:1 # #/unevaluatedProperties: unexpected "c""#),
      .errors(
        #"{"not": {"properties": {"a": {}}, "required": ["b"]}, "unevaluatedProperties": false}"#,
        #"{"a": 1}"#,
        #"1:1 # #/unevaluatedProperties: unexpected "a""#),
      .errors(
        #"{"unevaluatedProperties": {"type": "string"}}"#,
        #"{"a": 1}"#,
        "1:7 #/a #/unevaluatedProperties/type: expected a string, found 1"),
      .valid(#"{"allOf": [{"unevaluatedProperties": true}], "unevaluatedProperties": false}"#, #"{"a": 1}"#),
      .valid(#"{"unevaluatedProperties": false}"#, #"{"a": 1}"#, draft: .draft7),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"properties": {"a": {}}, "unevaluatedProperties": {"title": "t"}}"#,
        #"{"a": 1, "b": 2}"#,
        #"# # properties: ["a"]"#,
        #"# # unevaluatedProperties: ["b"]"#,
        #"#/b #/unevaluatedProperties title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"unevaluatedProperties": []}"#,
        "1:27 #/unevaluatedProperties invalid-schema: a schema must be an object or a boolean, this is "
          + "an array")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
