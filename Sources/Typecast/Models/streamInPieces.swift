/// Streams an answer in pieces of so many characters, as models for tests do.
func streamInPieces(
  of length: Int, _ reply: @escaping @Sendable () async throws -> ModelReply
) -> AsyncThrowingStream<ModelPiece, any Error> {
  AsyncThrowingStream { continuation in
    let task = Task {
      do {
        let reply = try await reply()
        var rest = Substring(reply.text)
        while !rest.isEmpty {
          continuation.yield(.text(String(rest.prefix(length))))
          rest = rest.dropFirst(length)
        }
        continuation.yield(.end(reply.finish, reply.usage))
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    continuation.onTermination = { _ in task.cancel() }
  }
}
