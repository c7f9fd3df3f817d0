import TypecastJSON

/// `oneOf`: exactly one of some schemas applies.
package struct OneOf: Keyword {
  package let schemas: [SchemaID]

  static let definition = KeywordDefinition("oneOf", vocabulary: .applicator, content: .schemas) { source in
    source.schemas().map(OneOf.init)
  }

  package var inPlace: [SchemaID] { schemas }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    var fitting: [Int] = []
    for (index, schema) in schemas.enumerated() {
      let child = evaluation.apply(schema, in: result, by: "oneOf", "\(index)")
      if child.isValid { fitting.append(index) }
      result.absorbCoverage(of: child)
      result.keep(child, for: "oneOf")
    }
    if fitting.isEmpty {
      result.fail("oneOf", "fits none of \(Preview.plural(schemas.count, "alternative"))")
    } else if fitting.count > 1 {
      let list = fitting.map { evaluation.graph.alternativeName(schemas[$0], at: $0) }.joined(separator: ", ")
      result.fail("oneOf", "fits the alternatives \(list), where it may fit only one")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(.oneOf(schemas))
  }
}
