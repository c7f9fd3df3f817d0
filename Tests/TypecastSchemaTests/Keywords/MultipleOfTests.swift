import Testing

@Suite("Keyword multipleOf")
struct MultipleOfTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"multipleOf": 0.01}"#, "19.995", "1:1 # #/multipleOf: expected a multiple of 0.01, found 19.995"),
      .valid(#"{"multipleOf": 0.01}"#, "19.99"),
      .errors(#"{"multipleOf": 3}"#, "1e30", "1:1 # #/multipleOf: expected a multiple of 3, found 1e30"),
      .valid(#"{"multipleOf": 1e-8}"#, "12391239123"),
      .valid(#"{"multipleOf": 2}"#, #""3""#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"multipleOf": 0}"#,
        #"1:16 #/multipleOf invalid-schema: "multipleOf" must be more than 0, this is 0"#),
      .refused(
        #"{"multipleOf": -1}"#,
        #"1:16 #/multipleOf invalid-schema: "multipleOf" must be more than 0, this is -1"#),
      .refused(
        #"{"multipleOf": "1"}"#,
        #"1:16 #/multipleOf invalid-schema: "multipleOf" must be a number, this is "1""#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
