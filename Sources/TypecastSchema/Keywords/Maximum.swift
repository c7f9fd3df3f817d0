package import TypecastJSON

/// `maximum`: the highest number that is allowed; in draft 4 not even that one if `exclusiveMaximum` is true.
package struct Maximum: Keyword {
  package let limit: JSONNode
  package let isExclusive: Bool

  static let definition = KeywordDefinition("maximum", vocabulary: .validation) { source in
    guard source.number() != nil else { return nil }
    let isExclusive = source.draft == .draft4 && source.schema["exclusiveMaximum"]?.bool == true
    return Maximum(limit: source.value, isExclusive: isExclusive)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .number else { return }
    let order = JSONNumber.compare(result.instance.content, limit.content)
    if order > 0 || (isExclusive && order == 0) {
      let bound = isExclusive ? "less than" : "at most"
      result.fail("maximum", "expected \(bound) \(limit.value), found \(Preview.of(result.instance))")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.bounds.append(NumberBound(isExclusive ? .exclusiveMaximum : .maximum, limit))
  }
}
