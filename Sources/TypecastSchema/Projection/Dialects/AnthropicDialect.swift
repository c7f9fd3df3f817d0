extension DialectFacts {
  /// Anthropic's page on structured outputs, and what its own libraries take out of a schema.
  static let anthropic = DialectFacts(
    dialect: .anthropic, title: "Anthropic", place: "`output_config.format.schema`",
    keywords: [
      .enforced("type"), .enforced("enum", note: "scalars; capitals may differ"),
      .lowered("const", "an enum of one value"),
      .enforced("properties"), .enforced("required"), .lowered("additionalProperties", "always false"),
      .lowered("patternProperties", "left out with the other members"),
      .lowered("unevaluatedProperties", "as `additionalProperties`"),
      .enforced("items"), .lowered("prefixItems", "`items` of any of them"),
      .lowered("additionalItems", "`items`"), .lowered("unevaluatedItems", "`items`"),
      .enforced("minItems", upTo: 1, note: "0 and 1"),
      .enforced("pattern", note: "without look-around, back-references and `\\b`"),
      .enforced("format", note: "of the list"),
      .lowered("allOf", "merged"), .enforced("anyOf"), .lowered("oneOf", "`anyOf`"),
      .enforced("$ref", note: "recursion is written out to a certain depth"),
      .lowered("$dynamicRef", "`$ref`"), .lowered("$recursiveRef", "`$ref`"),
    ],
    formats: ["date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"],
    references: .acyclic, otherMembers: .alwaysClosed, anything: .types, patterns: .regular(wordBoundaries: false),
    order: .requiredFirst, limits: [LimitFact(.optionalProperties, 24), LimitFact(.unions, 16)])
}
