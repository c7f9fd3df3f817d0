import Testing

@Suite("Keyword properties")
struct PropertiesTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"properties": {"a": {"type": "string"}, "b/~c": {"minimum": 3}}}"#,
        #"{"b/~c": 1,\#n  "a": 2}"#,
        "2:8 #/a #/properties/a/type: expected a string, found 2",
        "1:10 #/b~1~0c #/properties/b~1~0c/minimum: expected at least 3, found 1"),
      .errors(#"{"properties": {"a": false}}"#, #"{"a": 1}"#, "1:7 #/a #/properties/a: nothing is allowed here"),
      .errors(
        #"{"properties": {"\u0061": {"type": "string"}}}"#,
        #"{"\u0061": 1}"#,
        "1:12 #/a #/properties/a/type: expected a string, found 1"),
      .valid(#"{"properties": {"a": false}}"#, #"["a"]"#),
      .valid(#"{"properties": {"Malm\u00f6": false}}"#, #"{"Malmo\u0308": 1}"#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"properties": {"a": {"title": "t"}, "b": {}}}"#,
        #"{"a": 1, "c": 2}"#,
        #"# # properties: ["a"]"#,
        #"#/a #/properties/a title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"properties": []}"#,
        #"1:16 #/properties invalid-schema: "properties" must be an object of schemas, this is []"#),
      .refused(
        #"{"properties": {"a": 1}}"#,
        "1:22 #/properties/a invalid-schema: a schema must be an object or a boolean, this is a number"),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
