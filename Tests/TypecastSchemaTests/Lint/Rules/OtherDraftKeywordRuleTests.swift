import Testing
import TypecastSchema

@Suite("A keyword of another edition is reported")
struct OtherDraftKeywordRuleTests {
  private let seven = #""$schema": "http://json-schema.org/draft-07/schema#""#
  private let newest = #""$schema": "https://json-schema.org/draft/2020-12/schema""#

  @Test("A newer keyword, with what the older edition has instead")
  func newer() {
    expect(
      .otherDraftKeyword, at: "{\(seven), ➤\"prefixItems\": [], ➤\"unevaluatedProperties\": false}",
      #""prefixItems" has no effect in draft 7: it exists since draft 2020-12; write an array of schemas as "items""#,
      #""unevaluatedProperties" has no effect in draft 7: it exists since draft 2019-09"#)
    expect(
      .otherDraftKeyword,
      at: #"{"$schema": "http://json-schema.org/draft-04/schema#", ➤"const": 1, ➤"$id": "http://a/"}"#,
      #""const" has no effect in draft 4: it exists since draft 6; write "enum" with one value"#,
      #""$id" has no effect in draft 4: it exists since draft 6; write "id""#)
  }

  @Test("An older keyword; where no edition is named, that may be the remedy")
  func older() {
    expect(
      .otherDraftKeyword, at: "{\(newest), ➤\"$recursiveRef\": \"#\"}",
      #""$recursiveRef" has no effect in draft 2020-12: it exists up to draft 2019-09; write "$dynamicRef""#)
    expect(
      .otherDraftKeyword, at: #"{➤"id": "http://a/", "type": "string"}"#,
      #""id" has no effect in draft 2020-12: it exists up to draft 4; write "$id", or name the older draft in "$schema""#
    )
    expect(
      .otherDraftKeyword, at: #"{"type": "array", ➤"additionalItems": false}"#,
      #""additionalItems" has no effect in draft 2020-12: it exists up to draft 2019-09; write "items" beside "#
        + #""prefixItems", or name the older draft in "$schema""#)
  }

  @Test("Keywords that still work under an old name, where the edition is named")
  func renamed() {
    expect(
      .otherDraftKeyword, at: "{\(newest), ➤\"definitions\": {}, ➤\"dependencies\": {}}",
      #""definitions" is called "$defs" since draft 2019-09"#,
      #""dependencies" is called "dependentRequired" or "dependentSchemas" since draft 2019-09"#)
    expectNothing(of: .otherDraftKeyword, in: #"{"definitions": {}, "dependencies": {}}"#)
  }

  @Test("Keywords that only the next edition gave other names are right in theirs")
  func renamedLater() {
    let text = #"""
      {"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveAnchor": true, "type": "array",
       "items": [{"type": "integer"}], "additionalItems": {"$recursiveRef": "#"}}
      """#
    expectNothing(of: .otherDraftKeyword, in: text)
    expect(
      .otherDraftKeyword,
      at: #"{"$schema": "https://json-schema.org/draft/2019-09/schema", ➤"dependencies": {}, ➤"prefixItems": []}"#,
      #""dependencies" is called "dependentRequired" or "dependentSchemas" since draft 2019-09"#,
      #""prefixItems" has no effect in draft 2019-09: it exists since draft 2020-12; write an array of schemas as "items""#
    )
  }

  @Test("Descriptions and $defs do no harm in older editions")
  func harmless() {
    expectNothing(
      of: .otherDraftKeyword,
      in: "{\(seven), \"$defs\": {\"a\": {}}, \"$ref\": \"#/$defs/a\", \"deprecated\": true, \"contentSchema\": {}}")
    expectNothing(
      of: .otherDraftKeyword, in: #"{"$comment": "", "examples": [], "readOnly": true}"#, draft: .draft4)
  }

  @Test("An array of items in the newest edition is an error that names its successor")
  func arrayOfItems() {
    let found = lint(#"{"items": [{"type": "string"}]}"#)
    #expect(
      found.map(\.message) == [
        #""items" must be one schema since draft 2020-12; write an array of schemas as "prefixItems""#
      ])
    #expect(found.first?.severity == .error)
  }
}
