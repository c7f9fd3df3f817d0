public import Typecast
import TypecastJSON

/// What one exchange with a provider comes to, judged by its error tables without asking anybody.
public struct Classification: Sendable {
  /// What an answer is.
  public enum Outcome: String, Sendable {
    /// A whole answer.
    case ok
    /// Cut off at a limit.
    case truncated
    /// The model declined.
    case refused
    /// A filter withheld it.
    case blocked
    /// It stopped before its end.
    case incomplete
    /// The provider refused, or there was no answer.
    case error
  }

  /// What the answer is.
  public let outcome: Outcome
  /// The row of an error table; nil for what is fine.
  public let row: String?
  /// What went wrong, in the words of errors; nil for what is fine.
  public let kind: FailureKind?
  /// `minute`, `day` or `spend` for limits, the phase for a timeout or a connection.
  public let detail: String?
  /// Whether the same request may succeed later.
  public let mayRetry: Bool
  /// How long the provider says to wait before that; nil where it does not say.
  public let retryAfter: Duration?

  /// Judges an answer, or a request that got none.
  ///
  /// - Parameters:
  ///   - provider: Whose answer it is: `openai`, `ollama`, and so on. One that is not known is taken for one that speaks as
  ///     OpenAI does.
  ///   - url: Where the request went, or the path alone; it tells which API was asked.
  ///   - status: The status of the answer; nil where there was none.
  ///   - headers: The headers of the answer; some providers say in them how long to wait.
  ///   - body: The body of the answer.
  ///   - transport: Where a request failed that got no answer.
  public init(
    provider: String, url: String = "", status: Int? = nil, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [],
    transport: TransportError.Kind? = nil
  ) {
    let route = APIRoute(provider: provider, url: url)
    guard transport == nil else {
      self.init(ErrorSignal(transport: transport, isLocal: route.isLocal), route)
      return
    }
    let status = status ?? 200
    guard (200..<300).contains(status) else {
      self.init(ErrorSignal(status: status, headers: headers, body: body, isLocal: route.isLocal), route)
      return
    }
    do throws(WireFault) {
      let finish = try route.reply(headers, body)?.finish
      guard let finish, !finish.isWhole else {
        self.init(outcome: .ok, row: nil, kind: nil, detail: nil, mayRetry: false, retryAfter: nil)
        return
      }
      self.init(ErrorSignal(finish: finish), route)
    } catch {
      switch error {
      case .reported(let json):
        self.init(
          ErrorSignal(status: status, headers: headers, body: JSONWriter().bytes(of: json), isLocal: route.isLocal),
          route)
      case .malformed(let message):
        self.init(ErrorSignal(malformed: message, headers: headers, isLocal: route.isLocal), route)
      }
    }
  }

  private init(_ signal: ErrorSignal, _ route: APIRoute) {
    let verdict = ErrorVerdict(
      signal, by: route.errors, about: ErrorVerdict.Subject(title: "", provider: "", model: ""))
    let outcome: Outcome =
      switch (signal.finish, verdict.row.kind) {
      case (nil, _): .error
      case (_, .truncated): .truncated
      case (_, .refusal): .refused
      case (_, .contentPolicy): .blocked
      case (_, .malformedReply): .incomplete
      default: .error
      }
    self.init(
      outcome: outcome, row: verdict.row.id, kind: verdict.row.kind,
      // What a model does not support is a matter of messages.
      detail: verdict.row.kind == .unsupported ? nil : verdict.row.detail,
      mayRetry: verdict.mayRetry, retryAfter: verdict.retryAfter)
  }

  private init(
    outcome: Outcome, row: String?, kind: FailureKind?, detail: String?, mayRetry: Bool, retryAfter: Duration?
  ) {
    self.outcome = outcome
    self.row = row
    self.kind = kind
    self.detail = detail
    self.mayRetry = mayRetry
    self.retryAfter = retryAfter
  }
}
