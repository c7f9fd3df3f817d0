import Testing

@Suite("Keyword items")
struct ItemsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"items": {"type": "string"}}"#,
        #"["a", 1,\#n 2]"#,
        "1:7 #/1 #/items/type: expected a string, found 1",
        "2:2 #/2 #/items/type: expected a string, found 2"),
      .errors(
        #"{"prefixItems": [{}], "items": {"type": "string"}}"#,
        #"[1, 2, "a"]"#,
        "1:5 #/1 #/items/type: expected a string, found 2"),
      .errors(#"{"items": false}"#, "[1, 2]", "1:1 # #/items: expected no elements, found 2"),
      .errors(
        #"{"prefixItems": [{}], "items": false}"#,
        "[1, 2]",
        "1:1 # #/items: expected at most 1 element, found 2"),
      .valid(#"{"items": false}"#, "[]"),
      .valid(#"{"items": false}"#, "{}"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(#"{"items": {"title": "t"}}"#, "[1]", "# # items: true", #"#/0 #/items title: "t""#),
      .annotations(#"{"prefixItems": [{}], "items": {}}"#, "[1]", "# # prefixItems: true"),
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"items": 1}"#,
        "1:11 #/items invalid-schema: a schema must be an object or a boolean, this is a number")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
