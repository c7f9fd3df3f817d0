import Testing

@Suite("Keyword allOf")
struct AllOfTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"allOf": [{"type": "integer"}, {"minimum": 3}]}"#,
        "2.5",
        "1:1 # #/allOf/0/type: expected an integer, found 2.5",
        "1:1 # #/allOf/1/minimum: expected at least 3, found 2.5"),
      .errors(
        #"{"allOf": [{"minimum": 3}, {"maximum": 1}]}"#,
        "2",
        "1:1 # #/allOf/0/minimum: expected at least 3, found 2",
        "1:1 # #/allOf/1/maximum: expected at most 1, found 2"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"allOf": [{"title": "a"}, {"title": "b"}]}"#,
        "1",
        #"# #/allOf/0 title: "a""#,
        #"# #/allOf/1 title: "b""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"allOf": []}"#,
        #"1:11 #/allOf invalid-schema: "allOf" must be an array of at least one schema, this is []"#),
      .refused(
        #"{"allOf": {}}"#,
        #"1:11 #/allOf invalid-schema: "allOf" must be an array of at least one schema, this is {}"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
