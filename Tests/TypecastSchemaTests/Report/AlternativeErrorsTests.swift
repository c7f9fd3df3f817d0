import Testing
import TypecastJSON
import TypecastSchema

@Suite("What is said about a value that fits no alternative")
struct AlternativeErrorsTests {
  /// A choice as a help desk has it, told by the member `action`.
  private static let triage = ##"""
    {"type": "object", "required": ["decision"], "properties": {"decision": {"oneOf": [
      {"$ref": "#/$defs/reply"},
      {"type": "object", "required": ["action", "to"], "additionalProperties": false,
        "properties": {"action": {"const": "escalate"}, "to": {"type": "string", "minLength": 2}}},
      {"allOf": [{"$ref": "#/$defs/refund"}, {"required": ["action"]}]},
      {"type": "object", "required": ["action"], "properties": {"action": {"enum": ["close", "drop"]}}}
    ]}}, "$defs": {
      "reply": {"type": "object", "required": ["action", "text"],
        "properties": {"action": {"const": "reply"}, "text": {"type": "string"}, "tags": {"items": {"type": "string"}}}},
      "refund": {"type": "object", "required": ["amount"],
        "properties": {"action": {"const": "refund"}, "amount": {"type": "number", "minimum": 0}}}
    }}
    """##

  private func lines(_ value: String, _ schema: String = triage) throws -> [String] {
    let report = try CompiledSchema(parsing: schema).validate(JSONDocument(value))
    return report.description.split(separator: "\n").map(String.init)
  }

  @Test("A tag that is known: the errors of its alternative alone, each at its own place")
  func knownTag() throws {
    #expect(
      try lines(#"{"decision": {"action": "reply", "text": 5, "tags": ["a", 7]}}"#) == [
        "1:42: /decision/text: expected a string, found 5", "1:59: /decision/tags/1: expected a string, found 7",
      ])
    #expect(
      try lines(#"{"decision": {"action": "escalate", "to": "x", "why": 1}}"#) == [
        #"1:14: /decision: unexpected "why""#, "1:43: /decision/to: expected at least 2 characters, found 1",
      ])
    #expect(
      try lines(#"{"decision": {"action": "refund", "amount": -1}}"#) == [
        "1:45: /decision/amount: expected at least 0, found -1"
      ])
    #expect(try lines(#"{"decision": {"action": "reply"}}"#) == [#"1:14: /decision: missing "text""#])
  }

  @Test("A tag that is not known: one error at the tag, with the nearest of those that are")
  func unknownTag() throws {
    let all = #""reply", "escalate", "refund", "close", "drop""#
    #expect(
      try lines(#"{"decision": {"action": "forward", "to": "x"}}"#) == [
        #"1:25: /decision/action: expected one of \#(all), found "forward""#
      ])
    #expect(
      try lines(#"{"decision": {"action": "refnud"}}"#) == [
        #"1:25: /decision/action: expected one of \#(all), found "refnud"; did you mean "refund"?"#
      ])
    #expect(
      try lines(#"{"decision": {"action": null}}"#) == [
        #"1:25: /decision/action: expected one of \#(all), found null"#
      ])
  }

  @Test("A tag that is missing: one error that names it and its values")
  func missingTag() throws {
    #expect(
      try lines(#"{"decision": {"text": "x"}}"#) == [
        #"1:14: /decision: missing "action", which is one of "reply", "escalate", "refund", "close", "drop""#
      ])
  }

  @Test("A value of another type: one error with the types that are allowed")
  func wrongType() throws {
    #expect(try lines(#"{"decision": "reply"}"#) == [#"1:14: /decision: expected an object, found "reply""#])
    #expect(
      try lines("[]", #"{"anyOf": [{"type": "string"}, {"type": ["integer", "null"]}, {"const": true}]}"#) == [
        "1:1: expected a string, an integer, a boolean or null, found []"
      ])
  }

  @Test("Where the type leaves one alternative, its errors are those of the choice")
  func oneLeft() throws {
    let schema = #"{"anyOf": [{"type": "null"}, {"type": "object", "properties": {"a": {"type": "integer"}}}]}"#
    #expect(try lines(#"{"a": "x"}"#, schema) == [#"1:7: /a: expected an integer, found "x""#])
  }

  @Test("Alternatives that are constants are one list")
  func constants() throws {
    let schema = #"{"oneOf": [{"const": "low"}, {"const": "high"}, {"enum": [1, 2], "title": "A number"}]}"#
    #expect(
      try lines(#""hihg""#, schema) == [
        #"1:1: expected one of "low", "high", 1, 2, found "hihg"; did you mean "high"?"#
      ])
  }

  @Test("A tag inside of an alternative that a tag has chosen is followed too")
  func nested() throws {
    let schema = ##"""
      {"oneOf": [{"properties": {"kind": {"const": "leaf"}}, "required": ["kind"]},
        {"properties": {"kind": {"const": "tree"}, "parts": {"items": {"$ref": "#"}}}, "required": ["kind", "parts"]}]}
      """##
    #expect(
      try lines(#"{"kind": "tree", "parts": [{"kind": "leaf"}, {"kind": "x"}, {"kind": "tree"}]}"#, schema) == [
        #"1:55: /parts/1/kind: expected one of "leaf", "tree", found "x""#, #"1:61: /parts/2: missing "parts""#,
      ])
  }

  @Test("Where nothing tells alternatives apart, the closest is named, and the places of its errors too")
  func closest() throws {
    let schema = ##"""
      {"anyOf": [{"title": "A box", "type": "object", "required": ["w", "h"], "properties": {"w": {"minimum": 1}}},
        {"$ref": "#/$defs/disk"}], "$defs": {"disk": {"type": "object", "required": ["r"]}}}
      """##
    #expect(
      try lines(#"{"w": 0, "h": 1}"#, schema) == [
        "1:1: fits none of 2 alternatives; alternative 1 (A box) comes closest",
        "  1:7: /w: expected at least 1, found 0",
      ])
    #expect(
      try lines("{}", schema) == [
        "1:1: fits none of 2 alternatives; alternative 1 (A box) comes closest", #"  1:1: missing "w", "h""#,
      ])
  }

  @Test("Where several alternatives fit, they are named")
  func several() throws {
    let schema = ##"""
      {"oneOf": [{"title": "Short"}, {"$ref": "#/$defs/any"}, {"type": "string"}], "$defs": {"any": {"title": ""}}}
      """##
    #expect(
      try lines(#""x""#, schema) == [
        "1:1: fits the alternatives 1 (Short), 2 (any), 3, where it may fit only one"
      ])
  }

  @Test("A text for a model calls the root the value")
  func summary() throws {
    let report = try CompiledSchema(parsing: #"{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}"#).validate(
      JSONDocument("{}"))
    #expect(
      report.summary() == #"""
        - the value: fits none of 2 alternatives; alternative 1 comes closest; the value: missing "a"
        """#)
  }
}
