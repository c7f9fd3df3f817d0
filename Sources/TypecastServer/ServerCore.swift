import CMicroHTTPD
import Synchronization
import Typecast

/// What the daemons of a server share. It lives until they have ended.
final class ServerCore: Sendable {
  let handler: @Sendable (HTTPRequest) async -> ServerAnswer
  let limits: ServerLimits
  /// Host and port, as clients name them.
  let authority: String
  let exchanges: Exchanges
  let watch: ClientWatch
  let heads: HeadTimes?

  private enum Life {
    case running([Daemon])
    case stopping([CheckedContinuation<Void, Never>])
    case stopped
  }

  /// A daemon of the library, which may be used on any thread.
  private struct Daemon: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private let life = Mutex(Life.running([]))

  init(
    _ listeners: [Listener], authority: String, limits: ServerLimits,
    handler: @escaping @Sendable (HTTPRequest) async -> ServerAnswer
  ) throws(ServerError) {
    let exchanges = Exchanges()
    let heads = HeadTimes(limit: limits.head)
    guard let watch = ClientWatch(heads: heads, onLeave: { exchanges.breakOff($0) }) else {
      for listener in listeners { listener.close() }
      throw Self.nothingLeft
    }
    self.handler = handler
    self.limits = limits
    self.authority = authority
    self.exchanges = exchanges
    self.watch = watch
    self.heads = heads
    for (place, listener) in listeners.enumerated() {
      if start(listener) { continue }
      for listener in listeners[(place + 1)...] { listener.close() }
      stop(nil)
      throw Self.nothingLeft
    }
  }

  private static let nothingLeft = ServerError(
    .other, "The system has no thread, memory or file left for a server; raise the limits (ulimit -u, ulimit -n).")

  // MARK: The life of the daemons

  private func start(_ listener: Listener) -> Bool {
    let memory = max(4 << 10, min(limits.headBytes, 16 << 20)) * 2 + (64 << 10)
    let retained = Unmanaged.passRetained(self)
    defer { listener.close() }
    let daemon = typecast_start_daemon(
      listener.copy(), UInt32(clamping: max(1, limits.connections)), memory, limits.idleSecondsInHead, Self.onTarget,
      Self.onRequest, Self.onCompletion, Self.onConnection, retained.toOpaque())
    guard let daemon else {
      retained.release()
      listener.stop()
      return false
    }
    life.withLock { life in
      guard case .running(let daemons) = life else { return }
      life = .running(daemons + [Daemon(pointer: daemon)])
    }
    return true
  }

  /// Breaks everything off, and ends the daemons on a thread of its own, as that takes waiting.
  func stop(_ waiter: CheckedContinuation<Void, Never>?) {
    let waiters = waiter.map { [$0] } ?? []
    let (isOver, daemons) = life.withLock { life -> (Bool, [Daemon]?) in
      switch life {
      case .running(let daemons):
        life = .stopping(waiters)
        return (false, daemons)
      case .stopping(let others):
        life = .stopping(others + waiters)
        return (false, nil)
      case .stopped: return (true, nil)
      }
    }
    if isOver { waiter?.resume() }
    guard let daemons else { return }
    exchanges.stop()
    let ending = Unmanaged.passRetained(Ending(self, daemons))
    let failure = typecast_start_thread(
      { argument in
        if let argument { Unmanaged<Ending>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, ending.toOpaque())
    if failure != 0 { ending.takeRetainedValue().run() }
  }

  /// What the thread that ends the daemons has to do.
  private final class Ending: Sendable {
    private let core: ServerCore
    private let daemons: [Daemon]

    init(_ core: ServerCore, _ daemons: [Daemon]) {
      self.core = core
      self.daemons = daemons
    }

    func run() {
      for daemon in daemons {
        MHD_stop_daemon(daemon.pointer)
        // No daemon is started without it.
        Unmanaged.passUnretained(core).release()
      }
      core.watch.stop()
      let waiters = core.life.withLock { life in
        defer { life = .stopped }
        if case .stopping(let waiters) = life { return waiters }
        return []
      }
      for waiter in waiters { waiter.resume() }
    }
  }

  // MARK: What the daemons call

  private static func at(_ user: UnsafeMutableRawPointer) -> ServerCore {
    Unmanaged<ServerCore>.fromOpaque(user).takeUnretainedValue()
  }

  /// A request begins. What it asks for is read here, before the daemon decodes and divides it.
  private static let onTarget: typecast_target_function = { user, target, connection in
    guard let user, let target, let connection else { return nil }
    let core = at(user)
    let exchange = core.exchanges.add {
      Exchange($0, core, connection, target: String(validatingCString: target))
    }
    return Unmanaged.passRetained(exchange).toOpaque()
  }

  private static let onRequest: MHD_AccessHandlerCallback = { _, _, _, method, version, bytes, count, context in
    guard let exchange = context?.pointee, let count else { return .NO }
    return Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue().take(
      method: method, version: version, bytes, count)
  }

  private static let onCompletion: MHD_RequestCompletedCallback = { user, connection, context, end in
    guard let exchange = context?.pointee else { return }
    context?.pointee = nil
    Unmanaged<Exchange>.fromOpaque(exchange).takeRetainedValue().finish()
    // The next request begins with a head.
    guard typecast_is_complete(end) != 0, let user, let connection else { return }
    let core = at(user)
    typecast_set_idle(connection, core.limits.idleSecondsInHead)
    core.heads?.begin(connection)
  }

  /// A client has connected, or its connection is about to be closed.
  private static let onConnection: MHD_NotifyConnectionCallback = { user, connection, _, code in
    guard let user, let connection, let heads = at(user).heads else { return }
    if typecast_is_start(code) != 0 { heads.begin(connection) } else { heads.end(connection) }
  }
}
