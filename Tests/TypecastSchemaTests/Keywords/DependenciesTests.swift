import Testing
import TypecastSchema

@Suite("Keyword dependencies")
struct DependenciesTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"dependencies": {"a": ["b", "c"], "d": {"required": ["e"]}}}"#,
        #"{"a": 1, "c": 2, "d": 3}"#,
        draft: .draft7,
        #"1:1 # #/dependencies: missing "b", which "a" needs"#,
        #"1:1 # #/dependencies/d/required: missing "e""#),
      .errors(
        #"{"dependencies": {"a": ["b"]}}"#,
        #"{"a": 1}"#,
        #"1:1 # #/dependencies: missing "b", which "a" needs"#),
      .errors(
        #"{"dependencies": {"a": false}}"#,
        #"{"a": 1}"#,
        draft: .draft6,
        "1:1 # #/dependencies/a: nothing is allowed here"),
      .valid(#"{"dependencies": {"a": ["b"]}}"#, "[]", draft: .draft7),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"dependencies": {"a": {"title": "t"}}}"#,
        #"{"a": 1}"#,
        draft: .draft7,
        #"# #/dependencies/a title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"dependencies": {"a": [1]}}"#,
        draft: .draft7,
        #"1:25 #/dependencies/a/0 invalid-schema: "dependencies" must be an array of strings, this is 1"#),
      .refused(
        #"{"dependencies": []}"#,
        draft: .draft7,
        #"1:18 #/dependencies invalid-schema: "dependencies" must be an object of schemas and arrays of "#
          + #"names, this is []"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
