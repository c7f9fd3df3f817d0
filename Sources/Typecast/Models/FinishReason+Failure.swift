extension FinishReason {
  /// What an answer that stopped for this, and is not whole, fails for.
  public var failureKind: FailureKind {
    switch self {
    case .refusal: .refusal
    case .blocked: .contentPolicy
    case .length: .truncated
    default: .malformedReply
    }
  }
}

extension ModelEnding {
  /// What an answer lacks that is not whole, in a sentence.
  func whatIsMissing(in answer: String, of model: String) -> String {
    let words = explanation.map { ": \($0.excerpt(300))" } ?? "."
    switch finish {
    case .length: return "\(answer) was cut off at a limit of tokens; raise settings.maxTokens."
    case .refusal: return "\(model) declined to answer\(words)"
    case .blocked: return "A filter of the provider stopped \(model)\(words)"
    case .incomplete: return "\(answer) stopped before its end; ask again."
    default: return "\(answer) is not whole: it stopped for '\(finish.rawValue.excerpt(40))'\(words)"
    }
  }
}
