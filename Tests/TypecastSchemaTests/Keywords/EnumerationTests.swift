import Testing
import TypecastJSON
import TypecastSchema

@Suite("Keyword enum")
struct EnumerationTests {
  @Test(
    "Values are judged, and each violation is told with its place",
    arguments: [
      .errors(
        #"{"enum": ["red", "green", 1, null]}"#,
        #""gren""#,
        #"1:1 # #/enum: expected one of "red", "green", 1, null, found "gren"; did you mean "green"?"#),
      .valid(#"{"enum": [1, [2], {"a": 1}]}"#, #"{"a": 1.0}"#),
      .errors(#"{"enum": [1]}"#, "[1]", "1:1 # #/enum: expected 1, found an array with 1 element"),
      .errors(#"{"enum": []}"#, "1", "1:1 # #/enum: expected nothing, found 1"),
      .errors(
        #"{"enum": ["a","b","c","d","e","f","g","h","i","j","k","l","m"]}"#,
        "1",
        #"1:1 # #/enum: expected one of "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", … (13 "#
          + #"in all), found 1"#),
    ] as [KeywordCase])
  func verdicts(test: KeywordCase) throws {
    try test.check()
  }

  @Test(
    "Among many values an equal one is found however it is written",
    arguments: [
      ("1.0", true), ("15e0", true), ("-0", true), ("[1e0]", true), (#"{"b": null, "a": 10e-1}"#, true), ("null", true),
      ("16", false), ("[]", false), (#"{"a": 1}"#, false), (#""1""#, false), (#""x""#, true),
    ])
  func manyValues(value: String, isValid: Bool) throws {
    let numbers = (0..<16).map(String.init).joined(separator: ", ")
    let schema = try CompiledSchema(
      parsing: #"{"enum": [\#(numbers), 1.0, [1], {"a": 1, "b": null}, null, "x"]}"#,
      options: CompileOptions(checksMetaSchema: false))
    let document = try JSONDocument(value)
    #expect(try schema.isValid(document) == isValid)
    #expect(try schema.validateIndependently(document).isValid == isValid)
  }

  @Test(
    "A schema that misuses the keyword is refused",
    arguments: [
      .refused(#"{"enum": "a"}"#, #"1:10 #/enum invalid-schema: "enum" must be an array, this is "a""#),
      .refused(
        #"{"enum": [1, 1]}"#,
        draft: .draft4,
        "1:10 #/enum invalid-schema: this is no valid schema: expected elements that differ, found 1 at "
          + "0 and 1"),
    ] as [KeywordCase])
  func refusals(test: KeywordCase) throws {
    try test.check()
  }
}
