import Testing
import TypecastJSON
import TypecastSchema

@Suite("Documents and their resources")
struct ResourceTableTests {
  @Test("Documents of the library are found by address and by identifier")
  func library() throws {
    let documents = try TypecastSchemaTests.library([
      "http://a/types.json": #"{"$defs": {"name": {"type": "string"}}}"#,
      "file:///somewhere/size.json": #"{"$id": "http://a/size", "type": "integer"}"#,
    ])
    let schema = #"{"properties": {"name": {"$ref": "types.json#/$defs/name"}, "size": {"$ref": "http://a/size"}}}"#
    #expect(try verdict(schema, on: #"{"name": "x", "size": 1}"#, at: "http://a/main.json", library: documents))
    #expect(try !verdict(schema, on: #"{"name": 1}"#, at: "http://a/main.json", library: documents))
    #expect(try !verdict(schema, on: #"{"size": "x"}"#, at: "http://a/main.json", library: documents))
  }

  @Test("The loader is asked once for each address, and only when a reference leads there")
  func loader() throws {
    let asked = Asked()
    let library = SchemaLibrary(loader: { uri in
      asked.note(uri.description)
      guard uri.description == "http://a/known" else { return nil }
      return SchemaDocument(try JSONDocument(#"{"type": "string"}"#), uri: uri)
    })
    let schema = ##"{"items": {"$ref": "known"}, "contains": {"$ref": "known#"}, "$defs": {"a": {"$ref": "#"}}}"##
    #expect(try findings(in: schema, at: "http://a/main", library: library).isEmpty)
    #expect(asked.all == ["http://a/known"])
    #expect(try findings(in: #"{"$ref": "other"}"#, at: "http://a/main", library: library).count == 1)
    #expect(asked.all == ["http://a/known", "http://a/other"])
  }

  @Test("A loader that fails gives its reason")
  func failingLoader() throws {
    struct Unreadable: Error, CustomStringConvertible { let description = "the disk is on fire" }
    let library = SchemaLibrary(loader: { _ in throw Unreadable() })
    let found = try findings(in: #"{"$ref": "http://a/b"}"#, library: library)
    #expect(found.count == 1)
    #expect(
      found.first?.contains(
        #"the reference "http://a/b" leads nowhere: the document http://a/b can't be read: the disk is on fire"#)
        == true)
  }

  @Test("What is wrong in another document is told with that document's name")
  func otherDocument() throws {
    let documents = try TypecastSchemaTests.library(["http://a/b": "{\n  \"type\": \"strin\"}"])
    let found = try findings(in: #"{"$ref": "http://a/b"}"#, library: documents)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("http://a/b:2:11 error invalid-schema") == true)
  }

  @Test("Two schemas of one identifier give a warning, and the first stands")
  func duplicates() throws {
    let schema = #"{"$defs": {"a": {"$id": "http://a/x", "type": "string"}, "b": {"$id": "http://a/x"}}}"#
    let found = try findings(in: schema)
    #expect(found.count == 1)
    #expect(found.first?.contains(#"warning duplicate-identifier: the identifier "http://a/x" already stands"#) == true)
  }

  @Test("A resource inside a document is found by its identifier, and its references resolve against that")
  func embedded() throws {
    let schema = ##"""
      {"$id": "http://a/main", "$ref": "http://b/inner", "$defs": {
        "x": {"type": "string"},
        "i": {"$id": "http://b/inner", "$ref": "#/$defs/x", "$defs": {"x": {"$id": "deep/", "$ref": "leaf"},
          "l": {"$id": "deep/leaf", "type": "integer"}}}}}
      """##
    #expect(try verdict(schema, on: "1"))
    #expect(try !verdict(schema, on: "\"x\""))
  }

  @Test("In draft 4 `id` identifies and `$id` does not; later it is the other way round")
  func identifiers() throws {
    let old =
      ##"{"id": "http://a/m", "properties": {"a": {"$ref": "t"}}, "definitions": {"t": {"id": "t", "type": "null"}}}"##
    #expect(try verdict(old, on: #"{"a": null}"#, draft: .draft4))
    #expect(try !verdict(old, on: #"{"a": 1}"#, draft: .draft4))
    #expect(try findings(in: old, draft: .draft6).count == 1)
    let new = ##"{"$id": "http://a/m", "properties": {"a": {"$ref": "t"}}, "definitions": {"t": {"$id": "t"}}}"##
    #expect(try findings(in: new, draft: .draft6).isEmpty)
    #expect(try findings(in: new, draft: .draft4).count == 1)
  }

  @Test("An `$id` that is only a fragment names a place up to draft 7")
  func fragmentIdentifiers() throws {
    let schema = ##"{"$ref": "#here", "definitions": {"a": {"$id": "#here", "type": "string"}}}"##
    #expect(try !verdict(schema, on: "1", draft: .draft7))
    #expect(try verdict(schema, on: "\"x\"", draft: .draft7))
    #expect(!(try findings(in: schema, draft: .draft2020).isEmpty))
  }

  @Test("Only a schema with an identifier may change the dialect inside a document")
  func embeddedDialects() throws {
    func schema(_ identifier: String) -> String {
      ##"{"$ref": "#/$defs/a", "$defs": {"a": {"$schema": "http://json-schema.org/draft-04/schema#", "##
        + identifier + ##""minimum": 3, "exclusiveMinimum": true}}}"##
    }
    #expect(try findings(in: schema("")).contains { $0.contains(#""exclusiveMinimum" must be a number"#) })
    #expect(try findings(in: schema(#""$id": "http://a/b", "#)).isEmpty)
    // Where `id` is just a name it neither changes the dialect nor what references resolve against.
    #expect(!(try findings(in: schema(#""id": "http://a/b", "#)).isEmpty))
    let named =
      ##"{"$defs": {"a": {"$schema": "http://json-schema.org/draft-04/schema", "id": "x/y", "$ref": "#/$defs"}}}"##
    #expect(try findings(in: named).isEmpty)
  }
}

/// What a loader was asked for.
private final class Asked: @unchecked Sendable {
  private(set) var all: [String] = []

  func note(_ address: String) { all.append(address) }
}
