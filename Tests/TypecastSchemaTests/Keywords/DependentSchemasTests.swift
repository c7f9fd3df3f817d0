import Testing

@Suite("Keyword dependentSchemas")
struct DependentSchemasTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"dependentSchemas": {"a": {"minProperties": 2}, "b": {"maxProperties": 0}}}"#,
        #"{"a": 1}"#,
        "1:1 # #/dependentSchemas/a/minProperties: expected at least 2 members, found 1"),
      .errors(
        #"{"dependentSchemas": {"a": false}}"#,
        #"{"a": 1}"#,
        "1:1 # #/dependentSchemas/a: nothing is allowed here"),
      .valid(#"{"dependentSchemas": {"a": false}}"#, #"{"b": 1}"#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"dependentSchemas": {"a": {"title": "t"}}}"#,
        #"{"a": 1}"#,
        #"# #/dependentSchemas/a title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"dependentSchemas": 1}"#,
        #"1:22 #/dependentSchemas invalid-schema: "dependentSchemas" must be an object of schemas, this is 1"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
