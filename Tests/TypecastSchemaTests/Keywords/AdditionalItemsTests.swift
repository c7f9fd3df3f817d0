import Testing
import TypecastSchema

@Suite("Keyword additionalItems")
struct AdditionalItemsTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"items": [{}, {}], "additionalItems": {"type": "string"}}"#,
        #"[1, 2, 3, "x"]"#,
        draft: .draft7,
        "1:8 #/2 #/additionalItems/type: expected a string, found 3"),
      .errors(
        #"{"items": [{}], "additionalItems": false}"#,
        "[1, 2, 3]",
        draft: .draft2019,
        "1:1 # #/additionalItems: expected at most 1 element, found 3"),
      .valid(#"{"additionalItems": false}"#, "[1]", draft: .draft7),
      .valid(#"{"items": {}, "additionalItems": false}"#, "[1]", draft: .draft4),
      .valid(#"{"prefixItems": [{}], "additionalItems": false}"#, "[1, 2]"),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Annotations stand at the value and at the schema that says them",
    arguments: [
      .annotations(
        #"{"items": [{}], "additionalItems": {"title": "rest"}}"#,
        "[1, 2]",
        draft: .draft2019,
        "# # items: 0",
        "# # additionalItems: true",
        #"#/1 #/additionalItems title: "rest""#)
    ] as [KeywordCase])
  func annotations(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(
        #"{"items": [{}], "additionalItems": 1}"#,
        draft: .draft7,
        "1:36 #/additionalItems invalid-schema: a schema must be an object or a boolean, this is a number")
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
