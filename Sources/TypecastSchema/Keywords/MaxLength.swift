import TypecastJSON

/// `maxLength`: at most so many characters, counted in code points.
package struct MaxLength: Keyword {
  package let limit: Int

  static let definition = KeywordDefinition("maxLength", vocabulary: .validation) { source in
    source.count().map(MaxLength.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .string else { return }
    let count = result.instance.codePointCount
    if count > limit {
      result.fail("maxLength", "expected at most \(Preview.plural(limit, "character")), found \(count)")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.maxLength = min(plan.maxLength, limit)
  }
}
