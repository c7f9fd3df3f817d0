import Testing
import TypecastSchema

@Suite("Annotations")
struct AnnotationTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"title": "t", "type": "string"}"#, "1", "1:1 # #/type: expected a string, found 1")
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"title": "t", "description": "d", "default": 1, "examples": [2], "deprecated": true, "#
          + #""readOnly": true, "writeOnly": false}"#,
        "1",
        #"# # title: "t""#,
        #"# # description: "d""#,
        "# # default: 1",
        "# # examples: [2]",
        "# # readOnly: true",
        "# # writeOnly: false",
        "# # deprecated: true"),
      .annotations(
        #"{"contentMediaType": "application/json", "contentEncoding": "base64", "contentSchema": {"type": "#
          + #""object"}}"#,
        #""x""#,
        #"# # contentMediaType: "application/json""#,
        #"# # contentEncoding: "base64""#,
        #"# # contentSchema: {"type":"object"}"#),
      .annotations(#"{"contentMediaType": "application/json", "contentEncoding": "base64"}"#, "1"),
      .annotations(#"{"contentSchema": {"type": "object"}}"#, #""x""#),
      .annotations(#"{"x-own": [1]}"#, "1", "# # x-own: [1]"),
      .annotations(
        #"{"examples": [1], "readOnly": true}"#,
        "1",
        draft: .draft4,
        "# # examples: [1]",
        "# # readOnly: true"),
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(#"{"title": 1}"#, "1:11 #/title invalid-schema: this is no valid schema: expected a string, found 1")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
