import TypecastJSON

/// `items` as an array of schemas, up to 2019-09: what `prefixItems` is now.
package struct ArrayItems: Keyword {
  package let schemas: [SchemaID]

  static let definition = KeywordDefinition(
    "items", drafts: .draft4 ... .draft2019, vocabulary: .applicator, content: .schemaOrSchemas
  ) { source in
    if source.value.type != .array { return Items(schema: source.subschema(), skipped: 0) }
    return ArrayItems(schemas: source.value.elements.map(source.subschema))
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    PrefixItems.check(schemas, "items", &result, in: &evaluation)
  }

  package func lower(into plan: inout PlanDraft) {
    plan.prefixItems = schemas
  }
}
