/// A request that got no whole answer: nothing that a server said, but that it could not be heard.
public struct TransportError: Error, Hashable, Sendable {
  /// Where it failed; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// The name of the host, or of the proxy, leads nowhere.
    public static let dns = Kind(rawValue: "dns")
    /// Nobody listens there.
    public static let refused = Kind(rawValue: "refused")
    /// The other side broke the connection off before the answer began.
    public static let reset = Kind(rawValue: "reset")
    /// The other side could not prove who it is, or speaks no TLS.
    public static let tls = Kind(rawValue: "tls")
    /// No connection in time.
    public static let connectTimeout = Kind(rawValue: "timeout.connect")
    /// No answer in time.
    public static let firstByteTimeout = Kind(rawValue: "timeout.firstByte")
    /// The answer stopped for too long.
    public static let idleTimeout = Kind(rawValue: "timeout.idle")
    /// All of it took too long.
    public static let totalTimeout = Kind(rawValue: "timeout.total")
    /// The answer ended before its end.
    public static let cut = Kind(rawValue: "cut")
    /// The answer is longer than it may be.
    public static let tooLarge = Kind(rawValue: "tooLarge")
    /// The answer leads in circles, or where it may not lead.
    public static let redirect = Kind(rawValue: "redirect")
    /// The request can't be sent as it is: its address, its method or a header is malformed.
    public static let badRequest = Kind(rawValue: "badRequest")
    /// What came is no HTTP.
    public static let malformed = Kind(rawValue: "malformed")
    /// Something else.
    public static let other = Kind(rawValue: "other")

    /// Every kind that is told apart here.
    public static let all: [Kind] = [
      .dns, .refused, .reset, .tls, .connectTimeout, .firstByteTimeout, .idleTimeout, .totalTimeout, .cut, .tooLarge,
      .redirect, .badRequest, .malformed, .other,
    ]

    /// Whether a limit of time ran out.
    public var isTimeout: Bool { rawValue.utf8.starts(with: "timeout.".utf8) }
  }

  /// Where it failed.
  public let kind: Kind

  /// What happened, with the host and without any secret, and what to do about it.
  public let message: String

  /// An error of a transport. The message must not hold a secret: it is shown to people.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

extension TransportError: CustomStringConvertible {
  public var description: String { message }
}
