import TypecastJSON

/// `pattern`: a regular expression that the string has to match somewhere.
package struct PatternKeyword: Keyword {
  package let pattern: Pattern

  static let definition = KeywordDefinition("pattern", vocabulary: .validation) { source in
    guard let text = source.value.string else {
      source.reject("a string")
      return nil
    }
    return source.pattern(text, at: source.value).map(PatternKeyword.init)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    guard result.instance.type == .string else { return }
    switch pattern.search(result.instance.content, within: &evaluation.searches) {
    case .match: break
    case .noMatch:
      result.fail(
        "pattern",
        "expected a string that matches \(Preview.pattern(pattern.source)), found \(Preview.of(result.instance))")
    case .undecided:
      evaluation.undecided = .pattern(pattern.source)
    }
  }

  package func lower(into plan: inout PlanDraft) {
    plan.patterns.append(pattern)
  }
}

extension KeywordSource {
  /// Compiles a pattern, or reports what is wrong with it.
  func pattern(_ text: String, at place: JSONNode) -> Pattern? {
    do {
      return try Pattern(text)
    } catch {
      report(.invalidPattern, "the pattern \(Preview.pattern(text)) is not valid: \(error)", at: place)
      return nil
    }
  }
}
