import Testing
import TypecastSchema

@Suite("Properties without a type are reported")
struct UntypedPropertiesRuleTests {
  private let message = #""properties" without "type" also allows values that are no objects; add "type": "object""#

  @Test("At the root, in a property, in a definition, in an alternative")
  func untyped() {
    expect(.untypedProperties, at: #"{➤"properties": {"a": {➤"properties": {"b": {}}}}}"#, message, message)
    expect(
      .untypedProperties,
      at:
        ##"{"type": "object", "properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {➤"properties": {"b": {}}}}}"##,
      message)
    expect(.untypedProperties, at: #"{"anyOf": [{➤"properties": {"a": {}}}, {"type": "string"}]}"#, message)
  }

  @Test("Once for an object that is described in parts")
  func parts() {
    expect(
      .untypedProperties,
      at:
        #"{➤"properties": {"a": {}}, "allOf": [{"properties": {"b": {}}}], "if": {"properties": {"a": {"const": 1}}}, "then": {"properties": {"c": {}}}}"#,
      message)
  }

  @Test(
    "The type may be said elsewhere for the same value",
    arguments: [
      #"{"type": "object", "properties": {"a": {}}}"#,
      #"{"type": ["object", "null"], "allOf": [{"properties": {"a": {}}}]}"#,
      #"{"allOf": [{"type": "object"}], "properties": {"a": {}}}"#,
      #"{"oneOf": [{"type": "object"}, {"type": "object", "title": "b"}], "properties": {"a": {}}}"#,
      ##"{"$ref": "#/$defs/o", "properties": {"a": {}}, "$defs": {"o": {"type": "object"}}}"##,
      ##"{"type": "object", "allOf": [{"$ref": "#/$defs/p"}], "$defs": {"p": {"properties": {"a": {}}}}}"##,
      ##"{"type": "object", "anyOf": [{"$ref": "#/$defs/p"}, {"allOf": [{"$ref": "#/$defs/p"}]}], "$defs": {"p": {"properties": {"a": {}}}}}"##,
      #"{"not": {"properties": {"a": {"const": 1}}}}"#,
      #"{"properties": {}}"#,
      #"{"enum": [{"a": 1}], "properties": {"a": {}}}"#,
    ])
  func typed(schema: String) {
    expectNothing(of: .untypedProperties, in: schema)
  }

  @Test("A definition that one user types and another does not is reported")
  func shared() {
    expect(
      .untypedProperties,
      at:
        ##"{"properties": {"a": {"type": "object", "$ref": "#/$defs/p"}, "b": {"$ref": "#/$defs/p"}}, "type": "object", "$defs": {"p": {➤"properties": {"a": {}}}}}"##,
      message)
  }

  @Test("One untyped alternative leaves the type open")
  func alternatives() {
    expect(
      .untypedProperties, at: #"{"oneOf": [{"type": "object"}, {"minProperties": 1}], ➤"properties": {"a": {}}}"#,
      message)
  }
}
