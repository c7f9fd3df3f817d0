import Testing

@Suite("Keyword uniqueItems")
struct UniqueItemsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"uniqueItems": true}"#,
        "[1, 2, 1.0]",
        "1:1 # #/uniqueItems: expected elements that differ, found 1.0 at 0 and 2"),
      .errors(
        #"{"uniqueItems": true}"#,
        #"[{"a": 1, "b": 2}, {"b": 2.0, "a": 1}]"#,
        "1:1 # #/uniqueItems: expected elements that differ, found an object with 2 members at 0 and 1"),
      .valid(#"{"uniqueItems": true}"#, #"[1, true, "1", [1], null, 0, false]"#),
      .errors(
        #"{"uniqueItems": true}"#,
        "[1,2,3,4,5,6,7,8,9,10,5e0]",
        "1:1 # #/uniqueItems: expected elements that differ, found 5e0 at 4 and 10"),
      .valid(#"{"uniqueItems": false}"#, "[1, 1]"),
      .valid(#"{"uniqueItems": true}"#, #"["\u00f6", "o\u0308"]"#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"uniqueItems": 1}"#,
        #"1:17 #/uniqueItems invalid-schema: "uniqueItems" must be a boolean, this is 1"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
