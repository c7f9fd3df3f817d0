import Testing

@Suite("Keyword pattern")
struct PatternKeywordTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"pattern": "^a+$"}"#,
        #""ab""#,
        #"1:1 # #/pattern: expected a string that matches "^a+$", found "ab""#),
      .errors(
        #"{"pattern": "\#(String(repeating: "a", count: 400))"}"#, #""b""#,
        #"1:1 # #/pattern: expected a string that matches "\#(String(repeating: "a", count: 159))…, found "b""#),
      .valid(#"{"pattern": "b"}"#, #""abc""#),
      .errors(
        #"{"pattern": "^\\p{Lu}"}"#,
        #""é""#,
        #"1:1 # #/pattern: expected a string that matches "^\\p{Lu}", found "é""#),
      .valid(#"{"pattern": "a"}"#, "1"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"pattern": "("}"#,
        #"1:13 #/pattern invalid-pattern: the pattern "(" is not valid: This group is not closed. Add `)` "#
          + #"where it ends. (at byte 0 of the pattern)"#),
      .refused(#"{"pattern": 1}"#, #"1:13 #/pattern invalid-schema: "pattern" must be a string, this is 1"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
