import Synchronization

/// Counts what happens on any thread.
final class Counter: Sendable {
  private let state = Atomic(0)

  var value: Int { state.load(ordering: .sequentiallyConsistent) }

  /// Adds one; how many there are then.
  @discardableResult
  func increment() -> Int { state.add(1, ordering: .sequentiallyConsistent).newValue }
}
