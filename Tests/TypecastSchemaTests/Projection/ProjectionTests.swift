import Testing
import TypecastJSON

@testable import TypecastSchema

@Suite("What projections send and what they report")
struct ProjectionTests {
  @Test("Every loss has the place in the schema as it was written")
  func places() throws {
    let text = """
      {"type": "object", "required": ["a"], "additionalProperties": false,
       "properties": {"a": {"type": "string", "minLength": 2}}}
      """
    let losses = try project(text, to: .openAIStrict).losses
    #expect(losses.count == 1)
    let loss = try #require(losses.first)
    #expect(loss.kind == .notEnforced && loss.keyword == "minLength" && loss.dialect == .openAIStrict)
    #expect(loss.pointer.description == "/properties/a/minLength")
    #expect((loss.position.line, loss.position.column) == (2, 41))
    #expect(loss.description.hasPrefix(#"schema:2:41: warning: openai-strict: "minLength" is not enforced"#))
  }

  @Test("Losses in another document name that document")
  func otherDocuments() throws {
    let other = SchemaDocument(
      try JSONDocument(#"{"$defs": {"x": {"type": "string", "minLength": 3}}}"#),
      uri: URIReference("https://example.com/other.json"), name: "other.json")
    let main = SchemaDocument(
      try JSONDocument(#"{"type": "array", "items": {"$ref": "other.json#/$defs/x"}}"#),
      uri: URIReference("https://example.com/main.json"), name: "main.json")
    let schema = try CompiledSchema(main, library: SchemaLibrary([other]))
    let projection = schema.projection(to: .anthropic)
    #expect(projection.losses.map(\.document) == ["other.json"])
    #expect(projection.schema["items"] == ["$ref": "#/$defs/x"])
    #expect(projection.schema["$defs"] == ["x": ["type": "string"]])
  }

  @Test("The order of members is that of the schema")
  func order() throws {
    let text = #"{"type": "object", "properties": {"z": {"type": "null"}, "a": {"type": "null"}, "m": {}}}"#
    for dialect in Dialect.all {
      let projection = try project(text, to: dialect)
      #expect(projection.schema["properties"]?.object?.keys == ["z", "a", "m"], "\(dialect)")
      #expect(projection.kinds.contains(.reordered) == (dialect == .ollama), "\(dialect)")
    }
  }

  @Test("Alternatives of oneOf that exclude each other anyway lose nothing")
  func exclusive() throws {
    func kinds(_ options: String) throws -> [String] {
      try project("{\"oneOf\": [\(options)]}", to: .geminiJSONSchema).keywords(.notEnforced)
    }
    #expect(try kinds(#"{"type": "string"}, {"type": "integer"}"#) == [])
    #expect(try kinds(#"{"enum": ["a", "b"]}, {"const": "c"}"#) == [])
    #expect(try kinds(#"{"type": "integer"}, {"type": "number"}"#) == ["oneOf"])
    #expect(try kinds(#"{"enum": ["a", "b"]}, {"const": "b"}"#) == ["oneOf"])
  }

  @Test("What is around a choice is in each of its options")
  func choices() throws {
    let text = """
      {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "additionalProperties": false,
       "anyOf": [{"required": ["a"]}, {"required": ["b"], "properties": {"b": {"minLength": 3}}}]}
      """
    let branches = try #require(try project(text, to: .llamaCpp).schema["anyOf"]?.array)
    #expect(branches.map { $0["required"] } == [["a"], ["b"]])
    #expect(branches[1]["properties"]?["b"] == ["type": "string", "minLength": 3])
    #expect(branches.allSatisfy { $0["additionalProperties"] == false })
  }

  @Test("What would crash a server is not sent")
  func crashes() throws {
    for (keywords, type) in [
      (#""minItems": 4, "maxItems": 2"#, "array"), (#""minLength": 4, "maxLength": 2"#, "string"),
      (#""minimum": 4, "maximum": 2"#, "integer"), (#""pattern": "^(?:ab)+$""#, "string"),
      (#""pattern": "^(?=a)b$""#, "string"), (#""pattern": "^\\d+$""#, "string"),
      (#""maxLength": 5000"#, "string"), (#""minItems": 3000"#, "array"), (#""maxItems": 100000"#, "array"),
      (#""enum": []"#, "string"),
    ] {
      let schema = try project("{\"type\": [\"\(type)\", \"null\"], \(keywords)}", to: .ollama).schema.description
      for danger in ["(?", "\\\\d", "5000", "3000", "100000", "\"enum\":[]"] {
        #expect(!schema.contains(danger), "\(schema)")
      }
      let sent = try JSONValue(parsing: schema)
      for (least, most) in [("minItems", "maxItems"), ("minLength", "maxLength"), ("minimum", "maximum")] {
        guard let least = sent[least]?.number, let most = sent[most]?.number else { continue }
        #expect(least <= most, "\(schema)")
      }
    }
  }

  @Test("Limits of integers become inclusive integers where they have to be")
  func integers() throws {
    func limits(_ keywords: String) throws -> JSONValue {
      try project("{\"type\": \"integer\", \(keywords)}", to: .llamaCpp).schema
    }
    #expect(try limits(#""minimum": 2.5, "maximum": 7.5"#) == ["type": "integer", "minimum": 3, "maximum": 7])
    #expect(
      try limits(#""exclusiveMinimum": 2, "exclusiveMaximum": 7"#) == ["type": "integer", "minimum": 3, "maximum": 6])
    #expect(try limits(#""minimum": -2.5, "maximum": 1e30"#) == ["type": "integer", "minimum": -2])
  }

  @Test("Gemini's references stay where a member may be missing")
  func circles() throws {
    let text = """
      {"type": "object", "required": ["a"], "properties": {
        "a": {"$ref": "#/$defs/leaf"}, "next": {"$ref": "#"}}, "$defs": {"leaf": {"type": "object", "properties": {
        "x": {"type": "string"}}}}}
      """
    let projection = try project(text, to: .geminiJSONSchema)
    #expect(projection.schema["properties"]?["next"] == ["$ref": "#/$defs/root"])
    #expect(!projection.kinds.contains(.unrolled))
    let required = text.replacing("[\"a\"]", with: "[\"a\", \"next\"]")
    #expect(try project(required, to: .geminiJSONSchema).kinds.contains(.unrolled))
  }

}
