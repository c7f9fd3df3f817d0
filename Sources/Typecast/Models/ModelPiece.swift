/// An answer as it comes.
public typealias ModelStream = PulledStream<ModelPiece>

/// A piece of an answer that is still coming.
public enum ModelPiece: Sendable {
  /// More of the text.
  case text(String)
  /// More of what the model thinks.
  case thinking(String)
  /// A call of a tool, whole.
  indirect case toolCall(ToolCall)
  /// What the answer has cost so far, where that is known before its end; it takes the place of what was said before.
  indirect case usage(Usage)
  /// The end. An answer that stops without it was cut off.
  indirect case end(ModelEnding)
}
