/// A language model that can be asked.
///
/// Providers, wrappers around other models, and the models for tests that ship with this library all conform to it.
public protocol Model: Sendable {
  /// What the model goes by, such as `ollama:llama3.2`.
  var name: String { get }

  /// Asks once, and waits for the whole answer.
  func reply(to request: ModelRequest) async throws -> ModelReply

  /// Asks once, and hands over the answer as it comes.
  func stream(_ request: ModelRequest) -> AsyncThrowingStream<ModelPiece, any Error>
}

extension Model {
  /// The whole answer as one piece, for models that have no other way.
  public func stream(_ request: ModelRequest) -> AsyncThrowingStream<ModelPiece, any Error> {
    AsyncThrowingStream { continuation in
      let task = Task {
        do {
          let reply = try await reply(to: request)
          continuation.yield(.text(reply.text))
          continuation.yield(.end(reply.finish, reply.usage))
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
