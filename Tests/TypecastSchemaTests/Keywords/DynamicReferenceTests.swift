import Testing
import TypecastSchema

@Suite("Keyword $dynamicRef")
struct DynamicReferenceTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"$id": "http://a/strings", "$dynamicAnchor": "T", "$ref": "http://a/list", "type": ["array", "#
          + #""string"], "$defs": {"l": {"$id": "http://a/list", "$dynamicAnchor": "T", "items": "#
          + ##"{"$dynamicRef": "#T"}}}}"##,
        #"["a", ["b", 1]]"#,
        "1:13 #/1/1 #/type: expected an array or a string, found 1"),
      .errors(
        ##"{"$dynamicRef": "#x", "$defs": {"x": {"$anchor": "x", "type": "string"}}}"##,
        "1",
        "1:1 # #/$defs/x/type: expected a string, found 1"),
      .errors(
        ##"{"$dynamicRef": "#/$defs/x", "$defs": {"x": {"type": "string"}}}"##,
        "1",
        "1:1 # #/$defs/x/type: expected a string, found 1"),
      .valid(##"{"$dynamicRef": "#x"}"##, "1", draft: .draft7),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"$id": "http://a/b", "$dynamicAnchor": "T", "title": "t", "properties": {"a": {"$dynamicRef": "#
          + ##""#T"}}}"##,
        #"{"a": 1}"#,
        #"# # properties: ["a"]"#,
        #"# # title: "t""#,
        #"#/a # title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        ##"{"$dynamicRef": "#x"}"##,
        ##"1:17 #/$dynamicRef unresolvable-reference: the reference "#x" leads nowhere: there is no anchor "##
          + #"of that name"#),
      .refused(
        #"{"$dynamicRef": 1}"#,
        #"1:17 #/$dynamicRef invalid-schema: "$dynamicRef" must be a string, this is 1"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
