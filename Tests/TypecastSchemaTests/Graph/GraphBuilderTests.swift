import Testing
import TypecastJSON
import TypecastSchema

@Suite("Building the graph")
struct GraphBuilderTests {
  @Test("A reference that leads nowhere is refused, with a guess at what was meant")
  func unresolvable() throws {
    #expect(
      try findings(in: ##"{"$ref": "#/$defs/Adress", "$defs": {"Address": {}}}"##) == [
        ##"schema:1:10 error unresolvable-reference: the reference "#/$defs/Adress" leads nowhere: "##
          + #"there is no "Adress" on the way; did you mean "Address"?"#
      ])
    #expect(
      try findings(in: ##"{"$ref": "#nod", "$defs": {"a": {"$anchor": "node"}}}"##) == [
        ##"schema:1:10 error unresolvable-reference: the reference "#nod" leads nowhere: "##
          + ##"there is no anchor of that name; did you mean "#node"?"##
      ])
    #expect(
      try findings(in: #"{"$ref": "other.json#/a"}"#, at: "http://example.com/main.json") == [
        #"schema:1:10 error unresolvable-reference: the reference "other.json#/a" leads nowhere: "#
          + "no document was given for http://example.com/other.json"
      ])
    #expect(
      try findings(in: ##"{"$ref": "#/$defs/a", "$defs": {"a": 1}}"##).contains {
        $0.contains("it leads to a number, which is no schema")
      })
  }

  @Test("That holds for references that no value can reach, and for each place of several")
  func unreached() throws {
    let schema = ##"{"$defs": {"a": {"properties": {"b": {"$ref": "#/x"}}}, "c": {"$ref": "#/x"}}}"##
    let found = try findings(in: schema)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.contains(##"unresolvable-reference: the reference "#/x" leads nowhere"##) })
  }

  @Test("Every problem is told, not only the first")
  func severalProblems() throws {
    let schema = ##"{"type": "strin", "pattern": "(", "$ref": "#/x", "minLength": -1}"##
    let rules = try findings(in: schema).map { $0.split(separator: ":")[2].split(separator: " ").last }
    #expect(Set(rules) == ["unresolvable-reference", "invalid-schema", "invalid-pattern"])
    #expect(rules.count == 4)
  }

  @Test("A pointer may lead into a keyword that is not known, and what stands there is a schema then")
  func unknownKeyword() throws {
    let schema = ##"{"$ref": "#/x-shared/name", "x-shared": {"name": {"type": "string"}}}"##
    #expect(try verdict(schema, on: "\"a\""))
    #expect(try !verdict(schema, on: "1"))
    let broken = ##"{"$ref": "#/x-shared/name", "x-shared": {"name": {"type": "strin"}}}"##
    #expect(try findings(in: broken).count == 1)
    #expect(try findings(in: #"{"x-shared": {"name": {"type": "strin"}}}"#).isEmpty)
  }

  @Test("Tokens of a pointer may be escaped, twice over")
  func escapedPointers() throws {
    let schema = ##"{"$ref": "#/$defs/a~1b%25~0c", "$defs": {"a/b%~c": {"type": "string"}}}"##
    #expect(try verdict(schema, on: "\"a\""))
    #expect(try !verdict(schema, on: "1"))
    #expect(try findings(in: ##"{"$ref": "#/$defs/a%zz", "$defs": {}}"##).count == 1)
    #expect(try findings(in: ##"{"$ref": "#/$defs/a~2", "$defs": {}}"##).contains { $0.contains("no JSON Pointer") })
  }

  @Test("Up to draft 7 a reference hides what stands beside it, an identifier included")
  func siblings() throws {
    let schema = ##"{"$ref": "#/definitions/a", "maximum": 1, "definitions": {"a": {"type": "integer"}}}"##
    for draft in [Draft.draft4, .draft6, .draft7] { #expect(try verdict(schema, on: "5", draft: draft)) }
    for draft in [Draft.draft2019, .draft2020] { #expect(try !verdict(schema, on: "5", draft: draft)) }
    let identified = ##"{"$id": "http://a/b", "$ref": "http://a/b#/definitions/x", "definitions": {"x": {}}}"##
    #expect(try findings(in: identified, draft: .draft7).count == 1)
    #expect(try findings(in: identified, draft: .draft2020).isEmpty)
  }

  @Test("A part of a document can be compiled by its pointer")
  func startingPoint() throws {
    let document = SchemaDocument(
      try JSONDocument(##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"type": "string"}}}"##), name: "schema")
    let schema = try CompiledSchema(document, at: #require(JSONPointer("/$defs/a")))
    #expect(try schema.isValid(JSONDocument("\"x\"")))
    #expect(try !schema.isValid(JSONDocument("1")))
    let error = #expect(throws: SchemaError.self) {
      try CompiledSchema(document, at: #require(JSONPointer("/$defs/c")))
    }
    #expect(error?.description == #"schema:1:1: error: the document has nothing at "/$defs/c""#)
  }
}
