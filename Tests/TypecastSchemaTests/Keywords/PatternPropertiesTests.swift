import Testing

@Suite("Keyword patternProperties")
struct PatternPropertiesTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"patternProperties": {"^a": {"type": "string"}, "b$": {"minimum": 3}}}"#,
        #"{"ab": 2, "a": "x", "b": 3}"#,
        "1:8 #/ab #/patternProperties/^a/type: expected a string, found 2",
        "1:8 #/ab #/patternProperties/b$/minimum: expected at least 3, found 2"),
      .errors(
        #"{"patternProperties": {"a/b": false}}"#,
        #"{"xa/bx": 1}"#,
        "1:11 #/xa~1bx #/patternProperties/a~1b: nothing is allowed here"),
      .valid(#"{"patternProperties": {"": false}}"#, "[1]"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"patternProperties": {"^a": {"title": "t"}}}"#,
        #"{"a": 1, "b": 2}"#,
        #"# # patternProperties: ["a"]"#,
        #"#/a #/patternProperties/^a title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"patternProperties": {"(": {}}}"#,
        #"1:24 #/patternProperties/( invalid-pattern: the pattern "(" is not valid: This group is not "#
          + #"closed. Add `)` where it ends. (at byte 0 of the pattern)"#),
      .refused(
        #"{"patternProperties": []}"#,
        #"1:23 #/patternProperties invalid-schema: "patternProperties" must be an object of schemas, this "#
          + #"is []"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
