import TypecastJSON

/// `$recursiveRef`, of 2019-09 only: the root of the resource, or of the outermost one that is open to recursion.
package struct RecursiveReference: Keyword {
  package let target: SchemaID

  static let definition = KeywordDefinition(
    "$recursiveRef", drafts: .draft2019 ... .draft2019, vocabulary: .core
  ) { source in
    guard let text = source.value.string else {
      source.reject("a string")
      return nil
    }
    guard let target = source.resolve(text) else { return nil }
    guard source.builder.isRecursiveAnchor(target) else { return Reference(target: target) }
    source.builder.noteDynamicScope()
    return RecursiveReference(target: target)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    let goal = evaluation.recursiveTarget(default: target)
    let child = evaluation.apply(goal, in: result, by: "$recursiveRef")
    result.absorbCoverage(of: child)
    result.require(child, for: "$recursiveRef")
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(.applyRecursive(default: target))
  }
}
