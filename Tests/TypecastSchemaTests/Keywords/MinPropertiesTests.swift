import Testing

@Suite("Keyword minProperties")
struct MinPropertiesTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"minProperties": 2}"#, #"{"a": 1}"#, "1:1 # #/minProperties: expected at least 2 members, found 1"),
      .valid(#"{"minProperties": 1}"#, "[]"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"minProperties": 0.5}"#,
        #"1:19 #/minProperties invalid-schema: "minProperties" must be an integer of at least 0, this is 0.5"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
