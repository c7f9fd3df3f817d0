import TypecastJSON

/// `minItems`: at least so many elements.
package struct MinItems: Keyword {
  package let limit: Int

  static let definition = KeywordDefinition("minItems", vocabulary: .validation) { source in
    source.count().map(MinItems.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .array else { return }
    let count = result.instance.count
    if count < limit {
      result.fail("minItems", "expected at least \(Preview.limit(limit, "element")), found \(count)")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.minItems = max(plan.minItems, limit)
  }
}
