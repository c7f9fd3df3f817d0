/// An answer as it comes. It is pulled: nothing runs ahead of who reads it, and who stops reading ends it.
public struct ModelStream: AsyncSequence, Sendable {
  public typealias Element = ModelPiece
  public typealias Failure = any Error

  private let make: @Sendable () -> any AsyncIteratorProtocol<ModelPiece, any Error>

  /// A stream out of any other, such as an `AsyncThrowingStream`.
  public init<Base: AsyncSequence & Sendable>(_ base: Base)
  where Base.Element == ModelPiece, Base.Failure == any Error {
    make = { base.makeAsyncIterator() }
  }

  /// The whole of an answer in pieces, once somebody asks for the first of them. They are made in the environment in which
  /// the stream was made.
  public init(_ pieces: @escaping @Sendable () async throws -> [ModelPiece]) {
    let environment = CallEnvironment.current
    make = {
      Delayed {
        try await CallEnvironment.$current.withValue(environment) { try await pieces() }
      }
    }
  }

  public struct AsyncIterator: AsyncIteratorProtocol {
    var base: any AsyncIteratorProtocol<ModelPiece, any Error>

    public mutating func next(isolation actor: isolated (any Actor)?) async throws -> ModelPiece? {
      try await base.next(isolation: actor)
    }

    public mutating func next() async throws -> ModelPiece? { try await next(isolation: nil) }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: make()) }

  private struct Delayed: AsyncIteratorProtocol {
    let pieces: @Sendable () async throws -> [ModelPiece]
    var rest: ArraySlice<ModelPiece>?

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> ModelPiece? {
      if rest == nil { rest = try await pieces()[...] }
      try Task.checkCancellation()
      return rest?.popFirst()
    }

    mutating func next() async throws -> ModelPiece? { try await next(isolation: nil) }
  }

  /// The same, ended by an error at a time on a clock.
  func limited(until end: Duration, _ clock: CallClock) -> ModelStream {
    ModelStream(LimitedStream(base: self, end: end, clock: clock))
  }
}

/// A stream of which each piece has to be there at a certain time.
private struct LimitedStream: AsyncSequence, Sendable {
  typealias Element = ModelPiece
  typealias Failure = any Error

  let base: ModelStream
  let end: Duration
  let clock: CallClock

  func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(box: Box(base.makeAsyncIterator()), end: end, clock: clock)
  }

  /// Holds the iterator, which only one pull at a time touches: each waits for the task that it starts.
  final class Box: @unchecked Sendable {
    private var iterator: ModelStream.AsyncIterator

    init(_ iterator: ModelStream.AsyncIterator) {
      self.iterator = iterator
    }

    func next() async throws -> ModelPiece? { try await iterator.next() }
  }

  struct AsyncIterator: AsyncIteratorProtocol {
    let box: Box
    let end: Duration
    let clock: CallClock

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> ModelPiece? {
      let left = end - clock.now()
      if left <= .zero { throw TimeLimitReached() }
      return try await withTimeLimit(left, clock) { [box] in try await box.next() }
    }

    mutating func next() async throws -> ModelPiece? { try await next(isolation: nil) }
  }
}
