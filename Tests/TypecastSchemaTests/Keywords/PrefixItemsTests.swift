import Testing
import TypecastSchema

@Suite("Keyword prefixItems")
struct PrefixItemsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"prefixItems": [{"type": "string"}, {"type": "integer"}]}"#,
        #"["a", "b", "c"]"#,
        #"1:7 #/1 #/prefixItems/1/type: expected an integer, found "b""#),
      .valid(#"{"prefixItems": [false]}"#, "[]"),
      .valid(#"{"prefixItems": [false]}"#, "[1]", draft: .draft2019),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"prefixItems": [{"title": "a"}]}"#,
        "[1]",
        "# # prefixItems: true",
        #"#/0 #/prefixItems/0 title: "a""#),
      .annotations(#"{"prefixItems": [{}]}"#, "[1, 2]", "# # prefixItems: 0"),
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"prefixItems": []}"#,
        #"1:17 #/prefixItems invalid-schema: "prefixItems" must be an array of at least one schema, this "#
          + #"is []"#),
      .refused(
        #"{"prefixItems": {}}"#,
        #"1:17 #/prefixItems invalid-schema: "prefixItems" must be an array of at least one schema, this "#
          + #"is {}"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
