import Testing
import TypecastSchema

@Suite("Keyword minimum")
struct MinimumTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"minimum": 3}"#, "2.5", "1:1 # #/minimum: expected at least 3, found 2.5"),
      .valid(#"{"minimum": 3}"#, "3"),
      .errors(
        #"{"minimum": 3, "exclusiveMinimum": true}"#,
        "3",
        draft: .draft4,
        "1:1 # #/minimum: expected more than 3, found 3"),
      .valid(#"{"minimum": -0.0}"#, "0"),
      .errors(#"{"minimum": 1e-400}"#, "0", "1:1 # #/minimum: expected at least 1e-400, found 0"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(#"{"minimum": []}"#, #"1:13 #/minimum invalid-schema: "minimum" must be a number, this is []"#),
      .refused(
        #"{"minimum": 3, "exclusiveMinimum": 1}"#,
        draft: .draft4,
        #"1:36 #/exclusiveMinimum invalid-schema: "exclusiveMinimum" must be a boolean in draft 4, this is 1"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
