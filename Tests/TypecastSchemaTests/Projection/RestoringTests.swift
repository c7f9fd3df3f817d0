import Testing
import TypecastJSON

@testable import TypecastSchema

@Suite("A reply becomes the value that the original schema is about")
struct RestoringTests {
  private func restored(_ reply: String, _ schema: String, from dialect: Dialect = .openAIStrict) throws -> JSONValue {
    try project(schema, to: dialect).restoring(JSONValue(parsing: reply))
  }

  @Test("A null that stands for a missing member goes, wherever it is")
  func nulls() throws {
    let schema = """
      {"type": "object", "properties": {"a": {"type": "string"}, "list": {"type": "array", "items": {"$ref": "#"}},
       "one": {"anyOf": [{"type": "integer"}, {"$ref": "#"}]}}}
      """
    let reply = """
      {"a": null, "list": [{"a": "x", "list": null, "one": null}], "one": {"a": null, "list": [], "one": 3}}
      """
    #expect(try restored(reply, schema) == ["list": [["a": "x"]], "one": ["list": [], "one": 3]])
  }

  @Test("A null that is valid itself stays, and so does one that is required")
  func ownNulls() throws {
    let schema = """
      {"type": "object", "properties": {"a": {"type": ["string", "null"]}, "b": {"type": "null"}}, "required": ["b"]}
      """
    #expect(try restored(#"{"a": null, "b": null}"#, schema) == ["a": nil, "b": nil])
  }

  @Test("A value that may not stand alone comes out of its wrapper")
  func wrapper() throws {
    #expect(try restored(#"{"value": [1, 2]}"#, #"{"type": "array", "items": {"type": "integer"}}"#) == [1, 2])
    let tree = ##"{"type": ["object", "null"], "properties": {"next": {"$ref": "#"}, "n": {"type": "integer"}}}"##
    #expect(
      try restored(#"{"value": {"next": {"next": null, "n": 1}, "n": null}}"#, tree) == ["next": ["next": nil, "n": 1]])
  }

  @Test("What does not follow the schema is left as it is")
  func strangers() throws {
    let schema = #"{"type": "object", "properties": {"a": {"type": "string"}}}"#
    #expect(try restored(#"[{"a": null}]"#, schema) == [["a": nil]])
    #expect(try restored(#"{"a": {"a": null}, "b": null}"#, schema) == ["a": ["a": nil], "b": nil])
    #expect(try restored("[1]", #"{"type": "array"}"#) == [1])
  }

  @Test("A dialect with optional members changes nothing")
  func untouched() throws {
    let schema = #"{"type": "object", "properties": {"a": {"type": "string"}}}"#
    #expect(try restored(#"{"a": null}"#, schema, from: .ollama) == ["a": nil])
  }
}
