/// What a model answers.
public struct ModelReply: Sendable {
  /// The text of the answer, as it came.
  public var text: String

  /// What the model thought before it answered, where it says so.
  public var thinking: String

  /// The same as the provider wants it back.
  public var thoughts: [Thought]

  /// The tools that the model wants to have run before it goes on.
  public var toolCalls: [ToolCall]

  /// What is known at the end.
  public var ending: ModelEnding

  /// An answer of which only the reason to stop and the tokens are known, as tests need it.
  public init(
    _ text: String, finish: FinishReason = .stop, usage: Usage = Usage(), thinking: String = "",
    thoughts: [Thought] = [], toolCalls: [ToolCall] = []
  ) {
    self.init(
      text, thinking: thinking, thoughts: thoughts, toolCalls: toolCalls, ending: ModelEnding(finish, usage: usage))
  }

  /// An answer with all that is known at its end.
  public init(
    _ text: String, thinking: String = "", thoughts: [Thought] = [], toolCalls: [ToolCall] = [], ending: ModelEnding
  ) {
    self.text = text
    self.thinking = thinking
    self.thoughts = thoughts
    self.toolCalls = toolCalls
    self.ending = ending
  }

  /// Why the model stopped.
  public var finish: FinishReason {
    get { ending.finish }
    set { ending.finish = newValue }
  }

  /// What the answer cost.
  public var usage: Usage {
    get { ending.usage }
    set { ending.usage = newValue }
  }

  /// The answer in pieces: what a stream of it would give.
  package var pieces: [ModelPiece] {
    (thinking.isEmpty ? [] : [.thinking(thinking)]) + thoughts.map { .thought($0) }
      + (text.isEmpty ? [] : [.text(text)])
      + toolCalls.map { .toolCall($0) } + [.end(ending)]
  }

  /// The same with so many characters in each piece of text.
  func pieces(of length: Int) -> [ModelPiece] {
    pieces.flatMap { piece -> [ModelPiece] in
      guard case .text(let text) = piece else { return [piece] }
      var rest = Substring(text)
      var cut: [ModelPiece] = []
      while !rest.isEmpty {
        cut.append(.text(String(rest.prefix(length))))
        rest = rest.dropFirst(length)
      }
      return cut
    }
  }

  /// Takes the next piece of an answer.
  package mutating func append(_ piece: ModelPiece) {
    switch piece {
    case .text(let more): text += more
    case .thinking(let more): thinking += more
    case .thought(let thought): thoughts.append(thought)
    case .toolCall(let call): toolCalls.append(call)
    case .usage(let usage): ending.usage = usage
    case .end(var ending):
      if ending.usage == Usage() { ending.usage = usage }
      if let whole = ending.text { text = whole }
      self.ending = ending
    }
  }
}
