import Testing
import TypecastSchema

@Suite("Keyword propertyNames")
struct PropertyNamesTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"propertyNames": {"maxLength": 2}}"#,
        #"{"ab": 1, "abc": 2}"#,
        "1:11 #/abc #/propertyNames/maxLength: expected at most 2 characters, found 3"),
      .errors(#"{"propertyNames": false}"#, #"{"a": 1}"#, "1:2 #/a #/propertyNames: nothing is allowed here"),
      .valid(#"{"propertyNames": false}"#, "{}"),
      .valid(#"{"propertyNames": false}"#, #"{"a": 1}"#, draft: .draft4),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(#"{"propertyNames": {"title": "t"}}"#, #"{"a": 1}"#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"propertyNames": "a"}"#,
        "1:19 #/propertyNames invalid-schema: a schema must be an object or a boolean, this is a string")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
