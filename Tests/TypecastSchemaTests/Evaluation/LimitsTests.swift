import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

/// Tests run on the threads of tasks, in a debug build: the worst that these limits have to hold for.
@Suite("Limits of a validation")
struct LimitsTests {
  private static let depth = 512

  /// So long that a search for `^(a|b)*\1c$` keeps more choices open than it may.
  private static let long = String(repeating: "a", count: 1_100_000)

  private func nested(_ open: String, _ close: String, _ depth: Int, _ leaf: String = "1") -> String {
    String(repeating: open, count: depth) + leaf + String(repeating: close, count: depth)
  }

  @Test(
    "A value as deep as values may be is judged by schemas that take two steps for a level",
    arguments: [
      (##"{"items": {"$ref": "#"}, "type": ["array", "string"]}"##, "[", "]"),
      (##"{"properties": {"a": {"$ref": "#"}}, "type": ["object", "string"]}"##, #"{"a":"#, "}"),
      (##"{"additionalProperties": {"$ref": "#"}, "type": ["object", "string"]}"##, #"{"a":"#, "}"),
      (##"{"patternProperties": {"a": {"$ref": "#"}}, "type": ["object", "string"]}"##, #"{"a":"#, "}"),
      (##"{"prefixItems": [{"$ref": "#"}], "unevaluatedItems": false, "type": ["array", "string"]}"##, "[", "]"),
      (##"{"unevaluatedProperties": {"$ref": "#"}, "type": ["object", "string"]}"##, #"{"a":"#, "}"),
    ])
  func deepValues(schema: String, open: String, close: String) throws {
    let compiled = try CompiledSchema(parsing: schema)
    for (leaf, isValid) in [(#""x""#, true), ("null", false)] {
      let value = try JSONDocument(nested(open, close, Self.depth - 1, leaf))
      #expect(try compiled.isValid(value) == isValid)
      #expect(try compiled.validate(value).isValid == isValid)
      let report = try compiled.validateIndependently(value)
      #expect(report.isValid == isValid)
      #expect(report.errors.last?.instancePointer.tokens.count ?? Self.depth - 1 == Self.depth - 1)
      _ = try compiled.annotations(of: value)
    }
  }

  @Test(
    "Schemas too deep inside each other give no verdict, whatever stands around them",
    arguments: [
      ##"{"$ref": "#/$defs/d0", "$defs": {DEFINITIONS}}"##,
      ##"{"not": {"$ref": "#/$defs/d0"}, "$defs": {DEFINITIONS}}"##,
      ##"{"anyOf": [{"$ref": "#/$defs/d0"}, true], "$defs": {DEFINITIONS}}"##,
      ##"{"oneOf": [{"$ref": "#/$defs/d0"}, true], "$defs": {DEFINITIONS}}"##,
      ##"{"if": {"$ref": "#/$defs/d0"}, "then": true, "else": true, "$defs": {DEFINITIONS}}"##,
    ])
  func deepSchemas(frame: String) throws {
    let count = Limits.evaluationDepth + 10
    let definitions = (0..<count).map {
      ##""d\##($0)": {"allOf": [{"$ref": "#/$defs/d\##($0 + 1)"}], "minLength": 1}"##
    }
    let parts = frame.split(separator: "DEFINITIONS")
    let schema = try CompiledSchema(
      parsing: parts[0] + definitions.joined(separator: ", ") + #", "d\#(count)": {"type": "string"}"# + parts[1])
    let value = try JSONDocument("1")
    #expect(throws: UndecidedError.self) { try schema.isValid(value) }
    for validate in [schema.validate, schema.validateIndependently] {
      let error = #expect(throws: UndecidedError.self) { try validate(value) }
      #expect(error?.kind == .depth)
    }
    for output in ValidationOutput.allCases {
      #expect(throws: UndecidedError.self) { try schema.output(output, for: value) }
    }
  }

  @Test("Work that doubles with every level ends without a verdict")
  func multiplyingWork() throws {
    let definitions = (0..<60).map { number in
      let next = ##"{"$ref": "#/$defs/d\##(number + 1)"}"##
      return ##""d\##(number)": {"anyOf": [{"allOf": [\##(next), false]}, {"allOf": [\##(next), false]}]}"##
    }
    let schema = try CompiledSchema(
      parsing: ##"{"$ref": "#/$defs/d0", "$defs": {"## + definitions.joined(separator: ", ")
        + ##", "d60": {"minimum": 0}}}"##)
    let value = try JSONDocument("1")
    let error = #expect(throws: UndecidedError.self) { try schema.isValid(value) }
    #expect(error?.kind == .steps)
    for validate in [schema.validate, schema.validateIndependently] {
      let error = #expect(throws: UndecidedError.self) { try validate(value) }
      #expect(error?.kind == .steps)
    }
    for output in ValidationOutput.allCases.sampled(4) {
      #expect(throws: UndecidedError.self) { try schema.output(output, for: value) }
    }
  }

  @Test(
    "A pattern over its limit gives no verdict, whatever stands around it",
    arguments: [
      #"PATTERN"#, #"{"not": PATTERN}"#, #"{"anyOf": [PATTERN, true]}"#, #"{"oneOf": [PATTERN, true]}"#,
      #"{"if": PATTERN, "then": true, "else": true}"#, #"{"not": {"not": PATTERN}}"#,
      #"{"allOf": [PATTERN, true]}"#, #"{"dependentSchemas": {}, "anyOf": [{"not": PATTERN}, true]}"#,
    ].sampled(3))
  func costlyPattern(frame: String) throws {
    let pattern = #"{"pattern": "^(a|b)*\\1c$"}"#
    let parts = frame.split(separator: "PATTERN", omittingEmptySubsequences: false)
    let schema = try CompiledSchema(parsing: parts.joined(separator: pattern))
    let value = try JSONDocument("\"\(Self.long)\"")
    let error = #expect(throws: UndecidedError.self) { try schema.isValid(value) }
    #expect(error?.kind == .pattern)
    #expect(throws: UndecidedError.self) { try schema.validateIndependently(value) }
  }

  @Test("Names are held against costly patterns under the same rule")
  func costlyNames() throws {
    for keywords in [
      #""patternProperties": {"^(a|b)*\\1c$": false}"#,
      #""patternProperties": {"^(a|b)*\\1c$": true}, "additionalProperties": false"#,
      #""not": {"propertyNames": {"pattern": "^(a|b)*\\1c$"}}"#,
    ] {
      let schema = try CompiledSchema(parsing: "{\(keywords)}")
      let value = try JSONDocument("{\"\(Self.long)\": 1}")
      #expect(throws: UndecidedError.self) { try schema.isValid(value) }
      #expect(throws: UndecidedError.self) { try schema.validateIndependently(value) }
    }
  }

  @Test(
    "Searches that take few enough steps each must not take too many together",
    .enabled(if: Effort.isFull, "It takes a minute in a debug build; 'make prove' runs it in an optimised one."))
  func manySearches() throws {
    let schema = try CompiledSchema(parsing: #"{"items": {"not": {"pattern": "^(a|aa)+\\1c"}}}"#)
    func values(_ count: Int) throws -> JSONDocument {
      let text = "\"\(String(repeating: "a", count: 22))\""
      return try JSONDocument("[\(repeatElement(text, count: count).joined(separator: ", "))]")
    }
    #expect(try schema.isValid(values(10)))
    #expect(try schema.validateIndependently(values(10)).isValid)
    let many = try values(2_000)
    // A report comes of these two, and would only take the time of both.
    let judges: [(JSONDocument) throws -> Bool] = [
      schema.isValid, { try schema.validateIndependently($0).isValid },
    ]
    for judge in judges {
      let error = #expect(throws: UndecidedError.self) { try judge(many) }
      #expect(error?.kind == .pattern)
    }
  }

  @Test("A reason for having no verdict ends with what to do")
  func messages() throws {
    let schema = try CompiledSchema(parsing: #"{"pattern": "^(a|b)*\\1c$"}"#)
    let value = try JSONDocument("\"\(Self.long)\"")
    let error = #expect(throws: UndecidedError.self) { try schema.isValid(value) }
    #expect(error?.description.hasPrefix("undecided: the pattern ") == true)
    #expect(error?.description.contains("write it without") == true)
  }
}
