/// What a provider says is left of one of its limits.
public struct RateLimit: Hashable, Sendable {
  /// What is limited, as the provider calls it: `requests`, `tokens`, `input-tokens`.
  public var name: String
  /// How much there is in a period.
  public var limit: Int?
  /// How much of it is left.
  public var remaining: Int?
  /// How long until it is whole again.
  public var reset: Duration?

  /// A limit of which a provider may tell only some numbers.
  public init(_ name: String, limit: Int? = nil, remaining: Int? = nil, reset: Duration? = nil) {
    self.name = name
    self.limit = limit
    self.remaining = remaining
    self.reset = reset
  }
}
