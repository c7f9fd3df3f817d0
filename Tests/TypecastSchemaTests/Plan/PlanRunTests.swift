import Testing
import TypecastJSON
import TypecastSchema

@Suite("Checking by plan")
struct PlanRunTests {
  @Test("Up to and beyond 64 names may be required", arguments: [1, 63, 64, 65, 130])
  func manyRequired(count: Int) throws {
    let names = (0..<count).map { "\"n\($0)\"" }
    let schema = #"{"required": [\#(names.joined(separator: ", "))]}"#
    func object(without left: Int?) -> String {
      "{" + names.indices.filter { $0 != left }.map { "\(names[$0]): 1" }.joined(separator: ", ") + "}"
    }
    #expect(try verdict(schema, on: object(without: nil)))
    for left in [0, count / 2, count - 1] { #expect(try !verdict(schema, on: object(without: left))) }
    #expect(try !verdict(schema, on: "{}"))
  }

  @Test("Names that others depend on are counted beyond 64, too")
  func manyDependencies() throws {
    let rules = (0..<80).map { "\"n\($0)\": [\"m\($0)\"]" }.joined(separator: ", ")
    let schema = #"{"dependentRequired": {\#(rules)}, "dependentSchemas": {"m79": {"maxProperties": 2}}}"#
    #expect(try verdict(schema, on: #"{"n79": 1, "m79": 1}"#))
    #expect(try !verdict(schema, on: #"{"n79": 1}"#))
    #expect(try !verdict(schema, on: #"{"n79": 1, "m79": 1, "x": 1}"#))
    #expect(try verdict(schema, on: #"{"m1": 1, "x": 1, "y": 1}"#))
  }

  @Test("Names that differ only in their middle are told apart, and in time")
  func lookalikes() throws {
    let names = (0..<20_000).map { "prefix__\(100_000 + $0)__suffix" }
    let schema = "{" + #""properties": {"# + names.map { "\"\($0)\": {\"const\": 1}" }.joined(separator: ", ") + "}}"
    let compiled = try CompiledSchema(parsing: schema)
    func object(_ last: Int) throws -> JSONDocument {
      try JSONDocument("{" + names.dropLast().map { "\"\($0)\": 1, " }.joined() + "\"\(names[19_999])\": \(last)}")
    }
    #expect(try compiled.isValid(object(1)))
    #expect(try !compiled.isValid(object(2)))
  }

  @Test("Members are found in any order, and unknown ones between them")
  func order() throws {
    let schema = #"{"properties": {"a": {"const": 1}, "b": {"const": 2}, "c": {"const": 3}}, "required": ["c"]}"#
    for value in [
      #"{"a": 1, "b": 2, "c": 3}"#, #"{"c": 3, "b": 2, "a": 1}"#, #"{"x": 0, "c": 3, "y": 0, "a": 1}"#, #"{"c": 3}"#,
    ] {
      #expect(try verdict(schema, on: value), "\(value)")
    }
    for value in [#"{"c": 3, "a": 2}"#, #"{"a": 1, "x": 0, "b": 3, "c": 3}"#, #"{"a": 1}"#] {
      #expect(try !verdict(schema, on: value), "\(value)")
    }
  }

  @Test("Keys with escapes are the keys that they stand for")
  func escapedKeys() throws {
    let schema =
      #"{"properties": {"näme": {"const": 1}, "q\"": {"const": 2}}, "required": ["näme"], "additionalProperties": false}"#
    #expect(try verdict(schema, on: #"{"n\u00e4me": 1, "q\"": 2}"#))
    #expect(try verdict(schema, on: #"{"\u006e\u00E4\u006d\u0065": 1, "\u0071\u0022": 2}"#))
    #expect(try !verdict(schema, on: #"{"na\u0308me": 1}"#))
    #expect(try !verdict(schema, on: #"{"n\u00e4me": 1, "q\\": 2}"#))
  }

  @Test("Names of eight bytes and more are told apart to the last byte")
  func longNames() throws {
    for name in ["1234567", "12345678", "123456789", String(repeating: "n", count: 300)] {
      let other = name.dropLast() + "x"
      let schema = #"{"properties": {"\#(name)": {"const": 1}}, "additionalProperties": false}"#
      #expect(try verdict(schema, on: #"{"\#(name)": 1}"#))
      #expect(try !verdict(schema, on: #"{"\#(name)": 2}"#))
      #expect(try !verdict(schema, on: #"{"\#(other)": 1}"#))
      #expect(try !verdict(schema, on: #"{"\#(name)n": 1}"#))
    }
  }

  @Test("Of a key that stands twice only the last counts, where that is asked for")
  func shadowedKeys() throws {
    let options = JSONOptions(duplicateKeys: .takeLast)
    let schema = try CompiledSchema(
      parsing: """
        {"properties": {"a": {"type": "integer"}}, "maxProperties": 1, "propertyNames": {"const": "a"},
         "patternProperties": {"^a": {"minimum": 3}}, "unevaluatedProperties": false}
        """)
    for (text, isValid) in [
      (#"{"a": "x", "a": 3}"#, true), (#"{"a": 3, "a": "x"}"#, false), (#"{"a": 1, "a": 2, "a": 3}"#, true),
      (#"{"a": {"b": 1}, "a": 4}"#, true), (#"{"a": 5, "a": 2}"#, false),
    ] {
      let document = try JSONDocument(text, options: options)
      #expect(try schema.isValid(document) == isValid, "\(text)")
      #expect(try schema.validateIndependently(document).isValid == isValid, "\(text)")
    }
  }

  @Test("Elements of few and of many are compared as JSON has it", arguments: [2, 8, 9, 200])
  func uniqueness(count: Int) throws {
    let schema = #"{"uniqueItems": true}"#
    func array(_ first: String, _ last: String) -> String {
      "[" + ([first] + (0..<(count - 2)).map { "\"filler \($0)\"" } + [last]).joined(separator: ", ") + "]"
    }
    for (left, right) in [
      ("1", "1.0"), ("1", "10e-1"), ("0", "-0"), ("1e400", "10e399"), (#""a""#, #""\u0061""#),
      (#"{"a": 1, "b": [2]}"#, #"{"b": [2.0], "a": 1}"#), ("[[]]", "[[]]"), ("null", "null"), ("true", "true"),
      ("12345678901234567890123", "12345678901234567890123.0"),
    ] {
      #expect(try !verdict(schema, on: array(left, right)), "\(left) and \(right)")
    }
    for (left, right) in [
      ("1", "true"), ("0", "false"), ("null", "false"), ("[]", "{}"), ("1", #""1""#), ("[1, 2]", "[2, 1]"),
      (#"{"a": 1}"#, #"{"a": 1, "b": 1}"#), (#""\u00f6""#, #""o\u0308""#), ("9007199254740993", "9007199254740992"),
      ("12345678901234567890123", "12345678901234567890124"),
    ] {
      #expect(try verdict(schema, on: array(left, right)), "\(left) and \(right)")
    }
  }

  @Test("Of alternatives that a member tells apart those are tried that its value leaves, and those that leave it open")
  func alternatives() throws {
    let schema = """
      {"oneOf": [
        {"properties": {"kind": {"const": "a"}, "size": {"maximum": 1}}, "required": ["kind"]},
        {"properties": {"size": {"minimum": 9}}, "required": ["size"]},
        {"properties": {"kind": {"enum": ["a", "b"]}, "size": {"minimum": 2, "maximum": 5}}, "required": ["kind"]},
        {"properties": {"kind": {"const": "c"}}, "required": ["kind"]}]}
      """
    let cases = [
      (#"{"kind": "a", "size": 1}"#, true), (#"{"kind": "a", "size": 3}"#, true), (#"{"kind": "a", "size": 9}"#, true),
      (#"{"kind": "a", "size": 7}"#, false), (#"{"kind": "b", "size": 1}"#, false), (#"{"kind": "b"}"#, true),
      (#"{"kind": "c", "size": 9}"#, false), (#"{"kind": "c"}"#, true), (#"{"kind": "d"}"#, false),
      (#"{"kind": "d", "size": 9}"#, true), (#"{"size": 9}"#, true), (#"{"kind": 1, "size": 9}"#, true),
    ]
    for (value, isValid) in cases { #expect(try verdict(schema, on: value) == isValid, "\(value)") }
  }

  @Test("What branches cover counts only where they hold")
  func coverage() throws {
    let schema = """
      {"oneOf": [{"required": ["a"], "properties": {"a": {}}}, {"required": ["b"], "properties": {"b": {}}}],
       "unevaluatedProperties": false}
      """
    #expect(try verdict(schema, on: #"{"a": 1}"#))
    #expect(try verdict(schema, on: #"{"b": 1}"#))
    #expect(try !verdict(schema, on: #"{"a": 1, "c": 1}"#))
    let many = (0..<100).map { "\"n\($0)\": {}" }.joined(separator: ", ")
    let wide = #"{"anyOf": [{"properties": {\#(many)}}, {"properties": {"x": {}}}], "unevaluatedProperties": false}"#
    let members = (0..<100).map { "\"n\($0)\": 1" }.joined(separator: ", ")
    #expect(try verdict(wide, on: #"{\#(members), "x": 1}"#))
    #expect(try !verdict(wide, on: #"{\#(members), "y": 1}"#))
  }

  @Test("One schema serves many tasks at once")
  func concurrency() async throws {
    let schema = try CompiledSchema(
      parsing: ##"""
        {"properties": {"name": {"pattern": "^(a|b)+$"}, "next": {"$ref": "#"}, "tags": {"uniqueItems": true}},
         "required": ["name"], "unevaluatedProperties": false}
        """##)
    let good = Array(#"{"name": "abab", "next": {"name": "a", "tags": [1, 2]}}"#.utf8)
    let bad = Array(#"{"name": "abab", "next": {"name": "c", "tags": [1, 1.0]}}"#.utf8)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask {
          let text = number % 2 == 0 ? good : bad
          let isValid = number % 2 == 0
          let report = try schema.validate(JSONDocument(text))
          return try schema.isValid(text) == isValid && report.isValid == isValid
            && report.errors.count == (isValid ? 0 : 2)
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }

  @Test("Bytes are validated as they are, and what is not JSON is an error of its own")
  func bytes() throws {
    let schema = try CompiledSchema(parsing: #"{"type": "object"}"#)
    #expect(try schema.isValid(Array("{}".utf8)))
    #expect(try !schema.isValid(Array("[]".utf8)))
    #expect(throws: JSONError.self) { try schema.isValid(Array("{".utf8)) }
    #expect(throws: JSONError.self) { try schema.isValid(Array(#"{"a": 1, "a": 2}"#.utf8)) }
  }
}
