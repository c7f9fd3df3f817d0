import Testing
import TypecastSchema

@Suite("Keyword format")
struct FormatKeywordTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"format": "date"}"#,
        #""2024-02-30""#,
        formats: .assert,
        #"1:1 # #/format: expected a date as in RFC 3339, such as 2024-05-01, found "2024-02-30""#),
      .errors(
        #"{"format": "uuid"}"#,
        #""x""#,
        draft: .draft4,
        formats: .assert,
        #"1:1 # #/format: expected a UUID such as 123e4567-e89b-12d3-a456-426614174000, found "x""#),
      .errors(
        #"{"format": "date"}"#,
        #""x""#,
        draft: .draft6,
        formats: .assert,
        #"1:1 # #/format: expected a date as in RFC 3339, such as 2024-05-01, found "x""#),
      .valid(#"{"format": "unknown"}"#, #""x""#, formats: .assert),
      .valid(#"{"format": "date"}"#, "1", formats: .assert),
      .valid(#"{"format": "date"}"#, #""x""#),
      .valid(#"{"format": "date"}"#, #""x""#, draft: .draft2019),
      .errors(
        #"{"format": "date"}"#,
        #""x""#,
        draft: .draft7,
        #"1:1 # #/format: expected a date as in RFC 3339, such as 2024-05-01, found "x""#),
      .valid(#"{"format": "date"}"#, #""x""#, draft: .draft7, formats: .annotate),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(#"{"format": "date"}"#, #""x""#, #"# # format: "date""#),
      .annotations(#"{"format": "unknown"}"#, "1", #"# # format: "unknown""#),
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(#"{"format": 1}"#, #"1:12 #/format invalid-schema: "format" must be a string, this is 1"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
