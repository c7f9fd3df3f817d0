extension DialectFacts {
  /// Groq's strict mode. Its page names the two rules of strict mode and no list of keywords: what is sent beyond the shape
  /// of a value is little.
  static let groq = DialectFacts(
    dialect: .groq, title: "Groq's strict mode", place: "`response_format.json_schema.schema`",
    keywords: [
      .enforced("type"), .enforced("enum", note: "scalars"), .lowered("const", "an enum of one value"),
      .enforced("properties"), .lowered("required", "every member is, null stands for missing"),
      .lowered("additionalProperties", "always false"),
      .lowered("patternProperties", "left out with the other members"),
      .lowered("unevaluatedProperties", "as `additionalProperties`"),
      .enforced("items"), .lowered("prefixItems", "`items` of any of them"),
      .lowered("additionalItems", "`items`"), .lowered("unevaluatedItems", "`items`"),
      .lowered("allOf", "merged"), .enforced("anyOf"), .lowered("oneOf", "`anyOf`"), .enforced("$ref"),
      .lowered("$dynamicRef", "`$ref`"), .lowered("$recursiveRef", "`$ref`"),
    ],
    formats: [], references: .all, rootIsReferable: false, rootIsObject: true, requiresAllMembers: true,
    otherMembers: .alwaysClosed, anything: .definition, needsItems: true)
}
