import Testing
import TypecastSchema

@Suite("Keyword unevaluatedItems")
struct UnevaluatedItemsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"prefixItems": [{}], "unevaluatedItems": false}"#,
        "[1, 2, 3]",
        "1:1 # #/unevaluatedItems: unexpected elements at 1, 2"),
      .errors(
        #"{"contains": {"type": "string"}, "unevaluatedItems": false}"#,
        #"["a", 1]"#,
        "1:1 # #/unevaluatedItems: unexpected element at 1"),
      .errors(
        #"{"contains": {"type": "string"}, "unevaluatedItems": false}"#,
        #"["a", 1]"#,
        draft: .draft2019,
        "1:1 # #/unevaluatedItems: unexpected elements at 0, 1"),
      .errors(
        #"{"anyOf": [{"prefixItems": [{"const": 1}]}, {"prefixItems": [{}, {}]}], "unevaluatedItems": "#
          + #"{"type": "string"}}"#,
        "[2, 3, 4]",
        "1:8 #/2 #/unevaluatedItems/type: expected a string, found 4"),
      .valid(#"{"items": {}, "unevaluatedItems": false}"#, "[1]"),
      .valid(#"{"unevaluatedItems": false}"#, "[1]", draft: .draft7),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"prefixItems": [{}], "unevaluatedItems": {"title": "t"}}"#,
        "[1, 2]",
        "# # prefixItems: 0",
        "# # unevaluatedItems: true",
        #"#/1 #/unevaluatedItems title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"unevaluatedItems": 1}"#,
        "1:22 #/unevaluatedItems invalid-schema: a schema must be an object or a boolean, this is a number")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
