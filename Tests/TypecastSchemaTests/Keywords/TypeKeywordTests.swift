import Testing
import TypecastSchema

@Suite("Keyword type")
struct TypeKeywordTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(#"{"type": "integer"}"#, "1.5", "1:1 # #/type: expected an integer, found 1.5"),
      .valid(#"{"type": "integer"}"#, "1.0"),
      .errors(
        #"{"type": "integer"}"#,
        "1.0",
        draft: .draft4,
        "1:1 # #/type: expected an integer without a decimal point, found 1.0"),
      .errors(
        #"{"type": ["object", "array", "string", "number", "boolean"]}"#,
        "null",
        "1:1 # #/type: expected an object, an array, a string, a number or a boolean, found null"),
      .errors(
        #"{"type": ["string", "null"]}"#,
        #"{"a": 1, "b": 2}"#,
        "1:1 # #/type: expected a string or null, found an object with 2 members"),
      .errors(#"{"type": "number"}"#, "[1]", "1:1 # #/type: expected a number, found an array with 1 element"),
      .errors(#"{"type": "string"}"#, "true", "1:1 # #/type: expected a string, found true"),
      .valid(#"{"type": "integer"}"#, "1e400"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"type": "strnig"}"#,
        #"1:10 #/type invalid-schema: there is no type "strnig"; did you mean "string"?"#),
      .refused(
        #"{"type": "any"}"#,
        #"1:10 #/type invalid-schema: there is no type "any"; the types are array, boolean, integer, "#
          + #"null, number, object, string"#),
      .refused(
        #"{"type": []}"#,
        #"1:10 #/type invalid-schema: "type" must be an array of at least one name, this is []"#),
      .refused(
        #"{"type": 1}"#,
        #"1:10 #/type invalid-schema: "type" must be the name of a type, or an array of names, this is 1"#),
      .refused(
        #"{"type": ["string", "string"]}"#,
        #"1:10 #/type invalid-schema: this is no valid schema: expected elements that differ, found "#
          + #""string" at 0 and 1"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
