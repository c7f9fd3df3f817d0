import Testing

@Suite("Keyword anyOf")
struct AnyOfTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"anyOf": [{"type": "integer"}, {"minLength": 3}]}"#,
        #""ab""#,
        "1:1 # #/anyOf/1/minLength: expected at least 3 characters, found 2"),
      .errors(
        #"{"anyOf": [{"type": "object", "required": ["a"]}, {"type": "array"}]}"#,
        #"{"b": 1}"#,
        #"1:1 # #/anyOf/0/required: missing "a""#),
      .errors(
        #"{"anyOf": [{"properties": {"kind": {"const": "x"}, "size": {"type": "integer"}}}, "#
          + #"{"properties": {"kind": {"const": "y"}}}]}"#,
        #"{"kind": "x", "size": "big"}"#,
        #"1:23 #/size #/anyOf/0/properties/size/type: expected an integer, found "big""#),
      .errors(
        #"{"anyOf": [{"type": "string"}]}"#,
        "1",
        "1:1 # #/anyOf: expected a string, found 1"),
      .errors(
        #"{"anyOf": [{"maxLength": 1}, {"minLength": 3}]}"#,
        #""ab""#,
        "1:1 # #/anyOf: fits none of 2 alternatives; alternative 1 comes closest",
        "  1:1 # #/anyOf/0/maxLength: expected at most 1 character, found 2"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"anyOf": [{"title": "a"}, {"title": "b", "type": "string"}, {"title": "c"}]}"#,
        "1",
        #"# #/anyOf/0 title: "a""#,
        #"# #/anyOf/2 title: "c""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"anyOf": []}"#,
        #"1:11 #/anyOf invalid-schema: "anyOf" must be an array of at least one schema, this is []"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
