import TypecastJSON

/// `required`: the members that have to be there.
package struct Required: Keyword {
  package let names: [String]

  static let definition = KeywordDefinition("required", vocabulary: .validation) { source in
    source.names().map(Required.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .object else { return }
    let missing = names.filter { evaluation.member($0, of: result.instance) == nil }
    if missing.isEmpty { return }
    let list = missing.map { JSONValue.string($0).description }.joined(separator: ", ")
    result.fail("required", "missing \(list)")
  }

  package func lower(into plan: inout PlanDraft) {
    plan.required += names
  }
}
