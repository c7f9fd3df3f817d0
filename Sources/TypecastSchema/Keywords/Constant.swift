package import TypecastJSON

/// `const`: the one value that is allowed.
package struct Constant: Keyword {
  package let value: JSONNode

  static let definition = KeywordDefinition("const", drafts: .draft6 ... .draft2020, vocabulary: .validation) {
    source in
    Constant(value: source.value)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    if value.isEqual(to: result.instance) { return }
    result.fail("const", "expected \(Preview.list([value])), found \(Preview.of(result.instance))")
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(.oneOfConstants([value]))
  }
}
