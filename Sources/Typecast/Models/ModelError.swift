/// A provider's model that gave no answer, and what can be done about it.
public struct ModelError: ModelFailure, Sendable {
  /// What went wrong.
  public var kind: FailureKind

  /// More about it: `minute`, `day` or `spend` for limits, the phase for a timeout or a connection.
  public var detail: String?

  /// The row of the provider's error table that tells so, such as `gemini.quota.day`; `Documentation/errors.md` lists them.
  public var row: String

  /// What happened and what to do about it, without any secret.
  public var message: String

  /// Whether the same request may succeed later.
  public var mayRetry: Bool

  /// How long the provider asks to wait before that.
  public var retryAfter: Duration?

  /// Whether another model may do better. It can't where the request itself is at fault.
  public var anotherModelMayHelp: Bool

  /// The HTTP status of the answer, where there was one.
  public var status: Int?

  /// What the provider answered, as it came, without keys; no more than its first 64 KB.
  public var body: String?

  /// What the provider calls the request.
  public var requestID: String?

  /// How often the request was sent.
  public var tries: Int

  /// What the transport threw.
  public var underlying: (any Error)?

  /// An error as a provider's table gives it, for tests and providers of your own.
  public init(
    _ kind: FailureKind, detail: String? = nil, row: String, _ message: String, mayRetry: Bool = false,
    retryAfter: Duration? = nil, anotherModelMayHelp: Bool = true, status: Int? = nil, body: String? = nil,
    requestID: String? = nil, tries: Int = 1, underlying: (any Error)? = nil
  ) {
    self.kind = kind
    self.detail = detail
    self.row = row
    self.message = message
    self.mayRetry = mayRetry
    self.retryAfter = retryAfter
    self.anotherModelMayHelp = anotherModelMayHelp
    self.status = status
    self.body = body
    self.requestID = requestID
    self.tries = tries
    self.underlying = underlying
  }
}

extension ModelError: CustomStringConvertible {
  public var description: String { message }
}
