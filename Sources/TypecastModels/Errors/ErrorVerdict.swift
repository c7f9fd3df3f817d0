import Typecast

/// What the failure of one request means.
struct ErrorVerdict: Sendable {
  let row: ErrorRow
  let mayRetry: Bool
  /// How long the provider asks to wait. What is not to be sent again has none, but for limits that end by themselves.
  let retryAfter: Duration?
  let message: String

  /// Whom a failure is about.
  struct Subject: Sendable {
    /// What messages call the provider.
    var title: String
    var provider: String
    var model: String
    /// The environment variables that may hold its key.
    var keyNames: [String] = []
    /// What must not be shown, whoever says it.
    var secrets: [String] = []
  }

  /// - Parameter now: The time in seconds since 1970, for answers that tell a date and not what time it is.
  init(_ signal: ErrorSignal, by table: ErrorTable, about subject: Subject, now: Int? = nil) {
    let row = table.row(for: signal)
    self.row = row
    // A header may forbid what a row allows; what a row knows to be in vain it can't make worth a try.
    mayRetry =
      RetryHint.shouldRetry(signal.headers).map { $0 && (row.mayRetry || row.kind.isOfTheServer) } ?? row.mayRetry
    if mayRetry {
      let isLimit = row.kind == .rateLimit || row.kind == .overloaded
      retryAfter = signal.wait(now: now) ?? (isLimit ? RetryHint.reset(signal.headers, now: now) : nil)
    } else {
      // The texts of quotas ask for waits that don't help; a header means it.
      retryAfter = row.kind == .quota ? RetryHint.header(signal.headers, now: now) : nil
    }
    let said = Masking.masked(signal.message, secrets: subject.secrets).trimmed
    let words = said.isEmpty ? "." : ": \(said.excerpt(300).endingInPeriod)"
    let status = signal.status.map { $0 >= 300 ? " (status \($0))" : "" } ?? ""
    let next = row.next.isEmpty ? "" : " " + Self.filled(row.next, subject)
    message = "\(subject.title) \(Self.filled(row.what, subject))\(status)\(words)\(next)"
  }

  private static func filled(_ text: String, _ subject: Subject) -> String {
    let key = subject.keyNames.isEmpty ? "its key" : subject.keyNames.joined(separator: " or ")
    return text.replacing("{model}", with: subject.model).replacing("{key}", with: key)
      .replacing("{provider}", with: subject.provider)
  }
}

extension FailureKind {
  /// Whether the server is at fault, which knows best when it is not any more.
  fileprivate var isOfTheServer: Bool { self == .server || self == .overloaded || self == .timeout }
}

extension String {
  fileprivate var endingInPeriod: String {
    guard let last, !".!?…".contains(last) else { return self }
    return self + "."
  }
}
