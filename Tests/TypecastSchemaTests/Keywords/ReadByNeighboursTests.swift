import Testing
import TypecastSchema

@Suite("Keywords without a meaning of their own")
struct ReadByNeighboursTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .valid(
        #"{"$comment": "c", "$defs": {"a": false}, "definitions": {"b": false}, "then": false, "else": "#
          + #"false, "minContains": 9, "$anchor": "x"}"#,
        "[1]")
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(#"{"$comment": "c", "$defs": {"a": {"title": "t"}}, "minContains": 1}"#, "1")
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"$defs": []}"#,
        "1:11 #/$defs invalid-schema: this is no valid schema: expected an object, found []"),
      .refused(
        #"{"$defs": {"a": 1}}"#,
        "1:17 #/$defs/a invalid-schema: this is no valid schema: expected an object or a boolean, found 1"),
      .refused(
        #"{"maxContains": -1}"#,
        #"1:17 #/maxContains invalid-schema: "maxContains" must be an integer of at least 0, this is -1"#),
      .refused(
        #"{"exclusiveMinimum": 1}"#,
        draft: .draft4,
        #"1:1 # invalid-schema: this is no valid schema: missing "minimum", which "exclusiveMinimum" needs"#,
        #"1:22 #/exclusiveMinimum invalid-schema: "exclusiveMinimum" must be a boolean in draft 4, this is 1"#),
      .refused(
        #"{"$anchor": "a b"}"#,
        #"1:13 #/$anchor invalid-schema: this is no valid schema: expected a string that matches "#
          + #""^[A-Za-z_][-A-Za-z0-9._]*$", found "a b""#),
      .refused(
        #"{"$comment": 1}"#,
        "1:14 #/$comment invalid-schema: this is no valid schema: expected a string, found 1"),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
