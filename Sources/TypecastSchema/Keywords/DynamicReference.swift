package import TypecastJSON

/// `$dynamicRef`: like `$ref`, but an anchor may be overridden by the resources on the way.
package struct DynamicReference: Keyword {
  /// Where the reference leads without any override.
  package let target: SchemaID

  /// The anchor to look for on the way; nil if the reference is just another `$ref`.
  package let anchor: ScalarText?

  static let definition = KeywordDefinition(
    "$dynamicRef", drafts: .draft2020 ... .draft2020, vocabulary: .core
  ) { source in
    guard let text = source.value.string else {
      source.reject("a string")
      return nil
    }
    guard let target = source.resolve(text) else { return nil }
    guard let name = URIReference(text).decodedFragment, source.builder.isDynamicAnchor(name, at: target) else {
      return Reference(target: target)
    }
    source.builder.noteDynamicScope()
    return DynamicReference(target: target, anchor: ScalarText(name))
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    let goal = anchor.map { evaluation.dynamicTarget($0, default: target) } ?? target
    let child = evaluation.apply(goal, in: result, by: "$dynamicRef")
    result.absorbCoverage(of: child)
    result.require(child, for: "$dynamicRef")
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(anchor.map { .applyDynamic($0, default: target) } ?? .apply(target))
  }
}
