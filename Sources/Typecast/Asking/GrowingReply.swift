import TypecastJSON
import TypecastSchema

/// The text of an answer as it comes, and the value as far as it is known.
struct GrowingReply<Value: Answerable>: ~Copyable {
  private var answer: GrowingAnswer

  /// How often the answer had changed when it was shown last.
  private var shown = 0

  init(_ schema: CompiledSchema, level: RepairLevel) {
    answer = GrowingAnswer(schema, level: level)
  }

  /// Whether what is shown was mended, so that it may still turn out otherwise.
  var isMended: Bool { answer.isMended }

  /// Takes more of the text; nil where that tells nothing new, or nothing is known yet.
  mutating func append(_ text: String) -> Value.Partial? {
    answer.append(text)
    return news()
  }

  /// Takes the end of the text.
  mutating func finish(_ reason: FinishReason) -> Value.Partial? {
    answer.finish(isCutOff: reason == .length)
    return news()
  }

  private mutating func news() -> Value.Partial? {
    guard answer.changes > shown else { return nil }
    shown = answer.changes
    return answer.value.flatMap(Value.Partial.init(partial:))
  }
}
