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

  /// How long a client may take for the whole head of a request, counted from when it connected or got its last answer,
  /// so that those who only connect, or send a byte now and then, leave room for others. Nil for as long as it likes.
  public var head: Duration?

  /// Without a word about it: heads of 64 KiB, bodies of 64 MiB, 1,000 connections, and five minutes without a byte.
  public init(
    headBytes: Int = 64 << 10, bodyBytes: Int = 64 << 20, connections: Int = 1000, idle: Duration? = .seconds(300),
    head: Duration? = nil
  ) {
    self.headBytes = headBytes
    self.bodyBytes = bodyBytes
    self.connections = connections
    self.idle = idle
    self.head = head
  }

  /// As the daemon takes it: whole seconds, and 0 for no limit.
  var idleSeconds: UInt32 { Self.seconds(idle) }

  /// A head that does not come at all is the daemon's affair, which closes more gently.
  var idleSecondsInHead: UInt32 {
    let (head, all) = (Self.seconds(head), idleSeconds)
    return head == 0 || all == 0 ? max(head, all) : min(head, all)
  }

  private static func seconds(_ limit: Duration?) -> UInt32 {
    limit.map { max(1, UInt32(clamping: $0.components.seconds)) } ?? 0
  }
}
