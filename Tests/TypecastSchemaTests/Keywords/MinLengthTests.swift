import Testing

@Suite("Keyword minLength")
struct MinLengthTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"minLength": 2}"#, #""\ud83d\ude00""#, "1:1 # #/minLength: expected at least 2 characters, found 1"),
      .errors(
        #"{"minLength": 1e400}"#, #""a""#,
        "1:1 # #/minLength: expected at least 9223372036854775807 characters and more, found 1"),
      .valid(#"{"minLength": 2}"#, #""o\#u{308}""#),
      .valid(#"{"minLength": 1}"#, "0"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"minLength": -1}"#,
        #"1:15 #/minLength invalid-schema: "minLength" must be an integer of at least 0, this is -1"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
