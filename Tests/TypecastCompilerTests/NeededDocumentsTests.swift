import Testing
import TypecastCompiler

@Suite("Generated code carries the documents that its parts are in")
struct NeededDocumentsTests {
  @Test("Parts of a meta-schema are looked for in it, and it needs no text")
  func metaSchema() throws {
    let source = try #require(sources(of: ["Rules": #"{"$ref": "http://json-schema.org/draft-07/schema#"}"#]).first)
    let uri = "http://json-schema.org/draft-07/schema"
    #expect(source.contains(#"with: [Typecast::SchemaText(uri: "\#(uri)", name: "\#(uri)", text: "")]"#))
    #expect(source.contains(#"(1, "/definitions/stringArray", ["#))
    #expect(!source.contains(#"(0, "/definitions/stringArray""#))
  }

  @Test("The description of a dialect goes with a document that refers to one in the dialect")
  func dialect() throws {
    let sources = sources(of: [
      "Call": #"{"type": "object", "properties": {"place": {"$ref": "Place.schema.json"}}}"#,
      "Dialect": """
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/dialect",
       "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true}}
      """,
      "Place": #"{"$schema": "https://example.com/dialect", "minimum": 3}"#,
    ])
    #expect(sources.count == 3)
    #expect(sources.first?.contains("with: [Dialect.source, Place.source]") == true)
    #expect(sources.last?.contains("with: [Dialect.source]") == true)
  }

  private func sources(of schemas: [String: String]) -> [String] {
    SchemaCompilation(
      schemas.sorted { $0.key < $1.key }.map { name, text in
        SchemaCompilation.Input(path: name + ".schema.json", name: name, bytes: Array(text.utf8))
      }
    ).sources
  }
}
