import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@Suite("The parts of a schema that are interpreted")
struct SchemaPartsTests {
  @Test("A part may be in a meta-schema, whose text is known")
  func metaSchema() throws {
    let uri = "http://json-schema.org/draft-04/schema"
    let parts = SchemaParts(
      SchemaText(uri: "typecast:/Rules.schema.json", name: "Rules", text: #"{"$ref": "\#(uri)#"}"#),
      with: [SchemaText(uri: uri, name: uri, text: "")], draft: 4,
      parts: [(1, "/definitions/stringArray", [0, 1, 2, 3], [])])
    #expect(try parts.schema.holds(0, for: JSONDocument(#"["a", "b"]"#).root))
    #expect(try !parts.schema.holds(0, for: JSONDocument(#"["a", "a"]"#).root))
  }
}
