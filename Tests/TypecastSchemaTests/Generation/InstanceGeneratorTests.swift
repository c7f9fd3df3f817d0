import Testing
import TypecastJSON
import TypecastSchema

/// The texts between blank lines.
private func texts(of text: String) -> [String] {
  text.split(separator: "\n\n").map(String.init)
}

private func withCauses(_ error: ValidationError) -> [ValidationError] {
  [error] + error.causes.flatMap(withCauses)
}

@Suite("Made-up instances")
struct InstanceGeneratorTests {
  /// Schemas that each need something to be thought of.
  static let schemas: [String] = texts(
    of: ##"""
      {"type": ["string", "null"]}

      {"enum": [1, "a", {"b": [null]}], "type": "object"}

      {"const": {"a": [1.50, null]}}

      {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001}

      {"type": "integer", "minimum": 9223372036854775808}

      {"type": "number", "multipleOf": 0.01, "minimum": 19.985, "maximum": 19.995}

      {"allOf": [{"multipleOf": 6}, {"multipleOf": 4, "minimum": 1, "maximum": 12}], "type": "integer"}

      {"type": "string", "minLength": 30, "maxLength": 31}

      {"type": "string", "pattern": "^(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{8,}$"}

      {"type": "string", "allOf": [{"pattern": "^a"}, {"pattern": "[0-9]$"}], "minLength": 4}

      {"type": "array", "items": {"enum": [1, 2, 3]}, "uniqueItems": true, "minItems": 3}

      {"type": "array", "contains": {"const": 7}, "minContains": 2, "maxContains": 3, "minItems": 5}

      {"type": "array", "prefixItems": [{"type": "string"}, {"type": "null"}], "items": false, "minItems": 2}

      {"type": "object", "required": ["x", "y"], "properties": {"x": {"minimum": 3}}, "additionalProperties": {"type":
      "null"}}

      {"type": "object", "patternProperties": {"^k[0-9]$": {"type": "boolean"}}, "additionalProperties": false,
      "minProperties": 3}

      {"type": "object", "propertyNames": {"pattern": "^[a-c]{2}$"}, "minProperties": 2}

      {"required": ["a"], "type": "object", "dependentRequired": {"a": ["b"]}, "dependentSchemas": {"b": {"required":
      ["c"]}}}

      {"oneOf": [{"type": "integer"}, {"type": "number", "minimum": 5}]}

      {"type": "object", "oneOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {}, "b": {}}}

      {"not": {"type": ["string", "object", "array", "null", "boolean"]}}

      {"type": "object", "not": {"properties": {"a": {"const": 1}}, "required": ["b"]}, "required": ["b"]}

      {"type": "object", "properties": {"t": {"enum": ["x", "y"]}}, "required": ["t"], "if": {"properties": {"t":
      {"const": "x"}}}, "then": {"required": ["p"]}, "else": {"properties": {"p": false}}}

      {"$ref": "#/$defs/tree", "$defs": {"tree": {"type": "object", "required": ["children"], "properties":
      {"children": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}}}}

      {"$ref": "#/$defs/list", "$defs": {"list": {"anyOf": [{"type": "object", "required": ["next"], "properties":
      {"next": {"$ref": "#/$defs/list"}}}, {"type": "null"}]}}}

      {"type": "object", "allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false,
      "minProperties": 1}

      {"type": "array", "prefixItems": [true], "unevaluatedItems": {"type": "boolean"}, "minItems": 3}

      {"$id": "urn:root", "$dynamicAnchor": "node", "type": "object", "properties": {"data": true, "next":
      {"$dynamicRef": "#node"}}, "required": ["data"]}

      {"$schema": "http://json-schema.org/draft-04/schema#", "type": "integer", "minimum": 0, "exclusiveMinimum":
      true, "maximum": 1}

      {"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveAnchor": true, "type": ["object", "null"],
      "properties": {"a": {"$recursiveRef": "#"}}, "minProperties": 1, "additionalProperties": false}

      true
      """##)

  @Test("Valid instances are found for all sorts of schemas, and are valid", arguments: schemas)
  func valid(text: String) throws {
    let schema = try CompiledSchema(parsing: text)
    for flavour in InstanceFlavour.allCases {
      var generator = InstanceGenerator(schema, seed: 1, flavour: flavour)
      for _ in 0..<10 {
        let made = generator.valid()
        let value = try #require(made, "\(flavour)")
        #expect(try schema.validate(JSONDocument(value)).isValid, "\(flavour) \(value)")
      }
    }
  }

  @Test("Broken instances are invalid, and the report names the keyword", arguments: schemas.dropLast())
  func invalid(text: String) throws {
    let schema = try CompiledSchema(parsing: text)
    for flavour in InstanceFlavour.allCases {
      var generator = InstanceGenerator(schema, seed: 1, flavour: flavour)
      for _ in 0..<10 {
        let made = generator.invalid()
        let broken = try #require(made, "\(flavour)")
        let report = try schema.validate(JSONDocument(broken.value))
        let errors = report.errors.flatMap(withCauses)
        #expect(!report.isValid)
        #expect(
          errors.contains {
            $0.keyword == broken.keyword && $0.schemaPointer == broken.schemaPointer
              && $0.instancePointer == broken.instancePointer
          }, "\(broken)")
      }
    }
  }

  @Test("A broken instance of a flat schema has one error")
  func singleErrors() throws {
    let schema = try CompiledSchema(
      parsing: #"""
        {"type": "object", "required": ["id", "name"], "additionalProperties": false, "properties": {
          "id": {"type": "integer", "minimum": 1}, "name": {"type": "string", "maxLength": 8, "pattern": "^[a-z]*$"},
          "tags": {"type": "array", "uniqueItems": true, "maxItems": 3, "items": {"enum": ["u", "v", "x", "y", "z"]}}}}
        """#)
    var generator = InstanceGenerator(schema, seed: 4)
    var keywords: Set<String> = []
    for _ in 0..<150 {
      let made = generator.invalid()
      let broken = try #require(made)
      #expect(broken.isOnlyError)
      keywords.insert(broken.keyword)
    }
    let all: Set = [
      "type", "required", "additionalProperties", "minimum", "maxLength", "pattern", "uniqueItems", "maxItems", "enum",
    ]
    #expect(all.subtracting(keywords).isEmpty)
  }

  @Test("The same seed gives the same instances, another seed others")
  func determinism() throws {
    let schema = try CompiledSchema(
      parsing: #"{"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "array", "items": {}}}}"#)
    func values(seed: UInt64) -> [JSONValue?] {
      var generator = InstanceGenerator(schema, seed: seed, flavour: .wild)
      return (0..<20).map { $0 % 2 == 0 ? generator.valid() : generator.invalid()?.value }
    }
    #expect(values(seed: 1) == values(seed: 1))
    #expect(values(seed: 1) != values(seed: 2))
  }

  @Test("What no value can meet is given up")
  func unsatisfiable() throws {
    let schemas = texts(
      of: ##"""
        false

        {"type": "string", "enum": [1]}

        {"type": "object", "required": ["a"], "properties": {"a": false}}

        {"$ref": "#/$defs/a", "$defs": {"a": {"type": "object", "required": ["b"], "properties": {"b": {"$ref":
        "#/$defs/a"}}}}}

        {"type": "integer", "minimum": 2, "maximum": 1}

        {"type": "string", "minLength": 100000000000}

        {"type": "array", "minItems": 100000000000}

        {"type": "object", "minProperties": 100000000000}
        """##)
    for text in schemas {
      var generator = try InstanceGenerator(CompiledSchema(parsing: text))
      let made = generator.valid()
      #expect(made == nil, "\(text)")
    }
    var generator = try InstanceGenerator(CompiledSchema(parsing: "true"))
    let made = generator.invalid()
    #expect(made == nil)
  }

  @Test("Members come in the order of their declaration, with values that the schema suggests")
  func natural() throws {
    let schema = try CompiledSchema(
      parsing: #"""
        {"type": "object", "required": ["c", "a"], "properties": {
          "a": {"type": "integer"}, "b": {"type": "string", "default": "usual"},
          "c": {"type": "string", "format": "date"}}}
        """#)
    var generator = InstanceGenerator(schema, seed: 2)
    var suggestions = 0
    for _ in 0..<40 {
      let made = generator.valid()
      let object = try #require(made?.object)
      let places = object.keys.compactMap { ["a", "b", "c"].firstIndex(of: $0) }
      #expect(places == places.sorted())
      #expect(Format.date.accepts(object["c"]?.string ?? ""))
      if object["b"]?.string == "usual" { suggestions += 1 }
    }
    #expect(suggestions > 3)
  }

  @Test("The minimal flavour adds nothing that is not required")
  func minimal() throws {
    let schema = try CompiledSchema(
      parsing: #"""
        {"type": "object", "required": ["a"], "properties": {"a": {"type": "array"}, "b": {"type": "string"}}}
        """#)
    var generator = InstanceGenerator(schema, flavour: .minimal)
    let made = generator.valid()
    #expect(made == ["a": []])
  }

  @Test("Generous recursion stays within its limits")
  func limits() throws {
    let schema = try CompiledSchema(
      parsing: ##"""
        {"type": "array", "minItems": 2, "maxItems": 4, "items": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}}
        """##)
    func size(_ value: JSONValue) -> Int { 1 + (value.array ?? []).reduce(0) { $0 + size($1) } }
    var generator = InstanceGenerator(schema, seed: 1, limits: InstanceLimits(depth: 8, values: 60))
    for _ in 0..<20 {
      let made = generator.valid()
      #expect(size(try #require(made)) < 200)
    }
  }

  @Test("A format that is only noted still shapes texts")
  func notedFormats() throws {
    var generator = try InstanceGenerator(CompiledSchema(parsing: #"{"type": "string", "format": "email"}"#))
    for _ in 0..<10 {
      let made = generator.valid()
      #expect(Format.email.accepts(try #require(made?.string)))
    }
  }
}
