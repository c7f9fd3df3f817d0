import Typecast

/// One line of an error table: what is looked for, and what it means.
struct ErrorRow: Sendable {
  /// What has to hold of an answer; all conditions of a row have to.
  enum Condition: Sendable {
    /// Its status is one of these.
    case status([ClosedRange<Int>])
    /// The provider calls it by one of these words.
    case word([String])
    /// One of its words contains one of these.
    case wordPart([String])
    /// What the provider says has one of these in it.
    case says([String])
    case transport([TransportError.Kind])
    case finish([FinishReason])
    /// The answer ended for something that is not known.
    case otherFinish
    /// The server is on this machine.
    case local
    /// It was not sent at all, for this.
    case unsent(String)
    /// It asks to wait for a time.
    case asksToWait
  }

  /// The name of the row, which stays the same: `gemini.quota.day`.
  let id: String
  let conditions: [Condition]
  let kind: FailureKind
  let detail: String?
  /// Whether the same request may succeed later.
  let mayRetry: Bool
  /// Whether another model may do better.
  let anotherModelMayHelp: Bool
  /// What happened, behind the name of the provider: `refused the key`.
  let what: String
  /// What to do about it, in a sentence; `{model}`, `{provider}` and `{key}` stand for their names.
  let next: String

  init(
    _ id: String, _ conditions: Condition..., kind: FailureKind, detail: String? = nil, retry: Bool = false,
    another: Bool = true, _ what: String, _ next: String = ""
  ) {
    self.id = id
    self.conditions = conditions
    self.kind = kind
    self.detail = detail
    mayRetry = retry
    anotherModelMayHelp = another
    self.what = what
    self.next = next
  }

  func matches(_ signal: ErrorSignal) -> Bool { conditions.allSatisfy { $0.holds(for: signal) } }
}

extension ErrorRow.Condition {
  static func status(_ codes: Int...) -> ErrorRow.Condition { .status(codes.map { $0...$0 }) }
  static func word(_ words: String...) -> ErrorRow.Condition { .word(words) }
  static func wordPart(_ parts: String...) -> ErrorRow.Condition { .wordPart(parts) }
  static func says(_ parts: String...) -> ErrorRow.Condition { .says(parts) }
  static func transport(_ kinds: TransportError.Kind...) -> ErrorRow.Condition { .transport(kinds) }
  static func finish(_ reasons: FinishReason...) -> ErrorRow.Condition { .finish(reasons) }
  static let anyStatus = ErrorRow.Condition.status([100...999])
  static let clientError = ErrorRow.Condition.status([400...499])
  static let serverError = ErrorRow.Condition.status([500...599])

  func holds(for signal: ErrorSignal) -> Bool {
    switch self {
    case .status(let ranges):
      guard let status = signal.status else { return false }
      return ranges.contains { $0.contains(status) }
    case .word(let words): return signal.words.contains { words.contains($0) }
    case .wordPart(let parts): return signal.words.contains { word in parts.contains { word.utf8Contains($0) } }
    case .says(let parts): return parts.contains { signal.lowerMessage.utf8Contains($0) }
    case .transport(let kinds): return signal.transport.map { kinds.contains($0) } ?? false
    case .finish(let reasons): return signal.finish.map { reasons.contains($0) } ?? false
    case .otherFinish: return signal.finish != nil
    case .unsent: return false
    case .local: return signal.isLocal
    case .asksToWait: return signal.wait(now: 0) != nil
    }
  }
}
