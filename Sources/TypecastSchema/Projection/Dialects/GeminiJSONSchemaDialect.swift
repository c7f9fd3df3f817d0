extension DialectFacts {
  /// The comment on `response_json_schema` in Google's `generative_service.proto`.
  static let geminiJSONSchema = DialectFacts(
    dialect: .geminiJSONSchema, title: "Gemini's responseJsonSchema", place: "`generationConfig.responseJsonSchema`",
    keywords: [
      .enforced("type"), .enforced("enum", note: "strings and numbers"), .lowered("const", "an enum of one value"),
      .enforced("properties"), .enforced("required"), .enforced("additionalProperties"),
      .lowered("patternProperties", "`additionalProperties` of any of them"),
      .lowered("unevaluatedProperties", "`additionalProperties`"),
      .enforced("items"), .enforced("prefixItems"), .lowered("additionalItems", "`items`"),
      .lowered("unevaluatedItems", "`items`"),
      .enforced("minItems"), .enforced("maxItems"), .enforced("format", note: "of the list"),
      .enforced("minimum"), .enforced("maximum"),
      .lowered("exclusiveMinimum", "`minimum`, exactly for integers"),
      .lowered("exclusiveMaximum", "`maximum`, exactly for integers"),
      .lowered("allOf", "merged"), .enforced("anyOf"), .lowered("oneOf", "`anyOf`, as it is read"),
      .enforced("$ref", note: "a circle has to pass through a member that is not required"),
      .lowered("$dynamicRef", "`$ref`"), .lowered("$recursiveRef", "`$ref`"),
    ],
    formats: ["date-time", "date", "time"],
    references: .cyclicThroughOptionalMembers, otherMembers: .asWritten, anything: .empty, tuples: .asWritten,
    enumTypes: [.string, .number], writesOrder: true, enumValues: 90)
}
