import Testing

@Suite("Keyword maxProperties")
struct MaxPropertiesTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"maxProperties": 1}"#,
        #"{"a": 1, "b": 2}"#,
        "1:1 # #/maxProperties: expected at most 1 member, found 2"),
      .valid(#"{"maxProperties": 0}"#, "[1]"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"maxProperties": null}"#,
        #"1:19 #/maxProperties invalid-schema: "maxProperties" must be an integer of at least 0, this is null"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
