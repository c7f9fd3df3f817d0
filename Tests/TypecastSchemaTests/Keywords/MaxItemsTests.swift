import Testing

@Suite("Keyword maxItems")
struct MaxItemsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"maxItems": 1}"#, "[1, 2]", "1:1 # #/maxItems: expected at most 1 element, found 2"),
      .errors(#"{"maxItems": 2.0}"#, "[1, 2, 3]", "1:1 # #/maxItems: expected at most 2 elements, found 3"),
      .valid(#"{"maxItems": 1e30}"#, "[1]"),
      .valid(#"{"maxItems": 0}"#, #""ab""#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"maxItems": -1}"#,
        #"1:14 #/maxItems invalid-schema: "maxItems" must be an integer of at least 0, this is -1"#),
      .refused(
        #"{"maxItems": 1.5}"#,
        #"1:14 #/maxItems invalid-schema: "maxItems" must be an integer of at least 0, this is 1.5"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
