import Testing
import TypecastSchema

@Suite("Keyword exclusiveMinimum")
struct ExclusiveMinimumTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"exclusiveMinimum": 3}"#, "3.0", "1:1 # #/exclusiveMinimum: expected more than 3, found 3.0"),
      .valid(#"{"exclusiveMinimum": 3}"#, "3.000000000000000000001"),
      .errors(
        #"{"exclusiveMinimum": -1e400}"#,
        "-1e401",
        "1:1 # #/exclusiveMinimum: expected more than -1e400, found -1e401"),
      .valid(#"{"exclusiveMinimum": 3}"#, "[]"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"exclusiveMinimum": "3"}"#,
        #"1:22 #/exclusiveMinimum invalid-schema: "exclusiveMinimum" must be a number, this is "3""#),
      .refused(
        #"{"exclusiveMinimum": 3}"#,
        draft: .draft4,
        #"1:1 # invalid-schema: this is no valid schema: missing "minimum", which "exclusiveMinimum" needs"#,
        #"1:22 #/exclusiveMinimum invalid-schema: "exclusiveMinimum" must be a boolean in draft 4, this is 3"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
