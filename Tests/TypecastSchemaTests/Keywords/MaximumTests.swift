import Testing
import TypecastSchema

@Suite("Keyword maximum")
struct MaximumTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"maximum": 3}"#, "3.5", "1:1 # #/maximum: expected at most 3, found 3.5"),
      .valid(#"{"maximum": 3}"#, "3"),
      .errors(
        #"{"maximum": 3, "exclusiveMaximum": true}"#,
        "3",
        draft: .draft4,
        "1:1 # #/maximum: expected less than 3, found 3"),
      .valid(#"{"maximum": 3, "exclusiveMaximum": false}"#, "3", draft: .draft4),
      .errors(
        #"{"maximum": 0.1}"#,
        "0.10000000000000000000001",
        "1:1 # #/maximum: expected at most 0.1, found 0.10000000000000000000001"),
      .valid(#"{"maximum": 3}"#, #""4""#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(#"{"maximum": "3"}"#, #"1:13 #/maximum invalid-schema: "maximum" must be a number, this is "3""#),
      .refused(
        #"{"maximum": 3, "exclusiveMaximum": 1}"#,
        draft: .draft4,
        #"1:36 #/exclusiveMaximum invalid-schema: "exclusiveMaximum" must be a boolean in draft 4, this is 1"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
