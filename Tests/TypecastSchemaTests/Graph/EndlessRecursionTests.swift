import Testing
import TypecastSchema

@Suite("Endless recursion")
struct EndlessRecursionTests {
  @Test(
    "A schema that applies itself to the same value is refused",
    arguments: [
      ##"{"$ref": "#"}"##, ##"{"allOf": [{"$ref": "#"}]}"##, ##"{"not": {"$ref": "#"}}"##,
      ##"{"if": {"$ref": "#"}}"##, ##"{"anyOf": [{"type": "string"}, {"oneOf": [{"$ref": "#"}]}]}"##,
      ##"{"dependentSchemas": {"a": {"$ref": "#"}}}"##,
      ##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"allOf": [{"$ref": "#/$defs/a"}]}}}"##,
      ##"{"$id": "http://a/b", "$dynamicAnchor": "x", "anyOf": [true, {"$dynamicRef": "#x"}]}"##,
      ##"{"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveAnchor": true, "$recursiveRef": "#"}"##,
    ])
  func circles(schema: String) throws {
    let found = try findings(in: schema)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.contains("endless-recursion: this schema applies ") })
  }

  @Test(
    "A schema that goes into the value before it comes back is not",
    arguments: [
      ##"{"properties": {"a": {"$ref": "#"}}}"##, ##"{"items": {"$ref": "#"}}"##, ##"{"contains": {"$ref": "#"}}"##,
      ##"{"propertyNames": {"$ref": "#"}}"##, ##"{"additionalProperties": {"$ref": "#"}}"##,
      ##"{"unevaluatedItems": {"$ref": "#"}}"##, ##"{"prefixItems": [{"$ref": "#"}]}"##,
      ##"{"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}], "$defs": {"a": {"type": "string"}}}"##,
      ##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"items": {"$ref": "#/$defs/a"}}}}"##,
      ##"{"$id": "http://a/b", "$dynamicAnchor": "x", "items": {"$dynamicRef": "#x"}}"##,
    ])
  func progress(schema: String) throws {
    #expect(try findings(in: schema).isEmpty)
  }

  @Test("The place and the other end of the circle are told")
  func place() throws {
    let schema = ##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##
    let found = try findings(in: schema)
    #expect(found.count == 1)
    #expect(found.first?.contains(#"applies "/$defs/"#) == true)
  }

  @Test("A circle that a resource on the way may open is none, and where it stays closed there is no verdict")
  func dynamicCircle() throws {
    let tree = ##"{"$id": "http://a/tree", "$dynamicAnchor": "x", "anyOf": [{"type": "null"}, {"$dynamicRef": "#x"}]}"##
    let name = ##"{"$dynamicAnchor": "x", "type": "string"}"##
    let way = ##"{"$id": "http://a/way", "$ref": "tree", "$defs": {"tree": \##(tree), "x": \##(name)}}"##
    let open = try CompiledSchema(parsing: way)
    #expect(try open.isValid(Array(#""a""#.utf8)))
    #expect(try !open.isValid(Array("1".utf8)))

    let closed = try CompiledSchema(
      parsing: ##"{"$ref": "http://a/tree", "$defs": {"way": \##(way)}}"##)
    let error = #expect(throws: UndecidedError.self) { try closed.isValid(Array("1".utf8)) }
    #expect(error?.kind == .depth)
  }
}
