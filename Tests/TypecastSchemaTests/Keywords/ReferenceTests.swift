import Testing
import TypecastSchema

@Suite("Keyword $ref")
struct ReferenceTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        ##"{"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"type": "string"}}}"##,
        #"{"a": 1}"#,
        "1:7 #/a #/$defs/x/type: expected a string, found 1"),
      .errors(
        ##"{"$ref": "#/definitions/x", "minimum": 5, "definitions": {"x": {"maximum": 1}}}"##,
        "2",
        draft: .draft7,
        "1:1 # #/definitions/x/maximum: expected at most 1, found 2"),
      .errors(
        ##"{"$ref": "#/$defs/x", "minimum": 5, "$defs": {"x": {"maximum": 1}}}"##,
        "2",
        "1:1 # #/minimum: expected at least 5, found 2",
        "1:1 # #/$defs/x/maximum: expected at most 1, found 2"),
      .errors(
        ##"{"$ref": "#here", "$defs": {"x": {"$anchor": "here", "type": "string"}}}"##,
        "1",
        "1:1 # #/$defs/x/type: expected a string, found 1"),
      .errors(
        #"{"properties": {"$ref": {"type": "string"}}}"#,
        #"{"$ref": 1}"#,
        "1:10 #/$ref #/properties/$ref/type: expected a string, found 1"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(##"{"$ref": "#/$defs/x", "$defs": {"x": {"title": "t"}}}"##, "1", #"# #/$defs/x title: "t""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        ##"{"$ref": "#/$defs/adress", "$defs": {"address": {}}}"##,
        ##"1:10 #/$ref unresolvable-reference: the reference "#/$defs/adress" leads nowhere: there is no "##
          + #""adress" on the way; did you mean "address"?"#),
      .refused(
        ##"{"$ref": "#adress", "$defs": {"x": {"$anchor": "address"}}}"##,
        ##"1:10 #/$ref unresolvable-reference: the reference "#adress" leads nowhere: there is no anchor "##
          + ##"of that name; did you mean "#address"?"##),
      .refused(#"{"$ref": 1}"#, #"1:10 #/$ref invalid-schema: "$ref" must be a string, this is 1"#),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
