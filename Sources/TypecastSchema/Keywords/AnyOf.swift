import TypecastJSON

/// `anyOf`: at least one of some schemas applies.
package struct AnyOf: Keyword {
  package let schemas: [SchemaID]

  static let definition = KeywordDefinition("anyOf", vocabulary: .applicator, content: .schemas) { source in
    source.schemas().map(AnyOf.init)
  }

  package var inPlace: [SchemaID] { schemas }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    var isFound = false
    for (index, schema) in schemas.enumerated() {
      let child = evaluation.apply(schema, in: result, by: "anyOf", "\(index)")
      isFound = isFound || child.isValid
      result.absorbCoverage(of: child)
      result.keep(child, for: "anyOf")
    }
    if !isFound { result.fail("anyOf", "fits none of \(Preview.plural(schemas.count, "alternative"))") }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(.anyOf(schemas))
  }
}
