import TypecastJSON

/// `additionalItems`, up to 2019-09: the schema of elements after those that an array of `items` names.
package struct AdditionalItems: Keyword {
  package let schema: SchemaID
  package let skipped: Int

  static let definition = KeywordDefinition(
    "additionalItems", drafts: .draft4 ... .draft2019, vocabulary: .applicator, content: .schema
  ) { source in
    guard let items = source.schema["items"], items.type == .array else { return nil }
    return AdditionalItems(schema: source.subschema(), skipped: items.count)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    Items.check(schema, after: skipped, "additionalItems", &result, in: &evaluation)
  }

  package func lower(into plan: inout PlanDraft) {
    plan.items = schema
  }
}
