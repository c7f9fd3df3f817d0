/// The value of a place where a schema allows only `null`.
public struct JSONNull: Hashable, Sendable {
  /// The one value there is.
  public init() {}
}

extension JSONNull: CustomStringConvertible {
  public var description: String { "null" }
}
