/// What becomes of one keyword in one dialect.
struct KeywordFact: Sendable {
  enum Treatment: Sendable {
    /// It is sent, and replies obey it.
    case enforced
    /// It is left out and reported.
    case notEnforced
    /// Something else is sent in its place.
    case lowered
  }

  let name: String
  let treatment: Treatment

  /// A lower limit above this one is sent as this one, an upper limit above it is left out.
  let cap: Int?

  /// The only types for which the keyword holds.
  let types: TypeSet

  /// What else there is to say, for the table of dialects.
  let note: String?

  static func enforced(
    _ name: String, upTo cap: Int? = nil, for types: TypeSet = .all, note: String? = nil
  ) -> KeywordFact {
    KeywordFact(name: name, treatment: .enforced, cap: cap, types: types, note: note)
  }

  static func lowered(_ name: String, _ note: String) -> KeywordFact {
    KeywordFact(name: name, treatment: .lowered, cap: nil, types: .all, note: note)
  }

  /// The keywords that demand something, in the order of the table. What a dialect does not list it does not enforce.
  static let names = [
    "type", "enum", "const", "properties", "required", "additionalProperties", "patternProperties", "propertyNames",
    "minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "dependencies",
    "unevaluatedProperties", "items", "prefixItems", "additionalItems", "minItems", "maxItems", "uniqueItems",
    "contains", "minContains", "maxContains", "unevaluatedItems", "minLength", "maxLength", "pattern", "format",
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "allOf", "anyOf", "oneOf", "not",
    "if", "then", "else", "$ref", "$dynamicRef", "$recursiveRef",
  ]
}
