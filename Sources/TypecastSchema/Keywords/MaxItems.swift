import TypecastJSON

/// `maxItems`: at most so many elements.
package struct MaxItems: Keyword {
  package let limit: Int

  static let definition = KeywordDefinition("maxItems", vocabulary: .validation) { source in
    source.count().map(MaxItems.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .array else { return }
    let count = result.instance.count
    if count > limit {
      result.fail("maxItems", "expected at most \(Preview.plural(limit, "element")), found \(count)")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.maxItems = min(plan.maxItems, limit)
  }
}
