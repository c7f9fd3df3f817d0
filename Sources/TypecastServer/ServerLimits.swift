/// What a server takes from its clients.
public struct ServerLimits: Hashable, Sendable {
  /// The most bytes that the head of a request may have.
  public var headBytes: Int

  /// The most bytes that the body of a request may have.
  public var bodyBytes: Int

  /// The most connections at once. Who comes then waits until one is closed.
  public var connections: Int

  /// How long a client may neither send nor take anything while it is its turn; nil for as long as it likes.
  public var idle: Duration?

  /// Without a word about it: heads of 64 KiB, bodies of 64 MiB, 1,000 connections, and five minutes without a byte.
  public init(
    headBytes: Int = 64 << 10, bodyBytes: Int = 64 << 20, connections: Int = 1000, idle: Duration? = .seconds(300)
  ) {
    self.headBytes = headBytes
    self.bodyBytes = bodyBytes
    self.connections = connections
    self.idle = idle
  }
}
