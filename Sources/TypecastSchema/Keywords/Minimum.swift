package import TypecastJSON

/// `minimum`: the lowest number that is allowed; in draft 4 not even that one if `exclusiveMinimum` is true.
package struct Minimum: Keyword {
  package let limit: JSONNode
  package let isExclusive: Bool

  static let definition = KeywordDefinition("minimum", vocabulary: .validation) { source in
    guard source.number() != nil else { return nil }
    let isExclusive = source.draft == .draft4 && source.schema["exclusiveMinimum"]?.bool == true
    return Minimum(limit: source.value, isExclusive: isExclusive)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .number else { return }
    let order = JSONNumber.compare(result.instance.content, limit.content)
    if order < 0 || (isExclusive && order == 0) {
      let bound = isExclusive ? "more than" : "at least"
      result.fail("minimum", "expected \(bound) \(limit.value), found \(Preview.of(result.instance))")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.bounds.append(NumberBound(isExclusive ? .exclusiveMinimum : .minimum, limit))
  }
}
