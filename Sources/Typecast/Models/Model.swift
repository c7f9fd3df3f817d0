/// A language model that can be asked.
///
/// Providers, wrappers around other models, and the models for tests that ship with this library all conform to it.
/// A model stops when its task is cancelled, and reads ``CallEnvironment/current`` when it is asked, not later.
public protocol Model: Sendable {
  /// What the model goes by, such as `ollama:llama3.2`.
  var name: String { get }

  /// Asks once, and waits for the whole answer.
  func reply(to request: ModelRequest) async throws -> ModelReply

  /// Asks once, and hands over the answer as it comes.
  func stream(_ request: ModelRequest) -> ModelStream
}

extension Model {
  /// The whole answer as one piece, for models that have no other way.
  public func stream(_ request: ModelRequest) -> ModelStream {
    ModelStream { try await reply(to: request).pieces }
  }
}
