import TypecastJSON

/// `minProperties`: at least so many members.
package struct MinProperties: Keyword {
  package let limit: Int

  static let definition = KeywordDefinition("minProperties", vocabulary: .validation) { source in
    source.count().map(MinProperties.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .object else { return }
    let count = result.instance.count
    if count < limit {
      result.fail("minProperties", "expected at least \(Preview.limit(limit, "member")), found \(count)")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.minProperties = max(plan.minProperties, limit)
  }
}
