import TypecastJSON

/// `minLength`: at least so many characters, counted in code points.
package struct MinLength: Keyword {
  package let limit: Int

  static let definition = KeywordDefinition("minLength", vocabulary: .validation) { source in
    source.count().map(MinLength.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .string else { return }
    let count = result.instance.codePointCount
    if count < limit {
      result.fail("minLength", "expected at least \(Preview.limit(limit, "character")), found \(count)")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.minLength = max(plan.minLength, limit)
  }
}
