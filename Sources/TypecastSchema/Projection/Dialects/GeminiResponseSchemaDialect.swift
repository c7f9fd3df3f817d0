extension DialectFacts {
  /// The message `Schema` in Google's `content.proto`: a subset of OpenAPI 3.0. A field that it lacks is an error.
  static let geminiResponseSchema = DialectFacts(
    dialect: .geminiResponseSchema, title: "Gemini's responseSchema", place: "`generationConfig.responseSchema`",
    keywords: [
      .enforced("type"), .enforced("enum", note: "strings"), .lowered("const", "an enum of one string"),
      .enforced("properties"), .enforced("required"),
      .enforced("items"), .lowered("prefixItems", "`items` of any of them"),
      .lowered("additionalItems", "`items`"), .lowered("unevaluatedItems", "`items`"),
      .enforced("minItems"), .enforced("maxItems"), .enforced("minProperties"), .enforced("maxProperties"),
      .enforced("minLength"), .enforced("maxLength"),
      .enforced("pattern", note: "without look-around and back-references"), .enforced("format", note: "of the list"),
      .enforced("minimum"), .enforced("maximum"),
      .lowered("exclusiveMinimum", "`minimum`, exactly for integers"),
      .lowered("exclusiveMaximum", "`maximum`, exactly for integers"),
      .lowered("allOf", "merged"), .enforced("anyOf"), .lowered("oneOf", "`anyOf`"),
      .lowered("$ref", "written out, recursion to a certain depth"),
      .lowered("$dynamicRef", "written out"), .lowered("$recursiveRef", "written out"),
    ],
    formats: ["date-time"],
    references: .none, otherMembers: .unsaid, anything: .types, patterns: .regular(wordBoundaries: true),
    enumTypes: [.string], needsItems: true, needsMembers: true, writesOrder: true, isOpenAPI: true, enumValues: 90)
}
