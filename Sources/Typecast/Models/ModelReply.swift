/// What a model answers.
public struct ModelReply: Sendable {
  /// The text of the answer, as it came.
  public var text: String

  /// What the model thought before it answered, where it says so.
  public var thinking: String

  /// The tools that the model wants to have run before it goes on.
  public var toolCalls: [ToolCall]

  /// What is known at the end.
  public var ending: ModelEnding

  public init(
    _ text: String, finish: FinishReason = .stop, usage: Usage = Usage(), thinking: String = "",
    toolCalls: [ToolCall] = []
  ) {
    self.init(text, thinking: thinking, toolCalls: toolCalls, ending: ModelEnding(finish, usage: usage))
  }

  public init(_ text: String, thinking: String = "", toolCalls: [ToolCall] = [], ending: ModelEnding) {
    self.text = text
    self.thinking = thinking
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
  var pieces: [ModelPiece] {
    (thinking.isEmpty ? [] : [.thinking(thinking)]) + (text.isEmpty ? [] : [.text(text)])
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
  mutating func append(_ piece: ModelPiece) {
    switch piece {
    case .text(let more): text += more
    case .thinking(let more): thinking += more
    case .toolCall(let call): toolCalls.append(call)
    case .end(let ending): self.ending = ending
    }
  }
}

/// A piece of an answer that is still coming.
public enum ModelPiece: Sendable {
  /// More of the text.
  case text(String)
  /// More of what the model thinks.
  case thinking(String)
  /// A call of a tool, whole.
  case toolCall(ToolCall)
  /// The end. An answer that stops without it was cut off.
  case end(ModelEnding)
}

/// What is known of an answer at its end.
public struct ModelEnding: Hashable, Sendable {
  /// Why the model stopped.
  public var finish: FinishReason

  /// What the answer cost.
  public var usage: Usage

  /// What the provider calls this request.
  public var requestID: String?

  /// What the provider calls the model that answered.
  public var model: String?

  /// How long it took until the first token, where the model knows that better than the caller.
  public var firstToken: Duration?

  public init(
    _ finish: FinishReason = .stop, usage: Usage = Usage(), requestID: String? = nil, model: String? = nil,
    firstToken: Duration? = nil
  ) {
    self.finish = finish
    self.usage = usage
    self.requestID = requestID
    self.model = model
    self.firstToken = firstToken
  }
}

/// Why a model stopped; more may be added.
public struct FinishReason: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public var description: String { rawValue }

  /// The answer is whole.
  public static let stop = FinishReason(rawValue: "stop")
  /// A limit on its length cut the answer off.
  public static let length = FinishReason(rawValue: "length")
  /// The model waits for the results of tools.
  public static let toolCalls = FinishReason(rawValue: "toolCalls")
}
