/// Why a server does not start.
public struct ServerError: Error, Hashable, Sendable {
  /// What is in the way; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// The host is no address of this machine, or the port is none.
    public static let badAddress = Kind(rawValue: "badAddress")
    /// Somebody else listens there.
    public static let inUse = Kind(rawValue: "inUse")
    /// The system does not let this process listen there.
    public static let forbidden = Kind(rawValue: "forbidden")
    /// Something else.
    public static let other = Kind(rawValue: "other")
  }

  /// What is in the way, for code to decide by.
  public let kind: Kind

  /// What happened, with host and port, and what to do about it.
  public let message: String

  /// An error with a message for people.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

extension ServerError: CustomStringConvertible {
  public var description: String { message }
}
