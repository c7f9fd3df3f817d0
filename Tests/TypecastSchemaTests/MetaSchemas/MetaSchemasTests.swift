import Testing
import TypecastJSON

@testable import TypecastSchema

@Suite("Meta-schemas")
struct MetaSchemasTests {
  private static let vocabularies: [Draft: [String]] = [
    .draft2019: ["core", "applicator", "validation", "meta-data", "format", "content"],
    .draft2020: [
      "core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content",
    ],
  ]

  @Test("Every text is JSON and has an identifier of its own")
  func texts() throws {
    let identifiers = try MetaSchemas.texts.map { text in
      let root = try JSONDocument(text).root
      return try #require((root["$id"] ?? root["id"])?.string)
    }
    #expect(identifiers.count >= 18)
    #expect(Set(identifiers).count == identifiers.count)
    for identifier in identifiers {
      #expect(MetaSchemas.document(at: URIReference(identifier)) != nil, "\(identifier)")
    }
  }

  @Test("Every text compiles and is valid against the meta-schema of its edition")
  func validity() throws {
    for text in MetaSchemas.texts {
      let json = try JSONDocument(text)
      let draft = try #require(json.root["$schema"]?.string.flatMap(Draft.init(metaSchemaURI:)))
      let validator = try #require(MetaSchemas.validator(for: draft))
      #expect(try validator.isValid(json))
      #expect(try validator.validate(json).errors.isEmpty)
      #expect(throws: Never.self) { try CompiledSchema(SchemaDocument(json)) }
    }
  }

  @Test("Each edition's meta-schema refuses a schema that violates it", arguments: Draft.allCases)
  func refusal(draft: Draft) throws {
    let validator = try #require(MetaSchemas.validator(for: draft))
    for schema in [#"{"type": 1}"#, #"{"properties": {"a": {"minLength": -1}}}"#, #"{"allOf": []}"#, "1"] {
      #expect(try !validator.isValid(JSONDocument(schema)), "\(schema)")
    }
    #expect(try validator.isValid(JSONDocument("true")) == (draft > .draft4))
  }

  @Test("Every vocabulary that a meta-schema names has a document", arguments: [Draft.draft2019, .draft2020])
  func vocabularies(draft: Draft) throws {
    let metaSchema = try #require(MetaSchemas.document(at: URIReference(draft.metaSchemaURI)))
    let named = try #require(metaSchema.json.root["$vocabulary"]).members.map(\.key)
    let base = draft.metaSchemaURI.dropLast("schema".count)
    for name in try #require(Self.vocabularies[draft]) {
      let vocabulary = "\(base)vocab/\(name)"
      #expect(named.contains(vocabulary))
      #expect(Vocabulary.named(vocabulary, isRequired: true) != nil)
      let document = try #require(MetaSchemas.document(at: URIReference("\(base)meta/\(name)")), "\(name)")
      #expect(document.json.root["$vocabulary"]?[vocabulary]?.bool == true)
    }
    #expect(named.count == Self.vocabularies[draft]?.count)
  }

  @Test("The vocabulary that asserts formats has a document, though the meta-schema does not name it")
  func formatAssertion() throws {
    let uri = URIReference("https://json-schema.org/draft/2020-12/meta/format-assertion")
    #expect(MetaSchemas.document(at: uri) != nil)
  }

  @Test("A meta-schema is found whether its address has http or https and an empty fragment or none")
  func addresses() {
    for address in [
      "http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft-07/schema",
      "HTTP://JSON-Schema.org/draft-07/schema",
    ] {
      #expect(MetaSchemas.document(at: URIReference(address)) != nil, "\(address)")
    }
    #expect(MetaSchemas.document(at: URIReference("http://json-schema.org/draft-03/schema")) == nil)
  }
}
