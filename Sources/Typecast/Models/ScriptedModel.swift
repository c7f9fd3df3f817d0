import Synchronization

/// A model for tests that answers from a list, one answer after the other, and keeps what it was asked.
public final class ScriptedModel: Model {
  public let name: String

  private struct State {
    var answers: ArraySlice<Result<ModelReply, any Error>>
    var requests: [ModelRequest] = []
  }

  private let state: Mutex<State>

  /// How many characters a piece of a streamed answer has.
  private let pieceLength: Int

  /// The list has no answer left.
  public struct Exhausted: Error, Hashable, CustomStringConvertible {
    public let description: String
  }

  /// Answers with replies, and fails with errors.
  public init(_ answers: [Result<ModelReply, any Error>], name: String = "script", pieceLength: Int = 8) {
    self.name = name
    self.pieceLength = max(pieceLength, 1)
    state = Mutex(State(answers: answers[...]))
  }

  /// Answers with replies.
  public convenience init(_ answers: [ModelReply], name: String = "script", pieceLength: Int = 8) {
    self.init(answers.map { .success($0) }, name: name, pieceLength: pieceLength)
  }

  /// Answers with texts.
  public convenience init(_ texts: String..., name: String = "script", pieceLength: Int = 8) {
    self.init(texts.map { ModelReply($0) }, name: name, pieceLength: pieceLength)
  }

  /// What the model was asked, in order.
  public var requests: [ModelRequest] { state.withLock { $0.requests } }

  public func reply(to request: ModelRequest) async throws -> ModelReply {
    try Task.checkCancellation()
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.answers.popFirst()
    }
    guard let answer else {
      throw Exhausted(
        description: "The scripted model was asked once more than it has answers; give it another answer.")
    }
    return try answer.get()
  }

  public func stream(_ request: ModelRequest) -> ModelStream {
    ModelStream { [self] in try await reply(to: request).pieces(of: pieceLength) }
  }
}
