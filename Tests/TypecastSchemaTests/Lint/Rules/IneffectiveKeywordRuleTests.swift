import Testing
import TypecastSchema

@Suite("A keyword about a type that is not allowed is reported")
struct IneffectiveKeywordRuleTests {
  @Test("Each group of keywords")
  func groups() {
    expect(
      .ineffectiveKeyword, at: #"{"type": "integer", ➤"minLength": 1}"#,
      #""minLength" is about strings and has no effect here: the type allows only an integer"#)
    expect(
      .ineffectiveKeyword, at: #"{"type": ["string", "null"], ➤"maximum": 1, "maxLength": 2}"#,
      #""maximum" is about numbers and has no effect here: the type allows only a string or null"#)
    expect(
      .ineffectiveKeyword, at: #"{"type": "object", ➤"items": {}, ➤"uniqueItems": true}"#,
      #""items" is about arrays and has no effect here: the type allows only an object"#,
      #""uniqueItems" is about arrays and has no effect here: the type allows only an object"#)
    expect(
      .ineffectiveKeyword, at: #"{"type": "array", ➤"required": ["a"]}"#,
      #""required" is about objects and has no effect here: the type allows only an array"#)
    expect(
      .ineffectiveKeyword, at: #"{"type": "number", ➤"format": "date"}"#,
      #""format" is about strings and has no effect here: the type allows only a number"#)
  }

  @Test(
    "What can have an effect is not reported",
    arguments: [
      #"{"type": "integer", "minimum": 1, "format": "int32"}"#, #"{"type": ["object", "array"], "minItems": 1}"#,
      #"{"minLength": 1}"#, #"{"type": "string", "enum": ["a"], "default": "a", "title": "t"}"#,
      #"{"allOf": [{"type": "integer"}], "minLength": 1}"#, #"{"type": "integer", "not": {"minLength": 1}}"#,
    ])
  func effective(schema: String) {
    expectNothing(of: .ineffectiveKeyword, in: schema)
  }
}
