import Synchronization

/// Keeps lines.
final class Log: Sendable {
  private let kept = Mutex<[String]>([])

  var lines: [String] { kept.withLock { $0 } }

  var add: @Sendable (String) -> Void {
    { [self] line in kept.withLock { $0.append(line) } }
  }
}
