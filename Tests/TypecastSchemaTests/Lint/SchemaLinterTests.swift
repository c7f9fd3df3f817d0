import Testing
import TypecastJSON
import TypecastSchema

@Suite("The linter reports everything at once")
struct SchemaLinterTests {
  private func places(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.document):\($0.position) \($0.severity.rawValue) \($0.rule)" }
  }

  @Test("Errors and warnings of all sorts stand in the order of their places")
  func order() {
    let schema = """
      {
        "type": "objct",
        "properties": {
          "a": {"$ref": "#/$defs/nowhere"},
          "b": {"pattern": "("},
          "c": {"multipleOf": 0, "minimum": 2, "maximum": 1, "foo": true}
        },
        "allOf": [{"$ref": "#"}]
      }
      """
    #expect(
      places(lint(schema)) == [
        "schema:2:11 error invalid-schema", "schema:4:19 error unresolvable-reference",
        "schema:5:22 error invalid-pattern", "schema:6:25 error invalid-schema",
        "schema:6:39 warning contradicting-limits", "schema:6:56 warning unknown-keyword",
        "schema:8:13 error endless-recursion",
      ])
  }

  @Test("Nothing is said twice")
  func once() {
    let schema =
      #"{"minItems": -1, "required": "a", "properties": {"x": {"type": ["string", "strin"]}}, "enum": 1}"#
    let found = lint(schema)
    #expect(Set(found).count == found.count)
    #expect(
      places(found) == [
        "schema:1:14 error invalid-schema", "schema:1:30 error invalid-schema", "schema:1:75 error invalid-schema",
        "schema:1:95 error invalid-schema",
      ])
  }

  @Test("A sound schema has no diagnostics", arguments: Draft.allCases)
  func sound(draft: Draft) {
    let schema = #"""
      {
        "$schema": "\#(draft.metaSchemaURI)", "title": "Invoice", "description": "What is owed.", "type": "object",
        "properties": {
          "number": {"type": "string", "pattern": "^[A-Z]{2}\\d+$", "minLength": 3, "maxLength": 20},
          "total": {"type": "number", "minimum": 0, "multipleOf": 0.01, "default": 0},
          "lines": {"type": "array", "items": {"$ref": "#"}, "minItems": 0, "maxItems": 0}
        },
        "required": ["number", "total"], "additionalProperties": false
      }
      """#
    #expect(lint(schema).isEmpty)
  }

  @Test("The edition of schemas that name none can be chosen")
  func defaultDraft() {
    let schema = #"{"items": [{"type": "string"}], "additionalItems": false}"#
    #expect(lint(schema, draft: .draft7).isEmpty)
    #expect(lint(schema).map(\.rule) == [.invalidSchema, .otherDraftKeyword])
  }

  @Test("A boolean is a schema; another value is none")
  func roots() {
    #expect(lint("true").isEmpty)
    #expect(places(lint("12")) == ["schema:1:1 error invalid-schema"])
    #expect(places(lint("{} {}")) == ["schema:1:4 error invalid-json"])
    #expect(places(lint(#"{"type": "string", "type": "null"}"#)) == ["schema:1:20 error invalid-json"])
  }

  @Test("Files see each other, whatever their order; one that is no JSON does not keep the others from being read")
  func together() {
    let user = #"{"$ref": "2"}"#
    let used = #"{"type": "string", "minlength": 1}"#
    #expect(places(lint(user, used)) == ["schema2:1:20 warning unknown-keyword"])
    #expect(
      places(lint(used, #"{"$ref": "1#/x"}"#)) == [
        "schema:1:20 warning unknown-keyword", "schema2:1:10 error unresolvable-reference",
      ])
    #expect(
      places(lint("{", #"{"$ref": "4"}"#, "", "true")) == [
        "schema:1:2 error invalid-json", "schema3:1:1 error empty-file",
      ])
    #expect(places(lint(user)) == ["schema:1:10 error unresolvable-reference"])
  }

  @Test("Two files with one identifier")
  func twins() throws {
    let schema = #"{"$id": "https://example.com/twin", "type": "string"}"#
    let found = lint(schema, schema)
    #expect(places(found) == ["schema2:1:9 warning duplicate-identifier"])
    let message = try #require(found.first?.message)
    #expect(
      message == #"the identifier "https://example.com/twin" already stands for another schema, in schema; "#
        + "references lead to that one")
    #expect(found.first?.pointer?.description == "/$id")
  }

  @Test("Two anchors of one name in a document")
  func anchors() {
    let schema = ##"{"$ref": "#a", "$defs": {"x": {"$anchor": "a"}, "y": {"$anchor": "a"}}}"##
    #expect(places(lint(schema)).contains("schema:1:66 warning duplicate-identifier"))
  }

  @Test("Of documents that were not asked about only errors are reported, after all others")
  func library() throws {
    let base = try JSONDocument(#"{"minlength": 1, "properties": {"a": {"type": "strin"}}}"#)
    let library = SchemaLibrary([SchemaDocument(base, uri: URIReference("https://example.com/base"), name: "base")])
    let file = SchemaFile(
      name: "schema", uri: URIReference("https://example.com/schema"),
      bytes: Array(#"{"$ref": "base", "tpye": "string"}"#.utf8))
    #expect(
      places(SchemaLinter().lint([file], library: library)) == [
        "schema:1:18 warning unknown-keyword", "base:1:47 error invalid-schema",
      ])
  }

  @Test("A document that does not know its dialect is read all the same")
  func dialects() {
    let found = lint(#"{"$schema": "http://json-schema.org/draft-03/schema#", "type": "string"}"#)
    #expect(places(found) == ["schema:1:13 warning unknown-dialect"])
  }

  @Test("No files, no diagnostics")
  func nothing() {
    #expect(SchemaLinter().lint([SchemaFile]()).isEmpty)
  }

  @Test("Every rule has a name of its own, in lower case with hyphens")
  func names() {
    let rules: [Diagnostic.Rule] = [
      .invalidJSON, .invalidSchema, .unresolvableReference, .invalidPattern, .endlessRecursion, .unknownVocabulary,
      .unknownDialect, .duplicateIdentifier, .emptyFile, .byteOrderMark, .invalidUTF8, .unknownKeyword,
      .otherDraftKeyword, .referenceSibling, .ineffectiveKeyword, .missingPartner, .unknownFormat, .lenientPattern,
      .costlyPattern, .contradictingLimits, .undeclaredRequired, .untypedProperties, .duplicateEnumValue,
      .forbiddenEnumValue, .duplicateAlternative, .invalidDefault, .invalidExample, .unusedDefinition,
    ]
    #expect(Set(rules).count == rules.count)
    for rule in rules {
      #expect(rule.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x38 }, "\(rule)")
    }
  }
}
