import Testing

@Suite("Keyword not")
struct NotTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"not": {"type": "string"}}"#,
        #""a""#,
        #"1:1 # #/not: fits the schema of "not", which it must not: "a""#),
      .valid(#"{"not": {"type": "string"}}"#, "1"),
      .errors(
        #"{"not": {"not": {"type": "string"}}}"#,
        "1",
        #"1:1 # #/not: fits the schema of "not", which it must not: 1"#),
      .errors(
        #"{"not": true}"#,
        #"{"a": 1}"#,
        #"1:1 # #/not: fits the schema of "not", which it must not: an object with 1 member"#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(#"{"not": {"title": "t", "type": "string"}}"#, "1")
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"not": []}"#,
        "1:9 #/not invalid-schema: a schema must be an object or a boolean, this is an array")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
