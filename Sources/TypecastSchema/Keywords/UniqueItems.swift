import TypecastJSON

/// `uniqueItems`: no two elements are equal.
package struct UniqueItems: Keyword {
  static let definition = KeywordDefinition("uniqueItems", vocabulary: .validation) { source in
    guard let isUnique = source.value.bool else {
      source.reject("a boolean")
      return nil
    }
    return isUnique ? UniqueItems() : nil
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .array else { return }
    var seen: [JSONValue: Int] = [:]
    for (index, element) in result.instance.elements.enumerated() {
      if let first = seen.updateValue(index, forKey: element.value) {
        result.fail(
          "uniqueItems", "expected elements that differ, found \(Preview.of(element)) at \(first) and \(index)")
        return
      }
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.hasUniqueItems = true
  }
}
