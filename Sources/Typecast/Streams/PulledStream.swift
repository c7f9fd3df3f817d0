/// Elements as they come. They are pulled: nothing but their source runs ahead of who reads, and who stops reading ends it.
public struct PulledStream<Element: Sendable>: AsyncSequence, Sendable {
  public typealias Failure = any Error

  private let make: @Sendable () -> any AsyncIteratorProtocol<Element, any Error>

  package init(make: @escaping @Sendable () -> any AsyncIteratorProtocol<Element, any Error>) {
    self.make = make
  }

  /// The elements of any other stream, such as an `AsyncThrowingStream`.
  public init<Base: AsyncSequence & Sendable>(_ base: Base) where Base.Element == Element, Base.Failure == any Error {
    make = { base.makeAsyncIterator() }
  }

  public struct AsyncIterator: AsyncIteratorProtocol {
    var base: any AsyncIteratorProtocol<Element, any Error>

    public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
      try await base.next(isolation: actor)
    }

    public mutating func next() async throws -> Element? { try await next(isolation: nil) }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: make()) }

  /// The same, ended by an error at a time on a clock.
  func limited(until end: Duration, _ clock: CallClock) -> PulledStream {
    PulledStream(LimitedStream(base: self, end: end, clock: clock))
  }
}

/// A stream of which each element has to be there at a certain time.
private struct LimitedStream<Element: Sendable>: AsyncSequence, Sendable {
  typealias Failure = any Error

  let base: PulledStream<Element>
  let end: Duration
  let clock: CallClock

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(box: Box(base.makeAsyncIterator()), end: end, clock: clock)
  }

  /// Holds the iterator, which only one pull at a time touches: each waits for the task that it starts.
  final class Box: @unchecked Sendable {
    private var iterator: PulledStream<Element>.AsyncIterator

    init(_ iterator: PulledStream<Element>.AsyncIterator) {
      self.iterator = iterator
    }

    func next() async throws -> Element? { try await iterator.next() }
  }

  struct AsyncIterator: AsyncIteratorProtocol {
    let box: Box
    let end: Duration
    let clock: CallClock

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> Element? {
      let left = end - clock.now()
      if left <= .zero { throw TimeLimitReached() }
      return try await withTimeLimit(left, clock) { [box] in try await box.next() }
    }

    mutating func next() async throws -> Element? { try await next(isolation: nil) }
  }
}
