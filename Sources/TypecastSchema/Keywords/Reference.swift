import TypecastJSON

/// `$ref`: another schema applies as well. Up to draft 7 nothing beside it counts.
package struct Reference: Keyword {
  package let target: SchemaID

  static let definition = KeywordDefinition("$ref", vocabulary: .core) { source in
    guard let text = source.value.string else {
      source.reject("a string")
      return nil
    }
    return source.resolve(text).map(Reference.init)
  }

  package var inPlace: [SchemaID] { [target] }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    let child = evaluation.apply(target, in: result, by: "$ref")
    result.absorbCoverage(of: child)
    result.require(child, for: "$ref")
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(.apply(target))
  }
}
