import Testing
import TypecastSchema

@Suite("A keyword that needs another one is reported without it")
struct MissingPartnerRuleTests {
  @Test("Conditions, counts and content")
  func partners() {
    expect(.missingPartner, at: #"{➤"then": {}}"#, #""then" has no effect without "if""#)
    expect(.missingPartner, at: #"{➤"else": false}"#, #""else" has no effect without "if""#)
    expect(.missingPartner, at: #"{➤"if": {}}"#, #""if" has no effect without "then" or "else""#)
    expect(.missingPartner, at: #"{➤"minContains": 1}"#, #""minContains" has no effect without "contains""#)
    expect(.missingPartner, at: #"{➤"maxContains": 1}"#, #""maxContains" has no effect without "contains""#)
    expect(
      .missingPartner, at: #"{➤"contentSchema": {}}"#, #""contentSchema" has no effect without "contentMediaType""#)
  }

  @Test("additionalItems needs an array of items")
  func additionalItems() {
    expect(
      .missingPartner, at: #"{➤"additionalItems": false}"#,
      #""additionalItems" has no effect without an array of "items"; there is none"#, draft: .draft7)
    expect(
      .missingPartner, at: #"{"items": {}, ➤"additionalItems": false}"#,
      #""additionalItems" has no effect without an array of "items"; "items" is one schema for all elements"#,
      draft: .draft2019)
    expectNothing(of: .missingPartner, in: #"{"items": [{}], "additionalItems": false}"#, draft: .draft7)
  }

  @Test(
    "Partners that are there, and an if that says what was evaluated, are not reported",
    arguments: [
      #"{"if": {}, "then": {}}"#, #"{"if": {}, "else": {}}"#, #"{"contains": {}, "minContains": 2}"#,
      #"{"if": {"properties": {"a": {}}}, "unevaluatedProperties": false}"#,
    ])
  func complete(schema: String) {
    expectNothing(of: .missingPartner, in: schema)
  }
}
