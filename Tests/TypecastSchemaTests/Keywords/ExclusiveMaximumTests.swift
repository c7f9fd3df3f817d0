import Testing
import TypecastSchema

@Suite("Keyword exclusiveMaximum")
struct ExclusiveMaximumTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"exclusiveMaximum": 3}"#, "3.0", "1:1 # #/exclusiveMaximum: expected less than 3, found 3.0"),
      .valid(#"{"exclusiveMaximum": 3}"#, "2.999999999999999999999"),
      .errors(
        #"{"exclusiveMaximum": 1e400}"#,
        "1e401",
        "1:1 # #/exclusiveMaximum: expected less than 1e400, found 1e401"),
      .valid(#"{"exclusiveMaximum": 3}"#, #""x""#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"exclusiveMaximum": true}"#,
        #"1:22 #/exclusiveMaximum invalid-schema: "exclusiveMaximum" must be a number, this is true"#),
      .refused(
        #"{"exclusiveMaximum": 3}"#,
        draft: .draft4,
        #"1:1 # invalid-schema: this is no valid schema: missing "maximum", which "exclusiveMaximum" needs"#,
        #"1:22 #/exclusiveMaximum invalid-schema: "exclusiveMaximum" must be a boolean in draft 4, this is 3"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
