package import TypecastJSON

/// `enum`: the values that are allowed.
package struct Enumeration: Keyword {
  package let values: [JSONNode]

  /// The places of the values by their hashes.
  private let places: [UInt64: [Int]]

  init(values: [JSONNode]) {
    self.values = values
    places = Dictionary(grouping: values.indices) { TapeView(values[$0].document).hash(values[$0].index) }
  }

  static let definition = KeywordDefinition("enum", vocabulary: .validation) { source in
    guard source.value.type == .array else {
      source.reject("an array")
      return nil
    }
    return Enumeration(values: Array(source.value.elements))
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    let instance = result.instance
    let equals = places[TapeView(instance.document).hash(instance.index)] ?? []
    if equals.contains(where: { values[$0].isEqual(to: instance) }) { return }
    result.fail("enum", ConstantsMessage.of(values, for: instance, &evaluation.suggestions))
  }

  package func lower(into plan: inout PlanDraft) {
    plan.steps.append(.oneOfConstants(values))
  }
}
