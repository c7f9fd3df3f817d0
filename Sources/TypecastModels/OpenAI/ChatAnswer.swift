import Typecast
import TypecastJSON

/// Makes pieces of an answer out of what a server of OpenAI's chat sends, one object or many.
///
/// The end is what stands behind the finish reason: usage may come after it. Without that reason nobody knows whether the
/// answer is whole.
struct ChatAnswer: EventReader {
  private var calls: CallAssembler
  private var ending = ModelEnding(.incomplete)
  private var refusal = ""

  /// The last word on why the answer ended.
  private var reason: FinishReason?

  /// Which of several answers is read: the first that comes.
  private var choiceIndex: Int?

  private(set) var isOver = false

  init(answerTool: String?) {
    calls = CallAssembler(answerTool: answerTool)
  }

  /// Whether any answer has come at all.
  var hasChoice: Bool { choiceIndex != nil }

  mutating func take(_ type: String, _ json: JSONValue) throws(WireFault) -> [ModelPiece] {
    if let error = json["error"], error.isReport { throw .reported(json) }
    if type == "error" || json["object"]?.string == "error" { throw .reported(json) }
    guard json.object != nil else { throw .malformed("an answer is an object, and this is \(json.type.rawValue)") }
    ending.requestID = json["id"]?.words ?? ending.requestID
    ending.model = json["model"]?.words ?? ending.model
    ending.firstToken = OpenAIUsage.firstToken(in: json) ?? ending.firstToken
    var pieces: [ModelPiece] = []
    for choice in json["choices"]?.array ?? [] {
      if let error = choice["error"], error.isReport { throw .reported(choice) }
      let index = choice["index"]?.int ?? 0
      guard choiceIndex == nil || choiceIndex == index else { continue }
      choiceIndex = index
      take(choice: choice, &pieces)
    }
    if let usage = OpenAIUsage.read(json["usage"]) ?? OpenAIUsage.read(json["x_groq"]?["usage"]),
      usage != ending.usage, usage != Usage()
    {
      ending.usage = usage
      pieces.append(.usage(usage))
    }
    return pieces
  }

  /// The end, as far as the server has said that it is one.
  mutating func finish() -> [ModelPiece] {
    if isOver { return [] }
    isOver = true
    var pieces = calls.finish(isWhole: reason != nil)
    if !refusal.isEmpty { ending.explanation = refusal }
    switch reason {
    case nil: break
    case .some where !refusal.isEmpty: ending.finish = .refusal
    case .stop?, .toolCalls?: ending.finish = calls.hasCalls ? .toolCalls : .stop
    case let reason?: ending.finish = reason
    }
    pieces.append(.end(ending))
    return pieces
  }

  // MARK: Choices

  private mutating func take(choice: JSONValue, _ pieces: inout [ModelPiece]) {
    let delta = choice["delta"]?.ifObject
    if let message = delta ?? choice["message"] {
      take(message: message, isWhole: delta == nil, &pieces)
    } else if let text = choice["text"]?.words {
      pieces += calls.text(text)
    }
    if let word = choice["finish_reason"]?.words ?? choice["finish_details"]?["type"]?.words {
      note(Self.finish(word))
    }
    if reason == .blocked, let names = Self.filters(choice) { ending.explanation = names }
  }

  private mutating func take(message: JSONValue, isWhole: Bool, _ pieces: inout [ModelPiece]) {
    let content = ChatContent(message["content"])
    // Some servers say the same thought under two names.
    let thinking =
      message["reasoning_content"]?.words ?? message["reasoning"]?.words ?? message["thinking"]?.words
      ?? ChatContent.reasoning(in: message["reasoning_details"])
    for thought in [thinking, content.thinking] {
      if let thought, !thought.isEmpty { pieces.append(.thinking(thought)) }
    }
    if !content.text.isEmpty { pieces += calls.text(content.text) }
    refusal += message["refusal"]?.string ?? ""
    refusal += content.refusal
    if let deltas = message["tool_calls"]?.array { pieces += calls.take(deltas, isWhole: isWhole) }
    if let call = message["function_call"], call.object != nil {
      pieces += calls.take([["function": call]], isWhole: isWhole)
    }
  }

  /// A reason that says that something is missing is not taken back by one that says that nothing is.
  private mutating func note(_ next: FinishReason) {
    if let reason, !reason.isWhole, next.isWhole { return }
    reason = next
  }

  private static func finish(_ word: String) -> FinishReason {
    switch word {
    case "stop", "eos", "stop_sequence", "end_turn": .stop
    case "length", "max_tokens", "model_length": .length
    case "tool_calls", "function_call": .toolCalls
    case "content_filter": .blocked
    default: FinishReason(rawValue: word)
    }
  }

  /// What Azure's filters found.
  private static func filters(_ choice: JSONValue) -> String? {
    let found = (choice["content_filter_results"] ?? choice["content_filter_result"])?.object?
      .filter { $0.value["filtered"]?.bool == true }.map(\.key)
    guard let found, !found.isEmpty else { return nil }
    return found.joined(separator: ", ")
  }
}

extension JSONValue {
  /// Whether a member `error` tells of one: many servers send it with nothing in it.
  var isReport: Bool {
    switch self {
    case .null, .bool: false
    case .string(let text): !text.isEmpty
    case .object(let object): !object.isEmpty
    case .number, .array: true
    }
  }
}
