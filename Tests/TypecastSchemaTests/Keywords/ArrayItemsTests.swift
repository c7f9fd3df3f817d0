import Testing
import TypecastSchema

@Suite("Keyword items as an array")
struct ArrayItemsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"items": [{"type": "string"}, {"type": "integer"}]}"#,
        #"["a", "b", "c"]"#,
        draft: .draft7,
        #"1:7 #/1 #/items/1/type: expected an integer, found "b""#),
      .valid(#"{"items": [{"type": "string"}]}"#, "[]", draft: .draft4),
      .errors(
        #"{"items": {"type": "string"}}"#,
        #"["a", 1]"#,
        draft: .draft6,
        "1:7 #/1 #/items/type: expected a string, found 1"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"items": [{"title": "a"}, {"title": "b"}]}"#,
        "[1]",
        draft: .draft2019,
        "# # items: true",
        #"#/0 #/items/0 title: "a""#),
      .annotations(#"{"items": [{}]}"#, "[1, 2]", draft: .draft2019, "# # items: 0"),
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"items": [{}]}"#,
        #"1:11 #/items invalid-schema: "items" must be one schema since draft 2020-12; write an array of "#
          + #"schemas as "prefixItems""#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
