public import Typecast

/// A small server of HTTP/1.1. It hands each request to a handler, and sends what that answers.
///
/// One thread moves the bytes of all clients of an address; handlers run as tasks. The task of a client that leaves, or
/// that closes its side, is cancelled, and so are all when the server stops. A server that nobody holds stops by itself.
public final class HTTPServer: Sendable {
  private let core: ServerCore

  /// The port that it listens at.
  public let port: Int

  /// The address that clients ask, such as `http://127.0.0.1:8080`.
  public var address: String { "http://\(core.authority)" }

  /// Starts to listen.
  /// - Parameters:
  ///   - host: An address or a name of this machine. Other machines get in only where one is named that they reach.
  ///   - port: A port, or 0 for one that is free.
  ///   - handler: What answers a request: its method, its whole address, its headers in their order, and its body.
  public init(
    host: String = "127.0.0.1", port: Int = 0, limits: ServerLimits = ServerLimits(),
    handler: @escaping @Sendable (HTTPRequest) async -> ServerAnswer
  ) throws(ServerError) {
    let listeners = try Listener.open(host: host, port: port)
    let port = listeners.first?.port ?? port
    let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    self.port = port
    core = try ServerCore(listeners, authority: "\(name):\(port)", limits: limits, handler: handler)
  }

  deinit { core.stop(nil) }

  /// Takes no more requests, breaks off those that are under way, and frees the port. It does not wait for handlers
  /// that do not care to be cancelled.
  public func stop() async {
    await withCheckedContinuation { core.stop($0) }
  }

  /// How many requests are under way.
  package var requestCount: Int { core.exchanges.count }
}
