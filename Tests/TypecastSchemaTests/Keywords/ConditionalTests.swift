import Testing
import TypecastSchema

@Suite("Keyword if, then and else")
struct ConditionalTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}}"#,
        #""a""#,
        "1:1 # #/then/minLength: expected at least 2 characters, found 1"),
      .errors(
        #"{"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 2}}"#,
        "1",
        "1:1 # #/else/minimum: expected at least 2, found 1"),
      .valid(#"{"if": {"type": "string"}, "else": {"minimum": 2}}"#, #""a""#),
      .valid(#"{"then": false, "else": false}"#, "1"),
      .valid(#"{"if": false, "else": false}"#, "1", draft: .draft6),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"if": {"title": "if"}, "then": {"title": "then"}, "else": {"title": "else"}}"#,
        "1",
        #"# #/if title: "if""#,
        #"# #/then title: "then""#),
      .annotations(
        #"{"if": {"title": "if", "type": "string"}, "then": {"title": "then"}, "else": {"title": "else"}}"#,
        "1",
        #"# #/else title: "else""#),
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(#"{"if": 1}"#, "1:8 #/if invalid-schema: a schema must be an object or a boolean, this is a number")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
