import Testing

@Suite("Keyword minItems")
struct MinItemsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"minItems": 2}"#, "[1]", "1:1 # #/minItems: expected at least 2 elements, found 1"),
      .valid(#"{"minItems": 1}"#, "{}"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"minItems": [1]}"#,
        #"1:14 #/minItems invalid-schema: "minItems" must be an integer of at least 0, this is an array "#
          + #"with 1 element"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
