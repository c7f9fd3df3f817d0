import TypecastJSON

/// Turns any bytes into a schema and a value that have much to do with each other.
///
/// Changed at random, a text mostly stops being JSON; changed bytes of this kind are another schema.
struct Invention {
  private var input: FuzzInput

  /// How many more schemas and values may be made.
  private var budget = 120

  /// The names of the definitions that references may lead to.
  private var definitions: ArraySlice<String> = []

  private static let names = ["a", "b", "c", "d", "\u{E9}", "e\u{301}"]
  private static let strings = ["", "a", "b", "ab", "\u{E9}", "2024-02-29", "a@b.c", "^a", "http://x/#a", "127.0.0.1"]
  private static let patterns = ["^a", "b$", "", "^[ab]+$", "(?=a)", "(a|b)*\\1", "\\p{L}", ".{2}"]
  private static let formats = ["date", "email", "uri", "regex", "hostname", "ipv4", "json-pointer", "unheard"]
  private static let types = ["null", "boolean", "object", "array", "number", "string", "integer"]
  private static let numbers = [
    "0", "1", "2", "3", "1.0", "-1", "0.5", "0.1", "10", "-0", "1e400", "1e-400", "12345678901234567890", "2e0",
  ]

  init(_ input: FuzzInput) {
    self.input = input
  }

  private mutating func below(_ bound: Int) -> Int {
    Int(input.byte()) % bound
  }

  private mutating func pick(_ list: [String]) -> String {
    list[below(list.count)]
  }

  // MARK: - Values

  /// Makes up a value.
  mutating func value(depth: Int = 5) -> JSONValue {
    budget -= 1
    switch below(depth > 0 && budget > 0 ? 12 : 7) {
    case 0: return .null
    case 1: return .bool(true)
    case 2: return .bool(false)
    case 3, 4: return number()
    case 5, 6: return .string(pick(Invention.strings))
    case 7, 8: return .array((0..<below(5)).map { _ in value(depth: depth - 1) })
    default: return object(below(6)) { $0.value(depth: depth - 1) }
    }
  }

  private mutating func number() -> JSONValue {
    JSONNumber(pick(Invention.numbers)).map { .number($0) } ?? .null
  }

  private mutating func count() -> JSONValue {
    .number(JSONNumber(below(5)))
  }

  private mutating func object(_ count: Int, of make: (inout Invention) -> JSONValue) -> JSONValue {
    var object = JSONObject()
    for _ in 0..<count { object[pick(Invention.names)] = make(&self) }
    return .object(object)
  }

  // MARK: - Schemas

  /// Makes up a schema with definitions that it may refer to.
  mutating func schema() -> JSONValue {
    definitions = ["a", "b", "c"].prefix(below(4))
    var root = keywords(depth: 4)
    var schemas = JSONObject()
    for name in definitions { schemas[name] = subschema(depth: 3) }
    if !schemas.isEmpty { root["$defs"] = .object(schemas) }
    return .object(root)
  }

  private mutating func subschema(depth: Int) -> JSONValue {
    budget -= 1
    let choice = below(8)
    if depth == 0 || budget <= 0 || choice == 0 { return .bool(choice != 1) }
    return .object(keywords(depth: depth))
  }

  private mutating func keywords(depth: Int) -> JSONObject {
    var schema = JSONObject()
    for _ in 0..<below(5) { addKeyword(to: &schema, depth: depth - 1) }
    return schema
  }

  private mutating func schemas(_ depth: Int) -> JSONValue {
    .array((0...below(4)).map { _ in subschema(depth: depth) })
  }

  private mutating func addKeyword(to schema: inout JSONObject, depth: Int) {
    let index = below(Invention.keywords.count)
    let name = Invention.keywords[index]
    switch name {
    case "$ref": schema[name] = .string(reference())
    case "$dynamicRef": schema[name] = .string(pick(["#a", "#b", "#/$defs/a", "x#a"]))
    case "$recursiveRef": schema[name] = "#"
    case "$recursiveAnchor": schema[name] = true
    case "$anchor", "$dynamicAnchor": schema[name] = .string(pick(["a", "b"]))
    case "$id": schema[name] = .string(pick(["x", "http://x/y", "#a", "y/z"]))
    case "$schema": schema[name] = .string(pick(Invention.dialects))
    case "type":
      schema[name] =
        below(2) == 0 ? .string(pick(Invention.types)) : .array([.string(pick(Invention.types)), "object"])
    case "enum": schema[name] = .array((0...below(4)).map { _ in value(depth: 2) })
    case "const", "default": schema[name] = value(depth: 2)
    case "pattern": schema[name] = .string(pick(Invention.patterns))
    case "format": schema[name] = .string(pick(Invention.formats))
    case "uniqueItems": schema[name] = true
    case "required": schema[name] = .array([.string(pick(Invention.names))])
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf": schema[name] = number()
    case "properties", "dependentSchemas": schema[name] = object(below(5)) { $0.subschema(depth: depth) }
    case "patternProperties":
      let pattern = pick(Invention.patterns)
      schema[name] = [pattern: subschema(depth: depth)]
    case "dependentRequired", "dependencies":
      schema[name] = object(below(3)) { .array([.string($0.pick(Invention.names))]) }
    case "allOf", "anyOf", "oneOf", "prefixItems": schema[name] = schemas(depth)
    case _ where name.hasPrefix("min") || name.hasPrefix("max"): schema[name] = count()
    default: schema[name] = subschema(depth: depth)
    }
  }

  /// Where a reference leads: mostly somewhere.
  private mutating func reference() -> String {
    let choice = below(16)
    if choice == 0 { return pick(["#a", "x", "http://x/y", "#/$defs/d", "http://json-schema.org/draft-07/schema#"]) }
    return choice < 4 || definitions.isEmpty ? "#" : "#/$defs/" + pick(Array(definitions))
  }

  private static let keywords = [
    "$ref", "$ref", "$dynamicRef", "$recursiveRef", "$recursiveAnchor", "$anchor", "$dynamicAnchor", "$id", "$schema",
    "type", "enum", "const", "default", "pattern", "format", "uniqueItems", "required", "minimum", "maximum",
    "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "properties", "properties", "dependentSchemas",
    "patternProperties", "dependentRequired", "dependencies", "allOf", "anyOf", "oneOf", "prefixItems", "minLength",
    "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains",
    "additionalProperties", "unevaluatedProperties", "propertyNames", "items", "additionalItems", "unevaluatedItems",
    "contains", "not", "if", "then", "else",
  ]

  private static let dialects = [
    "http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-06/schema#",
    "http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema", "http://x/y",
  ]
}
