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

  /// The whole of an answer in pieces, once somebody asks for the first of them.
  public init(_ pieces: @escaping @Sendable () async throws -> [ModelPiece]) {
    make = { Delayed(pieces: pieces) }
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

  /// The same, ended by an error once a time is over. It is read ahead, since only a task of its own can be stopped.
  func limited(to limit: Duration, _ clock: CallClock) -> ModelStream {
    ModelStream(
      AsyncThrowingStream { continuation in
        let task = Task {
          do {
            try await withTimeLimit(limit, clock) {
              for try await piece in self { continuation.yield(piece) }
            }
            continuation.finish()
          } catch {
            continuation.finish(throwing: error)
          }
        }
        continuation.onTermination = { _ in task.cancel() }
      })
  }
}
