package import TypecastJSON

/// `multipleOf`: dividing by it leaves nothing, exactly.
package struct MultipleOf: Keyword {
  package let divisor: JSONNode

  /// Dividing takes the time of both numbers' lengths multiplied.
  private static let longestDivisor = 1000

  static let definition = KeywordDefinition("multipleOf", vocabulary: .validation) { source in
    guard let divisor = source.number() else { return nil }
    if divisor <= 0 {
      source.report(.invalidSchema, "\"multipleOf\" must be more than 0, this is \(divisor)")
      return nil
    }
    if divisor.text.utf8.count > longestDivisor {
      source.report(.invalidSchema, "\"multipleOf\" has more than \(longestDivisor) digits; nothing needs that many")
      return nil
    }
    return MultipleOf(divisor: source.value)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .number else { return }
    if !JSONNumber.isMultiple(result.instance.content, of: divisor.content) {
      result.fail("multipleOf", "expected a multiple of \(divisor.value), found \(Preview.of(result.instance))")
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.bounds.append(NumberBound(.multipleOf, divisor))
  }
}
