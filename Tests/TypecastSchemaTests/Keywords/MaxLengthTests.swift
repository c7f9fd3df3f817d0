import Testing

@Suite("Keyword maxLength")
struct MaxLengthTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"maxLength": 2}"#, #""abc""#, "1:1 # #/maxLength: expected at most 2 characters, found 3"),
      .valid(#"{"maxLength": 1}"#, #""\ud83d\ude00""#),
      .errors(#"{"maxLength": 1}"#, #""o\#u{308}""#, "1:1 # #/maxLength: expected at most 1 character, found 2"),
      .valid(#"{"maxLength": 1}"#, "123"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"maxLength": "1"}"#,
        #"1:15 #/maxLength invalid-schema: "maxLength" must be an integer of at least 0, this is "1""#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
