import Testing

@Suite("Keyword additionalProperties")
struct AdditionalPropertiesTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"properties": {"name": {}}, "additionalProperties": false}"#,
        #"{"nmae": 1}"#,
        #"1:1 # #/additionalProperties: unexpected "nmae"; did you mean "name"?"#),
      .errors(
        #"{"properties": {"a": {}}, "patternProperties": {"^x-": {}}, "additionalProperties": false}"#,
        #"{"a": 1, "x-b": 2, "c": 3, "d": 4}"#,
        #"1:1 # #/additionalProperties: unexpected "c", "d""#),
      .errors(
        #"{"additionalProperties": {"type": "integer"}}"#,
        #"{"a": 1,\#n "b/c": "x"}"#,
        #"2:9 #/b~1c #/additionalProperties/type: expected an integer, found "x""#),
      .errors(
        #"{"additionalProperties": false}"#,
        #"{"1":1,"2":1,"3":1,"4":1,"5":1,"6":1,"7":1,"8":1,"9":1}"#,
        #"1:1 # #/additionalProperties: unexpected "1", "2", "3", "4", "5", "6", "7", "8", …"#),
      .valid(#"{"additionalProperties": false}"#, "[1]"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"properties": {"a": {}}, "additionalProperties": {"title": "t"}}"#,
        #"{"a": 1, "b": 2}"#,
        #"# # properties: ["a"]"#,
        #"# # additionalProperties: ["b"]"#,
        #"#/b #/additionalProperties title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"additionalProperties": 1}"#,
        "1:26 #/additionalProperties invalid-schema: a schema must be an object or a boolean, this is a "
          + "number")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
