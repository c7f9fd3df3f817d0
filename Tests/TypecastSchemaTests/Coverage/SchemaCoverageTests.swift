import Testing
import TypecastJSON
import TypecastSchema

@Suite("What values do with a schema")
struct SchemaCoverageTests {
  /// The goals, each with `+` where a value met it and `-` where none did.
  private func goals(_ schema: String, _ values: String..., draft: Draft = .draft2020) throws -> [String] {
    var coverage = SchemaCoverage(
      try CompiledSchema(parsing: schema, options: CompileOptions(defaultDraft: draft)))
    for value in values { try coverage.observe(JSONDocument(value)) }
    return zip(coverage.goals, coverage.hits).map { "\($1 > 0 ? "+" : "-") \($0)" }
  }

  @Test("Properties are met where they are there and the value is valid")
  func properties() throws {
    let schema = #"{"properties": {"a": {"type": "integer"}, "b": true, "c": false}, "required": ["a"]}"#
    #expect(
      try goals(schema, #"{"a": 1}"#, #"{"b": 1}"#) == [
        "+ /required: rejects a value", "+ /properties/a: is there", "- /properties/b: is there",
        "- /properties/a/type: rejects a value", "- /properties/c: rejects a value",
      ])
    #expect(try goals(schema, #"{"a": 1, "b": 2}"#).contains("+ /properties/b: is there"))
    #expect(try goals(schema, #"{"a": "x", "b": 2}"#).contains("- /properties/b: is there"))
    #expect(try goals(schema, #"{"a": 1, "c": 2}"#).contains("+ /properties/c: rejects a value"))
  }

  @Test("Each value of an enum, and what is none of them")
  func enumValues() throws {
    let schema = #"{"enum": ["a", 1.0, null]}"#
    #expect(
      try goals(schema, "1", #""b""#) == [
        #"- /enum/0: the value "a""#, "+ /enum/1: the value 1.0", "- /enum/2: the value null",
        "+ /enum: rejects a value",
      ])
  }

  @Test("Alternatives are met by what fits them, and their own errors count where none fits")
  func alternatives() throws {
    for keyword in ["anyOf", "oneOf"] {
      let schema = #"{"\#(keyword)": [{"type": "string"}, {"type": "number", "minimum": 1}]}"#
      #expect(
        try goals(schema, "2") == [
          "- /\(keyword)/0: a value that fits", "+ /\(keyword)/1: a value that fits", "- /\(keyword): rejects a value",
          "- /\(keyword)/0/type: rejects a value", "- /\(keyword)/1/type: rejects a value",
          "- /\(keyword)/1/minimum: rejects a value",
        ])
      #expect(
        try goals(schema, "0", #""x""#) == [
          "+ /\(keyword)/0: a value that fits", "- /\(keyword)/1: a value that fits", "+ /\(keyword): rejects a value",
          "+ /\(keyword)/0/type: rejects a value", "- /\(keyword)/1/type: rejects a value",
          "+ /\(keyword)/1/minimum: rejects a value",
        ])
    }
  }

  @Test("An alternative that fails while another fits is not to blame for anything")
  func otherErrors() throws {
    for keyword in ["anyOf", "oneOf"] {
      let schema = #"{"\#(keyword)": [{"type": "string"}, {"minimum": 1}], "maximum": 5}"#
      #expect(
        try goals(schema, "7").filter { $0.hasPrefix("+") } == ["+ /maximum: rejects a value"])
    }
    let condition = ##"""
      {"if": {"$ref": "#/$defs/n"}, "then": true, "maximum": 5, "properties": {"n": {"$ref": "#/$defs/n"}},
       "$defs": {"n": {"minimum": 9}}}
      """##
    #expect(try goals(condition, "7").filter { $0.hasPrefix("+") } == ["+ /maximum: rejects a value"])
    let asked = ##"""
      {"if": {"$ref": "#/$defs/k"}, "then": true, "properties": {"x": {"$ref": "#/$defs/k"}},
       "$defs": {"k": {"enum": [1]}}}
      """##
    #expect(try goals(asked, "1").filter { $0.hasPrefix("+") } == ["+ /if: holds"])
    let some = #"{"contains": {"minimum": 9}, "maxItems": 2}"#
    #expect(try goals(some, "[1, 9, 2]").filter { $0.hasPrefix("+") } == ["+ /maxItems: rejects a value"])
    #expect(
      try goals(some, "[1]").filter { $0.hasPrefix("+") } == [
        "+ /contains: rejects a value", "+ /contains/minimum: rejects a value",
      ])
  }

  @Test("What fits two of oneOf violates it, and none of its alternatives")
  func twoFit() throws {
    #expect(
      try goals(#"{"oneOf": [{"minimum": 1}, {"maximum": 5}, {"const": 0}]}"#, "3") == [
        "- /oneOf/0: a value that fits", "- /oneOf/1: a value that fits", "- /oneOf/2: a value that fits",
        "+ /oneOf: rejects a value", "- /oneOf/0/minimum: rejects a value", "- /oneOf/1/maximum: rejects a value",
        "- /oneOf/2/const: rejects a value",
      ])
  }

  @Test("Both sides of a condition, which is itself no demand")
  func conditions() throws {
    let schema = #"{"if": {"properties": {"k": {"const": 1}}, "required": ["k"]}, "then": {"required": ["x"]}}"#
    #expect(
      try goals(schema, #"{"k": 1, "x": 2}"#) == [
        "+ /if: holds", "- /if: does not hold", "- /then/required: rejects a value",
      ])
    #expect(
      try goals(schema, #"{"k": 1}"#, "{}") == [
        "- /if: holds", "+ /if: does not hold", "+ /then/required: rejects a value",
      ])
    #expect(try goals(#"{"not": {"type": "string"}}"#, #""x""#) == ["+ /not: rejects a value"])
    #expect(try goals(#"{"if": {"type": "string"}}"#, "1") == [])
  }

  @Test("Types of a list are alternatives")
  func types() throws {
    #expect(
      try goals(#"{"type": ["string", "null"]}"#, "null") == [
        "- /type/0: a string", "+ /type/1: null", "- /type: rejects a value",
      ])
  }

  @Test(
    "Arrays have the sizes that their limits leave",
    arguments: [
      (#"{"type": "array"}"#, ["an empty array", "an array with one element", "an array with many elements"]),
      (
        #"{"minItems": 1, "maxItems": 3}"#,
        ["an array with one element", "an array with many elements", "an array with its most, 3"]
      ),
      (#"{"minItems": 2, "type": "array"}"#, ["an array with many elements", "an array with its least, 2"]),
      (#"{"maxItems": 1}"#, ["an empty array", "an array with one element"]),
      (#"{"maxItems": 0}"#, ["an empty array"]),
      (#"{"contains": true}"#, ["an array with one element", "an array with many elements"]),
      (#"{"type": "string", "maxItems": 4}"#, []),
      (#"{"enum": [[]], "minItems": 0}"#, []),
    ] as [(String, [String])])
  func arraySizes(schema: String, sizes: [String]) throws {
    let coverage = SchemaCoverage(try CompiledSchema(parsing: schema))
    #expect(coverage.goals.filter { $0.sort == .arraySize }.map(\.wanted) == sizes)
  }

  @Test("An array is of one size, or of two where it is at a limit")
  func sizes() throws {
    let schema = #"{"type": "array", "maxItems": 3}"#
    func met(_ value: String) throws -> [String] { try goals(schema, value).filter { $0.hasPrefix("+") } }
    #expect(try met("[]") == ["+ /: an empty array"])
    #expect(try met("[1]") == ["+ /: an array with one element"])
    #expect(try met("[1, 2]") == ["+ /: an array with many elements"])
    #expect(try met("[1, 2, 3]") == ["+ /: an array with many elements", "+ /: an array with its most, 3"])
    #expect(try met("[1, 2, 3, 4]") == ["+ /maxItems: rejects a value"])
  }

  @Test("What a reference leads to counts where it stands")
  func references() throws {
    let schema = #"""
      {"properties": {"a": {"$ref": "#/$defs/n"}, "b": {"$ref": "#/$defs/n"}},
       "$defs": {"n": {"minimum": 3}, "unused": {"minimum": 4}}}
      """#
    #expect(
      try goals(schema, #"{"b": 1}"#) == [
        "- /properties/a: is there", "- /properties/b: is there", "+ /$defs/n/minimum: rejects a value",
      ])
  }

  @Test("A schema that contains itself, and one that the place decides")
  func recursion() throws {
    #expect(
      try goals(##"{"properties": {"next": {"$ref": "#"}}}"##, #"{"next": {"next": {}}}"#) == [
        "+ /properties/next: is there"
      ])
    let schema = #"""
      {"$id": "urn:a", "$dynamicAnchor": "n", "maximum": 9, "properties": {"x": {"$dynamicRef": "#n"}}}
      """#
    #expect(try goals(schema, #"{"x": 10}"#).contains("+ /maximum: rejects a value"))
  }

  @Test("Patterns of names, properties and elements that are left over, names and dependencies")
  func rest() throws {
    let schema = #"""
      {"patternProperties": {"^x": true}, "additionalProperties": {"type": "null"},
       "propertyNames": {"maxLength": 3}, "dependentSchemas": {"xa": {"required": ["xb"]}}}
      """#
    #expect(
      Set(try goals(schema, #"{"xa": 1, "xb": null}"#, #"{"long": null, "y": 1}"#)) == [
        "+ /patternProperties/^x: a property of such a name",
        "- /additionalProperties: a property that has no place of its own",
        "+ /additionalProperties/type: rejects a value", "+ /propertyNames/maxLength: rejects a value",
        #"+ /dependentSchemas/xa: an object with "xa""#, "- /dependentSchemas/xa/required: rejects a value",
      ])
    #expect(
      Set(try goals(#"{"prefixItems": [true, true], "items": {"type": "null"}}"#, "[1, 2, null]", "[1]")) == [
        "+ /prefixItems/0: is there", "+ /prefixItems/1: is there", "+ /items: an element that has no place of its own",
        "- /: an empty array", "+ /: an array with one element", "+ /: an array with many elements",
        "- /items/type: rejects a value",
      ])
    #expect(
      try goals(#"{"additionalProperties": false}"#, #"{"a": 1}"#) == ["+ /additionalProperties: rejects a value"])
  }

  @Test("Keywords that reject nothing have no goal")
  func harmless() throws {
    #expect(try goals(#"{"minLength": 0, "minProperties": 0, "required": [], "title": "T", "format": "date"}"#) == [])
    #expect(try goals(#"{"format": "date"}"#, draft: .draft7) == ["- /format: rejects a value"])
  }

  @Test("The schemas of schemas have no goals")
  func metaSchema() throws {
    let goals = try goals(
      #"{"properties": {"s": {"$ref": "https://json-schema.org/draft/2020-12/schema"}}}"#, #"{"s": {"type": 7}}"#)
    #expect(goals == ["- /properties/s: is there"])
  }

  @Test("The same values give the same counts in any order, and every goal has its place")
  func order() throws {
    let schema = try CompiledSchema(parsing: #"{"properties": {"a": {"enum": [1, 2]}, "b": {"minimum": 2}}}"#)
    let values = [#"{"a": 1}"#, #"{"a": 2, "b": 3}"#, #"{"b": 1}"#, #"{"a": 3}"#]
    var (first, second) = (SchemaCoverage(schema), SchemaCoverage(schema))
    for value in values { try first.observe(JSONDocument(value)) }
    for value in values.reversed() { try second.observe(JSONDocument(value)) }
    #expect(first.hits == second.hits)
    #expect(first.missing.isEmpty)
    #expect(first.goals.map(\.document) == Array(repeating: "schema", count: first.goals.count))
  }

  @Test("Whether a value is valid is what validation says")
  func verdicts() throws {
    let schema = try CompiledSchema(parsing: #"{"anyOf": [{"minimum": 3}, {"not": {"type": "number"}}]}"#)
    var coverage = SchemaCoverage(schema)
    for value in ["1", "3", #""x""#] {
      let document = try JSONDocument(value)
      let isValid = try schema.isValid(document)
      #expect(try coverage.observe(document) == isValid)
    }
  }
}
