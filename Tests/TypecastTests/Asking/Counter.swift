import Synchronization

/// Counts from 1.
final class Counter: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .relaxed) }

  func add(_ number: Int) { count.add(number, ordering: .relaxed) }

  /// The next number as text, so that texts sort like their numbers.
  func next() -> String {
    let number = count.add(1, ordering: .relaxed).newValue
    return number < 10 ? "0\(number)" : "\(number)"
  }
}
