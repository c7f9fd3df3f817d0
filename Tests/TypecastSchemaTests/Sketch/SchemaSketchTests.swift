import Testing
import TypecastJSON
import TypecastSchema

@Suite("A schema's shape as a person would sketch it")
struct SchemaSketchTests {
  private func sketch(_ schema: String, describingRoot: Bool = true) throws -> String {
    SchemaSketch.text(of: try CompiledSchema(parsing: schema), describingRoot: describingRoot)
  }

  @Test(
    "Words, lists and alternatives",
    arguments: [
      ("true", "any"), ("false", "never"), ("{}", "any"), (#"{"type": "string"}"#, "string"),
      (#"{"type": "integer"}"#, "int"), (#"{"type": ["string", "null"]}"#, "string | null"),
      (#"{"type": ["integer", "number"]}"#, "number"), (#"{"type": "array"}"#, "any[]"),
      (#"{"items": {"type": ["boolean", "null"]}}"#, "(bool | null)[]"),
      (#"{"enum": [1, "a", null]}"#, #"1 | "a" | null"#),
      (#"{"enum": [1, "a"], "type": "string"}"#, #""a""#), (#"{"enum": [1], "const": 2}"#, "never"),
      (#"{"const": {"a": [1]}}"#, #"{"a":[1]}"#), (#"{"type": "object"}"#, "object"),
      (#"{"additionalProperties": false}"#, "{}"),
      (#"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#, "string | int"),
      (#"{"anyOf": [{"type": "string"}]}"#, "string"), (#"{"oneOf": [true, true]}"#, "any // exactly one of these"),
      (#"{"type": "string", "anyOf": [{"const": "a"}, {"const": 2}]}"#, #""a" | never"#),
      (#"{"type": "string", "not": {"const": "a"}}"#, #"string // not "a""#),
      (#"{"minimum": -1, "maximum": 2.50}"#, "number // -1 to 2.50"), (#"{"maximum": 2}"#, "number // <= 2"),
      (#"{"allOf": [{"minimum": 1}, {"minimum": 2}], "maximum": 3}"#, "number // >= 1; >= 2; <= 3"),
      (#"{"not": {"maxLength": 2}}"#, "any // not any (max 2 characters)"),
      (#"{"type": "integer", "not": {"multipleOf": 2}}"#, "int // not int (multiple of 2)"),
      (#"{"minLength": 1, "maxLength": 1}"#, "string // exactly 1 character"),
      (#"{"items": {"maxLength": 3}, "maxItems": 2}"#, "string[] // max 2 items; each: max 3 characters"),
      (#"{"required": ["a", "b c"]}"#, "{\n  a: any\n  \"b c\": any\n}"),
      (#"{"if": true}"#, "any"), (#"{"minContains": 0, "contains": {}, "type": "array"}"#, "any[]"),
    ])
  func notation(schema: String, expected: String) throws {
    #expect(try sketch(schema) == expected)
  }

  /// A pair of schemas for each assertion: one with it and one without, or with another value.
  private static let assertions: [(String, String, String)] = [
    ("type", #"{"type": "string"}"#, "{}"), ("enum", #"{"enum": [1]}"#, #"{"enum": [2]}"#),
    ("const", #"{"const": 1}"#, #"{"const": 2}"#), ("minimum", #"{"minimum": 1}"#, #"{"minimum": 2}"#),
    ("maximum", #"{"maximum": 1}"#, #"{"maximum": 2}"#), ("multipleOf", #"{"multipleOf": 1}"#, #"{"multipleOf": 2}"#),
    ("exclusiveMinimum", #"{"exclusiveMinimum": 1}"#, #"{"minimum": 1}"#),
    ("exclusiveMaximum", #"{"exclusiveMaximum": 1}"#, #"{"maximum": 1}"#),
    ("minLength", #"{"minLength": 1}"#, #"{"minLength": 2}"#),
    ("maxLength", #"{"maxLength": 1}"#, #"{"maxLength": 2}"#),
    ("pattern", #"{"pattern": "a"}"#, #"{"pattern": "b"}"#), ("format", #"{"format": "date"}"#, #"{"format": "time"}"#),
    ("minItems", #"{"minItems": 1}"#, #"{"minItems": 2}"#), ("maxItems", #"{"maxItems": 1}"#, #"{"maxItems": 2}"#),
    ("uniqueItems", #"{"uniqueItems": true}"#, "{}"), ("minProperties", #"{"minProperties": 1}"#, "{}"),
    ("maxProperties", #"{"maxProperties": 1}"#, "{}"), ("required", #"{"required": ["a"]}"#, "{}"),
    ("dependentRequired", #"{"dependentRequired": {"a": ["b"]}}"#, #"{"dependentRequired": {"b": ["a"]}}"#),
    ("properties", #"{"properties": {"a": true}}"#, #"{"properties": {"b": true}}"#),
    ("patternProperties", #"{"patternProperties": {"a": true}}"#, #"{"patternProperties": {"b": true}}"#),
    ("additionalProperties", #"{"additionalProperties": {"type": "string"}}"#, #"{"additionalProperties": true}"#),
    ("propertyNames", #"{"propertyNames": {"minLength": 1}}"#, "{}"),
    ("prefixItems", #"{"prefixItems": [true]}"#, "{}"),
    ("items", #"{"items": {"type": "string"}}"#, #"{"items": false}"#),
    ("contains", #"{"contains": {"const": 1}}"#, #"{"contains": {"const": 2}}"#),
    ("minContains", #"{"contains": true, "minContains": 2}"#, #"{"contains": true}"#),
    ("maxContains", #"{"contains": true, "maxContains": 2}"#, #"{"contains": true}"#),
    ("allOf", #"{"allOf": [{"type": "string"}, {"minLength": 2}]}"#, #"{"allOf": [{"type": "string"}]}"#),
    ("anyOf", #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, #"{"anyOf": [{"type": "string"}]}"#),
    ("oneOf", #"{"oneOf": [{"minLength": 2}, {"maxLength": 3}]}"#, #"{"anyOf": [{"minLength": 2}, {"maxLength": 3}]}"#),
    ("not", #"{"not": {"type": "string"}}"#, "{}"), ("if", #"{"if": {"const": 1}, "else": false}"#, "{}"),
    ("then", #"{"if": {"const": 1}, "then": {"const": 2}}"#, #"{"if": {"const": 1}, "then": {"const": 1}}"#),
    ("else", #"{"if": {"const": 1}, "else": {"const": 2}}"#, #"{"if": {"const": 1}, "else": {"const": 1}}"#),
    ("dependentSchemas", #"{"dependentSchemas": {"a": {"required": ["b"]}}}"#, "{}"),
    ("dependencies", #"{"dependencies": {"a": ["b"]}}"#, #"{"dependencies": {"a": ["c"]}}"#),
    ("unevaluatedItems", #"{"unevaluatedItems": {"type": "string"}}"#, "{}"),
    ("unevaluatedProperties", #"{"unevaluatedProperties": {"type": "string"}}"#, "{}"),
    ("$ref", ##"{"$ref": "#/$defs/a", "$defs": {"a": {"type": "string"}}}"##, "{}"),
    ("$dynamicRef", ##"{"$dynamicRef": "#a", "$defs": {"a": {"$dynamicAnchor": "a", "type": "string"}}}"##, "{}"),
  ]

  @Test("Every assertion shows", arguments: assertions.indices)
  func assertion(number: Int) throws {
    let (keyword, with, without) = Self.assertions[number]
    #expect(try sketch(with) != sketch(without), "\(keyword)")
  }

  @Test("No assertion is left out of that list")
  func allAssertions() {
    let silent: Set = [
      "$schema", "$id", "$comment", "$anchor", "$vocabulary", "$dynamicAnchor", "$defs", "definitions", "title",
      "description", "default", "examples", "readOnly", "writeOnly", "deprecated", "contentMediaType",
      "contentEncoding", "contentSchema",
    ]
    let tested = Set(Self.assertions.map(\.0))
    #expect(Set(KeywordTable.names(in: .draft2020)).subtracting(silent).subtracting(tested) == [])
  }

  @Test("The root's description may stand elsewhere, that of a part may not")
  func rootDescription() throws {
    let schema = ##"{"description": "D", "title": "T", "type": "array", "items": {"$ref": "#"}, "minItems": 1}"##
    #expect(try sketch(schema) == "T\n\ntype T = T[] // D min 1 item".replacing("D ", with: "D; "))
    #expect(try sketch(schema, describingRoot: false) == "T\n\ntype T = T[] // min 1 item")
    #expect(try sketch(#"{"title": "T", "items": {"title": "E"}}"#, describingRoot: false) == "any[] // each: E")
  }

  @Test("A title says something only where the name does not")
  func titles() throws {
    let schema = #"{"properties": {"first_name": {"title": "First Name"}, "x": {"title": "Width"}}}"#
    #expect(try sketch(schema) == "{\n  first_name?: any\n  x?: any // Width\n}")
  }

  @Test("Names of types are told apart")
  func names() throws {
    let part = #"{"type": "object", "properties": {"a": {"type": "string"}}}"#
    let uses = ["a-b", "aB", "A b", "1", ""].map { name -> String in
      let reference = "{\"$ref\": \"#/$defs/\(name.replacing(" ", with: "%20"))\"}"
      return "\"x\(name)\": \(reference), \"y\(name)\": \(reference)"
    }
    let definitions = ["a-b", "aB", "A b", "1", ""].map { "\"\($0)\": \(part)" }
    let text = try sketch(
      "{\"properties\": {\(uses.joined(separator: ","))}, \"$defs\": {\(definitions.joined(separator: ","))}}")
    let names = text.split(separator: "\n").filter { $0.hasPrefix("type ") }
    #expect(Set(names).count == 5, "\(names)")
  }

  @Test("A dynamic reference leads where the root says")
  func dynamicReference() throws {
    let tree = #"""
      {"$id": "http://x/tree", "$dynamicAnchor": "node", "type": "object",
       "properties": {"kids": {"type": "array", "items": {"$dynamicRef": "#node"}}}}
      """#
    let strict = ##"""
      {"$id": "http://x/strict", "$dynamicAnchor": "node", "title": "Strict", "$ref": "tree", "unevaluatedProperties": false}
      """##
    let library = SchemaLibrary([
      SchemaDocument(try JSONDocument(tree), uri: URIReference("http://x/tree"))
    ])
    let schema = try CompiledSchema(
      SchemaDocument(try JSONDocument(strict), uri: URIReference("http://x/strict")), library: library)
    #expect(SchemaSketch.text(of: schema) == "Strict\n\ntype Strict = {\n  kids?: Strict[]\n}")
  }
}
