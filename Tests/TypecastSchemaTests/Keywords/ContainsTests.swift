import Testing
import TypecastSchema

@Suite("Keyword contains")
struct ContainsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"contains": {"type": "string"}}"#,
        "[1, 2]",
        #"1:1 # #/contains: expected an element that fits the schema of "contains", found none"#),
      .errors(
        #"{"contains": {"type": "string"}, "minContains": 2}"#,
        #"["a", 1]"#,
        #"1:1 # #/minContains: expected at least 2 elements to fit "contains", found 1"#),
      .errors(
        #"{"contains": {"type": "string"}, "maxContains": 1}"#,
        #"["a", "b"]"#,
        #"1:1 # #/maxContains: expected at most 1 element to fit "contains", found 2"#),
      .valid(#"{"contains": {"type": "string"}, "minContains": 0}"#, "[]"),
      .errors(
        #"{"contains": {}}"#,
        "[]",
        #"1:1 # #/contains: expected an element that fits the schema of "contains", found none"#),
      .valid(#"{"contains": {"type": "string"}, "minContains": 5}"#, #"["a"]"#, draft: .draft7),
      .valid(#"{"minContains": 3}"#, "[]"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"contains": {"type": "string", "title": "t"}}"#,
        #"[1, "a", "b"]"#,
        "# # contains: [1,2]",
        #"#/1 #/contains title: "t""#,
        #"#/2 #/contains title: "t""#),
      .annotations(#"{"contains": {"type": "string"}}"#, #"["a"]"#, "# # contains: true"),
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"contains": {}, "minContains": -1}"#,
        #"1:33 #/minContains invalid-schema: "minContains" must be an integer of at least 0, this is -1"#),
      .refused(
        #"{"contains": {}, "maxContains": "1"}"#,
        #"1:33 #/maxContains invalid-schema: "maxContains" must be an integer of at least 0, this is "1""#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
