package import TypecastJSON

/// `exclusiveMinimum` as a number, since draft 6: every number allowed is greater.
package struct ExclusiveMinimum: Keyword {
  package let limit: JSONNode

  static let definition = KeywordDefinition(
    "exclusiveMinimum", drafts: .draft6 ... .draft2020, vocabulary: .validation
  ) { source in
    source.number().map { _ in ExclusiveMinimum(limit: source.value) }
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .number else { return }
    if JSONNumber.compare(result.instance.content, limit.content) <= 0 {
      result.fail("exclusiveMinimum", "expected more than \(limit.value), found \(Preview.of(result.instance))")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.bounds.append(NumberBound(.exclusiveMinimum, limit))
  }
}
