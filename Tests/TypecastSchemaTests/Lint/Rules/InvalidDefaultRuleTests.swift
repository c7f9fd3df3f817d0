import Testing
import TypecastSchema

@Suite("A default that its schema does not allow is reported")
struct InvalidDefaultRuleTests {
  @Test("At the value, or at the part of it that is to blame")
  func invalid() {
    expect(
      .invalidDefault, at: #"{"type": "boolean", "default": ➤"true"}"#,
      #"the default is not valid: expected a boolean, found "true""#)
    expect(
      .invalidDefault,
      at: ##"{"$ref": "#/$defs/list", "default": [1, ➤"b"], "$defs": {"list": {"items": {"type": "integer"}}}}"##,
      #"the default is not valid: expected an integer, found "b""#)
    expect(
      .invalidDefault, at: #"{"format": "date", "default": ➤"yesterday"}"#,
      #"the default is not valid: expected a date as in RFC 3339, such as 2024-05-01, found "yesterday""#)
  }

  @Test(
    "A default that is allowed, or one that the edition ignores, is not reported",
    arguments: [
      (#"{"type": ["integer", "null"], "default": null}"#, Draft.draft2020),
      (##"{"$ref": "#/definitions/a", "default": 1, "definitions": {"a": {"type": "string"}}}"##, .draft7),
      (#"{"properties": {"default": {"type": "string"}}}"#, .draft2020),
    ])
  func valid(schema: String, draft: Draft) {
    expectNothing(of: .invalidDefault, in: schema, draft: draft)
  }

  @Test("Where a schema takes too much work, that is said")
  func undecided() throws {
    let links = (0..<40).map { number in
      let next = "{\"$ref\": \"#/$defs/d\(number + 1)\"}"
      return "\"d\(number)\": {\"anyOf\": [\(next), {\"allOf\": [\(next)]}]}"
    }
    let definitions = links.joined(separator: ", ") + ", \"d40\": {\"type\": \"string\"}"
    let found = lint("{\"$ref\": \"#/$defs/d0\", \"default\": 1, \"$defs\": {\(definitions)}}")
    let message = try #require(found.first { $0.rule == .invalidDefault }?.message)
    #expect(message.hasPrefix("whether the default is valid is undecided: "))
  }
}
