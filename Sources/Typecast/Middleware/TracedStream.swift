/// A stream that is noted down while somebody reads it.
struct TracedStream: AsyncSequence, Sendable {
  typealias Element = ModelPiece
  typealias Failure = any Error

  let base: ModelStream
  let open: @Sendable () -> TraceEntry

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: base.makeAsyncIterator(), entry: open()) }

  struct AsyncIterator: AsyncIteratorProtocol {
    var base: ModelStream.AsyncIterator
    var entry: TraceEntry
    var reply = ModelReply("")
    var isClosed = false

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> ModelPiece? {
      do {
        let piece = try await base.next(isolation: actor)
        if let piece {
          entry.note(piece)
          reply.append(piece)
          if case .end = piece { close(reply) }
        } else if !isClosed {
          isClosed = true
          entry.close(EndMissing())
        }
        return piece
      } catch {
        if !isClosed { entry.close(error) }
        isClosed = true
        throw error
      }
    }

    mutating func next() async throws -> ModelPiece? { try await next(isolation: nil) }

    private mutating func close(_ reply: ModelReply) {
      if !isClosed { entry.close(reply) }
      isClosed = true
    }
  }
}
