import Testing

@Suite("Keyword required")
struct RequiredTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"required": ["a", "b", "c"]}"#, #"{"b": 1}"#, #"1:1 # #/required: missing "a", "c""#),
      .valid(#"{"required": ["a"]}"#, #"{"\u0061": 1}"#),
      .valid(#"{"required": ["a"]}"#, "[]"),
      .valid(#"{"required": []}"#, "{}"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"required": "a"}"#,
        #"1:14 #/required invalid-schema: "required" must be an array of strings, this is "a""#),
      .refused(
        #"{"required": [1]}"#,
        #"1:15 #/required/0 invalid-schema: "required" must be an array of strings, this is 1"#),
      .refused(
        #"{"required": ["a", "a"]}"#,
        #"1:14 #/required invalid-schema: this is no valid schema: expected elements that differ, found "#
          + #""a" at 0 and 1"#),
      .refused(
        #"{"properties": {"a": {"required": true}}}"#,
        #"1:35 #/properties/a/required invalid-schema: "required" must be an array of strings, this is true"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
