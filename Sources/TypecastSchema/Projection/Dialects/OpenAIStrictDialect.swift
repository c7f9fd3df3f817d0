extension DialectFacts {
  /// OpenAI's "Supported schemas", for models that are not fine-tuned.
  static let openAIStrict = DialectFacts(
    dialect: .openAIStrict, title: "OpenAI's strict mode",
    place: "`response_format.json_schema.schema`, `text.format.schema`",
    keywords: [
      .enforced("type"), .enforced("enum", note: "scalars"), .lowered("const", "an enum of one value"),
      .enforced("properties"), .lowered("required", "every member is, null stands for missing"),
      .lowered("additionalProperties", "always false"),
      .lowered("patternProperties", "left out with the other members"),
      .lowered("unevaluatedProperties", "as `additionalProperties`"),
      .enforced("items"), .lowered("prefixItems", "`items` of any of them"),
      .lowered("additionalItems", "`items`"), .lowered("unevaluatedItems", "`items`"),
      .enforced("minItems"), .enforced("maxItems"),
      .enforced("pattern", note: "without look-around and back-references"), .enforced("format", note: "of the list"),
      .enforced("minimum"), .enforced("maximum"), .enforced("exclusiveMinimum"), .enforced("exclusiveMaximum"),
      .enforced("multipleOf"),
      .lowered("allOf", "merged"), .enforced("anyOf"), .lowered("oneOf", "`anyOf`"), .enforced("$ref"),
      .lowered("$dynamicRef", "`$ref`"), .lowered("$recursiveRef", "`$ref`"),
    ],
    formats: ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"],
    references: .all, rootIsReferable: true, rootIsObject: true, requiresAllMembers: true,
    otherMembers: .alwaysClosed, anything: .definition, patterns: .regular(wordBoundaries: true), needsItems: true,
    levels: 10,
    limits: [
      LimitFact(.properties, 5_000), LimitFact(.enumValues, 1_000), LimitFact(.characters, 120_000),
      LimitFact(.enumCharacters, 15_000),
    ])
}
