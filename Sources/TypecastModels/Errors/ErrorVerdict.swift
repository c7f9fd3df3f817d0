import Typecast

/// What the failure of one request means.
struct ErrorVerdict: Sendable {
  let row: ErrorRow
  let mayRetry: Bool
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
    var secret: String?
  }

  init(_ signal: ErrorSignal, by table: ErrorTable, about subject: Subject) {
    let row = table.row(for: signal)
    self.row = row
    retryAfter = RetryHint.read(signal.headers, text: signal.message, body: signal.bodyHint)
    mayRetry = RetryHint.shouldRetry(signal.headers).map { $0 && row.kind.canPass } ?? row.mayRetry
    let said = Masking.masked(signal.message, secret: subject.secret).trimmed
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
  /// Whether what failed for this may succeed when nothing is changed.
  fileprivate var canPass: Bool {
    switch self {
    case .authentication, .permission, .modelNotFound, .notFound, .badRequest, .schemaRejected, .unsupported,
      .contextWindow, .quota:
      false
    default: true
    }
  }
}

extension String {
  fileprivate var endingInPeriod: String {
    guard let last, !".!?…".contains(last) else { return self }
    return self + "."
  }
}
