import TypecastJSON

/// `not`: a schema that must not apply.
package struct Not: Keyword {
  package let schema: SchemaID

  static let definition = KeywordDefinition("not", vocabulary: .applicator, content: .schema) { source in
    Not(schema: source.subschema())
  }

  package var inPlace: [SchemaID] { [schema] }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    let child = evaluation.apply(schema, in: result, by: "not")
    result.keep(child, for: "not")
    if child.isValid {
      result.fail("not", "fits the schema of \"not\", which it must not: \(Preview.of(result.instance))")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(.not(schema))
  }
}
