import Testing
import TypecastJSON
import TypecastSchema

@Suite("A definition that nothing refers to is reported")
struct UnusedDefinitionRuleTests {
  private func message(_ name: String) -> String { "nothing refers to the definition \"\(name)\"; use it or remove it" }

  @Test("At its name, under both keywords")
  func unused() {
    expect(
      .unusedDefinition, at: ##"{"$ref": "#/$defs/a", "$defs": {"a": {}, ➤"b": {}}, "definitions": {➤"c": true}}"##,
      message("b"), message("c"))
  }

  @Test("A definition that only uses itself, or that only an unused one uses")
  func circles() {
    expect(
      .unusedDefinition,
      at:
        ##"{"type": "object", "$defs": {➤"a": {"items": {"$ref": "#/$defs/a"}}, ➤"b": {"items": {"$ref": "#/$defs/c"}}, ➤"c": {}}}"##,
      message("a"), message("b"), message("c"))
  }

  @Test("One word about a definition covers those in it")
  func nested() {
    expect(
      .unusedDefinition, at: ##"{"type": "object", "$defs": {➤"a": {"$defs": {"b": {}}}}}"##, message("a"))
    expect(
      .unusedDefinition, at: ##"{"$ref": "#/$defs/a/$defs/b", "$defs": {"a": {"$defs": {"b": {}, ➤"c": {}}}}}"##,
      message("c"))
  }

  @Test(
    "Every way to refer to a definition counts",
    arguments: [
      ##"{"$ref": "#/$defs/a/properties/x", "$defs": {"a": {"type": "object", "properties": {"x": {}}}}}"##,
      ##"{"$ref": "#here", "$defs": {"a": {"$anchor": "here"}}}"##,
      ##"{"$id": "http://a/b", "$ref": "c", "$defs": {"a": {"$id": "c"}}}"##,
      ##"{"$ref": "#/$defs/a", "$defs": {"a": {"items": {"$ref": "#/$defs/b"}}, "b": {}}}"##,
      ##"{"$dynamicRef": "#n", "$defs": {"a": {"$dynamicAnchor": "n"}}}"##,
      ##"{"type": "object", "x-more": {"$ref": "#/$defs/a"}, "$defs": {"a": {}}}"##,
      ##"{"$ref": "#/%24defs/a%20b", "$defs": {"a b": {}}}"##,
    ])
  func used(schema: String) {
    expectNothing(of: .unusedDefinition, in: schema)
  }

  @Test("A document that only defines is there for others")
  func libraries() {
    expectNothing(of: .unusedDefinition, in: #"{"title": "Common", "$defs": {"a": {}, "b": {}}}"#)
  }

  @Test("A reference that leads nowhere may have meant any of them")
  func lost() {
    #expect(lint(##"{"$ref": "#/$defs/x", "$defs": {"a": {}}}"##).map(\.rule) == [.unresolvableReference])
  }

  @Test("Other documents use definitions too")
  func otherDocuments() {
    let definitions = ##"{"type": "object", "$defs": {"a": {}, "b": {}}}"##
    let user = ##"{"$ref": "1#/$defs/a"}"##
    #expect(lint(definitions).count == 2)
    #expect(lint(definitions, user).map(\.pointer?.description) == ["/$defs/b"])
    #expect(lint(##"{"$ref": "2#/$defs/a"}"##, definitions).map(\.pointer?.description) == ["/$defs/b"])
  }
}
