import Testing
import TypecastJSON
import TypecastSchema

@Suite("A keyword that no edition defines is reported")
struct UnknownKeywordRuleTests {
  @Test("A slip is shown at the key, with what was probably meant")
  func slips() {
    expect(
      .unknownKeyword,
      at: #"{"type": "object", ➤"requierd": ["é"], "properties": {"é": {"type": "string", ➤"minlength": 1}}}"#,
      #""requierd" is no keyword; did you mean "required"?"#, #""minlength" is no keyword; did you mean "minLength"?"#)
    let pointers = lint(#"{"items": {"a/b~": 1, "enmu": []}}"#).map { $0.pointer?.description }
    #expect(pointers == ["/items/a~1b~0", "/items/enmu"])
  }

  @Test("Keywords of other languages come with the right word")
  func customary() {
    expect(
      .unknownKeyword, at: #"{"type": "string", ➤"nullable": true}"#,
      #""nullable" is no keyword; add "null" to "type""#)
    expect(
      .unknownKeyword, at: #"{➤"divisibleBy": 2}"#,
      #""divisibleBy" is no keyword; it is called "multipleOf" since draft 4"#)
  }

  @Test("A property beside its object is told where it belongs")
  func properties() {
    expect(
      .unknownKeyword, at: #"{"type": "object", ➤"city": {"type": "string"}, ➤"pbj": {"type": "tiny"}}"#,
      #""city" is no keyword; the schema of a property belongs inside "properties""#,
      #""pbj" is no keyword; the name of a keyword of your own begins with "x-""#)
  }

  @Test("Long names are cut")
  func long() {
    let name = String(repeating: "k", count: 100)
    let found = lint("{\"\(name)\": 1}")
    #expect(found.first?.message.hasPrefix("\"\(name.prefix(60))…\" is no keyword") == true)
  }

  @Test(
    "Names that are meant so are not reported",
    arguments: [
      #"{"x-order": 1, "_draft": 1, "@id": 1, "//": 1, "$comment": "c", "markdownDescription": "", "example": 1}"#,
      #"{"type": "object", "default": {"foo": 1}, "enum": [{"foo": 1}], "properties": {"foo": true, "typ": {}}}"#,
      ##"{"$ref": "#/shapes/round", "shapes": {"round": {"type": "string"}}}"##,
      #"{"$schema": "https://example.com/dialect", "flavour": 1}"#,
      ##"{"$defs": {"typ": true}, "$ref": "#/$defs/typ"}"##,
    ])
  func deliberate(schema: String) {
    expectNothing(of: .unknownKeyword, in: schema)
  }

  @Test("A comment in an old draft, and what other drafts define, is no matter of this rule")
  func otherDrafts() {
    expectNothing(of: .unknownKeyword, in: #"{"$comment": "c", "const": 1}"#, draft: .draft4)
  }
}
