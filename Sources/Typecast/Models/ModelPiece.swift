/// An answer as it comes.
public typealias ModelStream = PulledStream<ModelPiece>

/// A piece of an answer that is still coming.
public enum ModelPiece: Sendable {
  /// More of the text.
  case text(String)
  /// More of what the model thinks.
  case thinking(String)
  /// A thought that is whole, as the provider wants it back. What it says was handed over before.
  indirect case thought(Thought)
  /// A call of a tool, whole.
  indirect case toolCall(ToolCall)
  /// What the answer has cost so far, where that is known before its end; it takes the place of what was said before.
  indirect case usage(Usage)
  /// The end. An answer that stops without it was cut off.
  indirect case end(ModelEnding)
}

extension PulledStream<ModelPiece> {
  /// Pieces that are made once somebody asks for the first of them, in the environment in which the stream was made.
  public init(_ pieces: @escaping @Sendable () async throws -> [ModelPiece]) {
    let environment = CallEnvironment.current
    self.init(make: {
      DelayedPieces {
        try await CallEnvironment.$current.withValue(environment) { try await pieces() }
      }
    })
  }
}

/// Goes through pieces that are made first. There are so many that generic code would take its time.
private struct DelayedPieces: AsyncIteratorProtocol {
  let pieces: @Sendable () async throws -> [ModelPiece]
  var made: [ModelPiece]?
  var next = 0

  init(_ pieces: @escaping @Sendable () async throws -> [ModelPiece]) {
    self.pieces = pieces
  }

  mutating func next(isolation actor: isolated (any Actor)?) async throws -> ModelPiece? {
    if made == nil { made = try await pieces() }
    try Task.checkCancellation()
    guard let made, next < made.count else { return nil }
    next += 1
    return made[next - 1]
  }

  mutating func next() async throws -> ModelPiece? { try await next(isolation: nil) }
}
