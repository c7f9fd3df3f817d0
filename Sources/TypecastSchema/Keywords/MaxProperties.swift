import TypecastJSON

/// `maxProperties`: at most so many members.
package struct MaxProperties: Keyword {
  package let limit: Int

  static let definition = KeywordDefinition("maxProperties", vocabulary: .validation) { source in
    source.count().map(MaxProperties.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .object else { return }
    let count = result.instance.count
    if count > limit {
      result.fail("maxProperties", "expected at most \(Preview.plural(limit, "member")), found \(count)")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.maxProperties = min(plan.maxProperties, limit)
  }
}
