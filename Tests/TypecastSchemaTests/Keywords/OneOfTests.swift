import Testing

@Suite("Keyword oneOf")
struct OneOfTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"oneOf": [{"type": "integer"}, {"minimum": 2}]}"#,
        "3",
        "1:1 # #/oneOf: fits the alternatives 1, 2, where it may fit only one"),
      .errors(
        #"{"oneOf": [{"type": "integer"}, {"minimum": 2}]}"#,
        "1.5",
        "1:1 # #/oneOf/1/minimum: expected at least 2, found 1.5"),
      .errors(
        #"{"oneOf": [{"type": "string"}]}"#,
        "1",
        "1:1 # #/oneOf: expected a string, found 1"),
      .valid(#"{"oneOf": [{"type": "integer"}, {"minimum": 2}]}"#, "1"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"oneOf": [{"title": "a"}, {"title": "b", "type": "string"}]}"#,
        "1",
        #"# #/oneOf/0 title: "a""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"oneOf": []}"#,
        #"1:11 #/oneOf invalid-schema: "oneOf" must be an array of at least one schema, this is []"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
