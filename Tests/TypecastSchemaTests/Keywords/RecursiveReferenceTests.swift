import Testing
import TypecastSchema

@Suite("Keyword $recursiveRef")
struct RecursiveReferenceTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"$id": "http://a/strings", "$recursiveAnchor": true, "$ref": "http://a/list", "type": "#
          + #"["array", "string"], "$defs": {"l": {"$id": "http://a/list", "$recursiveAnchor": true, "items": "#
          + ##"{"$recursiveRef": "#"}}}}"##,
        #"["a", ["b", 1]]"#,
        draft: .draft2019,
        "1:13 #/1/1 #/type: expected an array or a string, found 1"),
      .errors(
        ##"{"type": ["array", "string"], "items": {"$recursiveRef": "#"}}"##,
        #"["a", [1]]"#,
        draft: .draft2019,
        "1:8 #/1/0 #/type: expected an array or a string, found 1"),
      .valid(##"{"items": {"$recursiveRef": "#"}, "type": "array"}"##, "[1]"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"$recursiveRef": 1}"#,
        draft: .draft2019,
        #"1:19 #/$recursiveRef invalid-schema: "$recursiveRef" must be a string, this is 1"#)
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
