package import TypecastJSON

/// `exclusiveMaximum` as a number, since draft 6: every number allowed is less.
package struct ExclusiveMaximum: Keyword {
  package let limit: JSONNode

  static let definition = KeywordDefinition(
    "exclusiveMaximum", drafts: .draft6 ... .draft2020, vocabulary: .validation
  ) { source in
    source.number().map { _ in ExclusiveMaximum(limit: source.value) }
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .number else { return }
    if JSONNumber.compare(result.instance.content, limit.content) >= 0 {
      result.fail("exclusiveMaximum", "expected less than \(limit.value), found \(Preview.of(result.instance))")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.bounds.append(NumberBound(.exclusiveMaximum, limit))
  }
}
