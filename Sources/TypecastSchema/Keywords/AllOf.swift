import TypecastJSON

/// `allOf`: every one of some schemas applies.
package struct AllOf: Keyword {
  package let schemas: [SchemaID]

  static let definition = KeywordDefinition("allOf", vocabulary: .applicator, content: .schemas) { source in
    source.schemas().map(AllOf.init)
  }

  package var inPlace: [SchemaID] { schemas }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    for (index, schema) in schemas.enumerated() {
      let child = evaluation.apply(schema, in: result, by: "allOf", "\(index)")
      result.absorbCoverage(of: child)
      result.require(child, for: "allOf")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    for schema in schemas { plan.steps.append(.apply(schema)) }
  }
}
