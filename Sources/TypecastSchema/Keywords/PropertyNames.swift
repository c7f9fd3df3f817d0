import TypecastJSON

/// `propertyNames`: a schema for every name.
package struct PropertyNames: Keyword {
  package let schema: SchemaID

  static let definition = KeywordDefinition(
    "propertyNames", drafts: .draft6 ... .draft2020, vocabulary: .applicator, content: .schema
  ) { source in
    PropertyNames(schema: source.subschema())
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    for member in result.instance.members {
      result.require(
        evaluation.apply(schema, to: member.keyNode, token: member.key, in: result, by: "propertyNames"),
        for: "propertyNames")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.propertyNames.append(schema)
  }
}
