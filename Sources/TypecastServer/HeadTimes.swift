import CMicroHTTPD
import Synchronization

/// Since when clients are expected to send the head of a request. The daemon itself sees only who sends nothing at all.
final class HeadTimes: Sendable {
  private let limit: Duration

  private struct Waiting {
    let socket: Int32
    let end: ContinuousClock.Instant
  }

  /// By the address of the connection. A socket in it is open: the daemon says here that it closes one, before it does.
  private let waiting = Mutex<[UInt: Waiting]>([:])

  init?(limit: Duration?) {
    guard let limit else { return nil }
    self.limit = max(limit, .seconds(1))
  }

  /// How often to look.
  var pause: Duration { min(limit / 8, .seconds(1)) }

  /// A head is expected from now on.
  func begin(_ connection: OpaquePointer) {
    let entry = Waiting(socket: typecast_socket(connection), end: .now + limit)
    waiting.withLock { $0[UInt(bitPattern: connection)] = entry }
  }

  /// The head is there, or none will come.
  func end(_ connection: OpaquePointer) {
    _ = waiting.withLock { $0.removeValue(forKey: UInt(bitPattern: connection)) }
  }

  /// Ends the connections whose head takes too long. The daemon notices, and closes them.
  func look() {
    let now = ContinuousClock.now
    waiting.withLock { waiting in
      for (connection, entry) in waiting where entry.end <= now {
        waiting[connection] = nil
        typecast_end(entry.socket)
      }
    }
  }
}
