import Testing
import TypecastSchema

@Suite("A keyword beside $ref is ignored up to draft 7")
struct ReferenceSiblingRuleTests {
  private let schema =
    ##"{"definitions": {"a": {}}, "properties": {"b": {"$ref": "#/definitions/a", ➤"minLength": 1, ➤"type": "string"}}}"##

  @Test("Keywords that would demand something are reported", arguments: [Draft.draft4, .draft6, .draft7])
  func ignored(draft: Draft) {
    expect(
      .referenceSibling, at: schema,
      #""minLength" is ignored beside "$ref" in draft \#(draft.name); put the reference into "allOf""#,
      #""type" is ignored beside "$ref" in draft \#(draft.name); put the reference into "allOf""#, draft: draft)
  }

  @Test("Since draft 2019-09 they count", arguments: [Draft.draft2019, .draft2020])
  func counted(draft: Draft) {
    expectNothing(of: .referenceSibling, in: MarkedText(schema).text, draft: draft)
  }

  @Test("Descriptions, definitions and a property that is called $ref are not reported")
  func harmless() {
    expectNothing(
      of: .referenceSibling,
      in: ##"{"$ref": "#/definitions/a", "definitions": {"a": {}}, "title": "t", "description": "d", "default": 1}"##,
      draft: .draft7)
    expectNothing(
      of: .referenceSibling, in: #"{"properties": {"$ref": {"type": "string"}, "b": {}}}"#, draft: .draft7)
  }
}
