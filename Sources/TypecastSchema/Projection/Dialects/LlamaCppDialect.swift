extension DialectFacts {
  /// What `llama-server` was measured to enforce, to ignore, to refuse and to crash of.
  static let llamaCpp = DialectFacts(
    dialect: .llamaCpp, title: "llama.cpp", place: "`response_format.json_schema.schema`", keywords: grammarKeywords,
    formats: ["date", "time", "date-time", "uuid"], shapeOnlyFormats: ["date", "date-time"],
    references: .all, otherMembers: .closedIfUnsaid, anything: .types, tuples: .exact, patterns: .simple,
    enumTypes: .all, oneStringKeyword: true, integerLimits: true, lowerLimitIsUnreliable: true,
    unusableNames: ["", "$ref", "$defs"], needsPlainNames: true, order: .requiredFirst)

  /// The keywords of the grammar that both llama.cpp and Ollama make of a schema.
  static let grammarKeywords: [KeywordFact] = [
    .enforced("type"), .enforced("enum"), .enforced("const"), .enforced("properties"), .enforced("required"),
    .enforced("additionalProperties", note: "absent means false"),
    .lowered("patternProperties", "`additionalProperties` of any of them"),
    .lowered("unevaluatedProperties", "`additionalProperties`"),
    .enforced("items"), .enforced("prefixItems", note: "where an array has exactly so many elements"),
    .lowered("additionalItems", "`items`"), .lowered("unevaluatedItems", "`items`"),
    .enforced("minItems", upTo: 2_000, note: "up to 2,000"), .enforced("maxItems", upTo: 2_000, note: "up to 2,000"),
    .enforced("minLength", upTo: 2_000, note: "up to 2,000, without `pattern` and `format`"),
    .enforced("maxLength", upTo: 2_000, note: "up to 2,000, without `pattern` and `format`"),
    .enforced("pattern", note: "anchored, of plain ASCII, written anew"),
    .enforced("format", note: "of the list, the shape only"),
    .enforced("minimum", for: .integer, note: "of integers"), .enforced("maximum", for: .integer, note: "of integers"),
    .lowered("exclusiveMinimum", "`minimum` of integers"), .lowered("exclusiveMaximum", "`maximum` of integers"),
    .lowered("allOf", "merged"), .enforced("anyOf"), .lowered("oneOf", "`anyOf`"), .enforced("$ref"),
    .lowered("$dynamicRef", "`$ref`"), .lowered("$recursiveRef", "`$ref`"),
  ]
}
