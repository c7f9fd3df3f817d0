import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@Suite("Casting a text")
struct CasterTests {
  /// Texts that are broken in many ways, and made up.
  private static let broken = [
    "{a: 1, b: [true, None, 'x'", "Sure:\n```json\n{\"a\": \"he said \"no\"\"}\n```", "[1, 2,, 3 4]",
    "{\"a\": \"x\ny\" \"b\": 2}",
    "{\"a\": .5, \"b\": 1_000, \"c\": 3-4}", "callback({\"a\": [1, {\"b\": 2]})", "{\"a\" => 1; 'b' = 2}",
    "\"a\": 1, \"b\": 2}",
    "{\"a\": \"first, b: \"second\"}", "{\"a\": \"\\q \\u12 \\ud800\"}", "{\\\"a\\\": \\\"b\\\"}", "1, [2], {\"c\": 3}",
    "<think>{}</think> {\"x\": {\"y\": \"z\"}, // done\n}", "{\"k\": \"a\" + 'b', \"m\": (1, 2)}", "[\"a\": 1, ...]",
  ]

  @Test("A valid text is never touched", arguments: RepairLevel.allCases)
  func validIsUntouched(level: RepairLevel) throws {
    let schema = try CompiledSchema(parsing: #"{"properties": {"n": {"type": ["string", "integer"]}}}"#)
    for text in [#"{"n": "7"}"#, #" {"n" : 7e0, "m": [null]} "#, "true", #""{\"n\": 1}""#] {
      let cast = try Caster(schema, level: level).cast(text)
      #expect(cast.isClean)
      #expect(cast.value == (try JSONValue(parsing: text)))
    }
  }

  @Test("A repaired text is repaired no more", arguments: broken)
  func idempotent(text: String) throws {
    let once = try Caster().cast(text)
    #expect(!once.isClean)
    let twice = try Caster().cast(once.value.description)
    #expect(twice.isClean)
    #expect(twice.value == once.value)
  }

  @Test("At the level strict a broken text is refused", arguments: broken)
  func strict(text: String) {
    #expect(throws: CastError.self) { try Caster(level: .strict).cast(text) }
  }

  @Test(
    "A text cut anywhere gives a value, or says why not, and never one when it is known to be cut off",
    arguments: broken)
  func cutAnywhere(text: String) throws {
    let bytes = Array(text.utf8)
    for count in 0..<bytes.count {
      let piece = PaddedBytes(Array(bytes[..<count]))
      if let cast = try? Caster().cast(piece) {
        #expect(throws: Never.self) { try JSONValue(parsing: cast.value.description) }
        for repair in cast.repairs { #expect(repair.offset >= 0 && repair.offset <= count, "\(repair)") }
      }
      #expect(throws: CastError.self) { try Caster().cast(piece, finish: .length) }
    }
  }

  @Test("What the schema refuses is never returned", arguments: broken)
  func neverInvalid(text: String) throws {
    for source in [
      #"{"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"], "additionalProperties": false}"#,
      #"{"type": "array", "items": {"type": "number"}, "minItems": 2}"#, #"{"enum": ["a", "b", 1, null]}"#,
      #"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#, #"{"not": {"type": "object"}}"#,
    ] {
      let schema = try CompiledSchema(parsing: source)
      for level in RepairLevel.allCases {
        guard let cast = try? Caster(schema, level: level).cast(text) else { continue }
        #expect(try schema.isValid(JSONDocument(cast.value.description)), "\(level): \(source)")
      }
    }
  }

  @Test("Bytes that are not UTF-8 are replaced, and it is told")
  func encoding() throws {
    let cast = try Caster().cast(PaddedBytes([0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D]))
    #expect(cast.value == ["a": "\u{FFFD}"])
    #expect(cast.repairs.map(\.rule) == [.encoding])
  }

  @Test("Offsets tell where in the text a change was made")
  func offsets() throws {
    let schema = try CompiledSchema(
      parsing: #"{"properties": {"b": {"type": "integer"}, "c": {"enum": ["RED"]}}}"#)
    let text = "So: {'a': 1, b: \"2\", \"c\": \"red\"}"
    let cast = try Caster(schema).cast(text)
    let bytes = Array(text.utf8)
    let places = cast.repairs.map { repair in
      "\(repair.rule.rawValue) \(repair.pointer) \(String(decoding: bytes[repair.offset...].prefix(3), as: UTF8.self))"
    }
    #expect(
      places == [
        "prose  So:", "quotes  'a'", "bareText /a b: ", "textToNumber /b \"2\"", "enumSpelling /c \"re",
      ])
  }

  @Test("A tie that changes the meaning is no guess")
  func tie() throws {
    let schema = try CompiledSchema(
      parsing: #"""
        {"anyOf": [
          {"type": "object", "properties": {"kind": {"const": "a"}, "x": {"type": "integer"}}, "required": ["kind", "x"]},
          {"type": "object", "properties": {"kind": {"const": "b"}, "x": {"type": "integer"}}, "required": ["kind", "x"]}
        ]}
        """#)
    #expect(try Caster(schema).cast(#"{"kind": "B", "x": "1"}"#).value == ["kind": "b", "x": 1])
    let error = #expect(throws: CastError.self) { try Caster(schema).cast(#"{"kind": "a or b", "x": 1}"#) }
    #expect(error?.kind == .ambiguous)
  }

  @Test("Long and hostile texts end soon")
  func hostile() {
    for piece in [
      "[", "\"", "\\", "{\"a\":", "{ ", "'", "<think>", "```", "a, ", "\"a\" b ", "//", "/*", "(", "\"\n", "{\"", "...",
      "[1,]",
    ] {
      let text = String(repeating: piece, count: 20_000)
      _ = try? Caster().cast(text)
    }
  }

  @Test("Many values, one a line, are all kept")
  func manyLines() throws {
    let text = (0..<5000).map { "{\"n\": \($0),}" }.joined(separator: "\n")
    let cast = try Caster().cast(text)
    #expect(cast.value.array?.count == 5000)
    #expect(cast.value[4999] == ["n": 4999])
  }

  @Test(
    "A value beside words of denial, doubt or measure is not what is meant",
    arguments: [
      (#"{"type": "boolean"}"#, "That is not true."), (#"{"type": "boolean"}"#, "I can't say whether that is true."),
      (#"{"type": "boolean"}"#, "It would be false to say yes."),
      (#"{"enum": ["yes", "no"]}"#, "There is no way to tell."),
      (#"{"enum": ["low", "high"]}"#, "not high"), (#"{"type": "integer"}"#, "3 million"),
      (#"{"type": "integer"}"#, "3k"), (#"{"type": "integer"}"#, "$3M"),
      (#"{"type": "integer"}"#, "less than 18 years"),
      (#"{"type": "integer"}"#, "I am sorry, not for people under 18."),
      (#"{"type": "integer"}"#, #"{"error": {"code": 429}}"#), (#"{"type": "boolean"}"#, #"{"error": true}"#),
    ])
  func doubt(schema: String, text: String) throws {
    let caster = Caster(try CompiledSchema(parsing: schema))
    #expect(throws: CastError.self) { try caster.cast(text) }
    #expect(throws: CastError.self) { try caster.cast(JSONWriter().string(of: .string(text))) }
  }

  @Test(
    "Units and numberings are no words of doubt", arguments: [("30 min", 30), ("12 kg", 12), ("No. 5", 5), ("5 m", 5)])
  func units(text: String, number: Int) throws {
    let cast = try Caster(try CompiledSchema(parsing: #"{"type": "integer"}"#)).cast(
      JSONWriter().string(of: .string(text)))
    #expect(cast.value == .number(JSONNumber(number)))
  }

  @Test("Whatever a model stopped for but its end, its text is not closed", arguments: ["length", "content_filter"])
  func cutOff(reason: String) {
    let error = #expect(throws: CastError.self) {
      try Caster().cast(#"{"a": 1"#, finish: FinishReason(rawValue: reason))
    }
    #expect(error?.kind == .cutOff)
    #expect(throws: Never.self) { try Caster().cast(#"{"a": 1"#, finish: .stop) }
  }

  @Test("A problem of a union names what is wrong with the alternative that comes closest")
  func causes() throws {
    let schema = try CompiledSchema(
      parsing: """
        {"anyOf": [{"type": "object", "properties": {"n": {"maximum": 1}}},
          {"type": "object", "properties": {"n": {"maximum": 1}, "m": {"maximum": 1}}}]}
        """)
    let error = #expect(throws: CastError.self) { try Caster(schema).cast(#"{"n": 7, "m": 7}"#) }
    #expect(error?.problems.first?.message.contains("; /n: expected at most 1, found 7") == true)
  }

  @Test("JSON that its schema refuses is no text, where the schema leaves the type open")
  func refusedJSON() throws {
    let caster = Caster(try CompiledSchema(parsing: #"{"properties": {"n": {"maximum": 1}}}"#))
    for text in [#"{"n": 7}"#, #"Sure: {"n": 7}"#] {
      #expect(throws: CastError.self) { try caster.cast(text) }
    }
  }

  @Test("What is nested too deep is no text either")
  func deepText() throws {
    let caster = Caster(try CompiledSchema(parsing: "true"))
    #expect(throws: CastError.self) { try caster.cast(String(repeating: "[", count: 100_000)) }
  }
}
