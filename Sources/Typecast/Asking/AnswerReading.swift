import TypecastJSON
import TypecastSchema

/// Reads one answer as it comes: what there is of it, and the value in it as far as that is known.
///
/// It knows nothing of types, since there is a lot to do for each piece of an answer, and generic code does it slowly.
final class AnswerReading {
  /// What is new about the answer.
  enum News {
    /// More of the value is known.
    case value(PartialJSON)
    /// The answer is whole.
    case end
  }

  /// Taken out of its generic wrapping, which costs more than most of what is done for a piece.
  private var pieces: (any AsyncIteratorProtocol<ModelPiece, any Error>)?
  private var growing: GrowingAnswer

  /// How often the value had changed when it was told last.
  private var told = 0

  private let start: Duration
  private let clock: CallClock

  /// What there is of the answer.
  private(set) var reply = ModelReply("")

  /// When the first token came, from the start of the question.
  private(set) var firstToken: Duration?

  init(_ stream: ModelStream, _ growing: consuming GrowingAnswer, from start: Duration, by clock: CallClock) {
    pieces = stream.makeAsyncIterator().base
    self.growing = growing
    self.start = start
    self.clock = clock
  }

  /// Whether the value was mended, so that it may still turn out otherwise.
  var isMended: Bool { growing.isMended }

  /// Whether a value was told.
  var hasTold: Bool { told > 0 }

  /// Waits until there is something new.
  func next(isolation actor: isolated (any Actor)?) async throws -> News {
    while pieces != nil {
      guard let piece = try await pieces?.next(isolation: actor) else { throw EndMissing() }
      switch piece {
      case .text(let text):
        noteFirstToken()
        reply.text += text
        growing.append(text)
        if let value = news() { return .value(value) }
      case .thinking:
        noteFirstToken()
        reply.append(piece)
      case .thought, .toolCall, .usage: reply.append(piece)
      case .end(let ending):
        reply.append(piece)
        // What a server sends behind the end of its answer is not waited for.
        pieces = nil
        growing.finish(isCutOff: !ending.finish.isWhole)
        if let value = news() { return .value(value) }
      }
    }
    return .end
  }

  private func news() -> PartialJSON? {
    guard growing.changes > told else { return nil }
    guard let value = growing.value else { return nil }
    told = growing.changes
    return value
  }

  private func noteFirstToken() {
    if firstToken == nil { firstToken = clock.now() - start }
  }
}

/// A stream that stopped before it said that it was at its end.
struct EndMissing: Error, CustomStringConvertible {
  var description: String { "the answer stopped before its end" }
}
