import Typecast
import TypecastJSON

/// Makes pieces of an answer out of what Gemini sends, one object or many.
struct GeminiAnswer: EventReader {
  private let answerTool: String?
  private var ending = ModelEnding(.incomplete)
  /// Why the prompt was not answered at all.
  private var block: String?
  private var reason: String?
  private var message: String?
  private var hasCalls = false
  private var callCount = 0
  private(set) var isOver = false

  /// Whether there was anything that only an answer has.
  private(set) var isAnswer = false

  /// How ids begin that are made up here, since older models give none.
  static let madeUpID = "gemini_call_"

  init(answerTool: String?) {
    self.answerTool = answerTool
  }

  mutating func take(_ type: String, _ data: JSONValue) throws(WireFault) -> [ModelPiece] {
    if let error = data["error"], error != .null { throw .reported(data) }
    isAnswer =
      isAnswer || ["candidates", "promptFeedback", "modelVersion", "responseId"].contains { data[$0] != nil }
    if let id = data["responseId"]?.words { ending.requestID = id }
    if let model = data["modelVersion"]?.words { ending.model = model }
    if let usage = data["usageMetadata"] { take(usage) }
    if let feedback = data["promptFeedback"] {
      block = feedback["blockReasonMessage"]?.words ?? feedback["blockReason"]?.words ?? block
    }
    guard let candidate = data["candidates"]?[0] else { return [] }
    var pieces: [ModelPiece] = []
    for part in candidate["content"]?["parts"]?.array ?? [] { pieces += self.pieces(for: part) }
    if let reason = candidate["finishReason"], reason != .null { self.reason = Self.name(of: reason) ?? self.reason }
    if let message = candidate["finishMessage"]?.words { self.message = message }
    return pieces
  }

  private mutating func pieces(for part: JSONValue) -> [ModelPiece] {
    let signature = part["thoughtSignature"]?.words
    if let call = part["functionCall"] {
      let name = call["name"]?.string ?? ""
      let arguments = call["args"]?.ifObject.map { JSONWriter().string(of: $0) } ?? "{}"
      if let answerTool, name.utf8.elementsEqual(answerTool.utf8) { return [.text(arguments)] }
      hasCalls = true
      callCount += 1
      let id = call["id"]?.words ?? madeUpID
      return [.toolCall(ToolCall(id: id, name: name, arguments: arguments, signature: signature))]
    }
    let text = part["text"]?.string ?? ""
    if part["thought"]?.bool == true {
      return (text.isEmpty ? [] : [.thinking(text)])
        + (signature.map { [.thought(Thought(text, signature: $0, id: GeminiTurns.signedThought))] } ?? [])
    }
    // What else is signed, such as code that was run, is nothing that could be sent back.
    guard part["text"] != nil || part.object?.count == 1 else { return [] }
    return (text.isEmpty ? [] : [.text(text)])
      + (signature.map { [.thought(Thought("", signature: $0, id: GeminiTurns.signedAnswer))] } ?? [])
  }

  /// An id that no call of another answer has.
  private var madeUpID: String {
    let answer = String(decoding: (ending.requestID ?? "").utf8.filter(\.isPlain).prefix(40), as: UTF8.self)
    let name = answer.isEmpty ? "" : answer + "_"
    return "\(Self.madeUpID)\(name)\(callCount)"
  }

  private mutating func take(_ usage: JSONValue) {
    func count(_ key: String) -> Int? { usage[key]?.count }
    let old = ending.usage
    let thoughts = count("thoughtsTokenCount") ?? old.reasoning
    let candidates = count("candidatesTokenCount")
    ending.usage = Usage(
      input: count("promptTokenCount").map { $0.addingClamped(count("toolUsePromptTokenCount") ?? 0) } ?? old.input,
      output: candidates.map { $0.addingClamped(thoughts ?? 0) } ?? thoughts ?? old.output,
      cached: count("cachedContentTokenCount") ?? old.cached, reasoning: thoughts)
  }

  /// The reason by its name. Some ways to ask for JSON give the numbers of the first few instead.
  private static func name(of reason: JSONValue) -> String? {
    guard let number = reason.int else { return reason.words }
    let names = [1: "STOP", 2: "MAX_TOKENS", 3: "SAFETY", 4: "RECITATION", 5: "OTHER"]
    return names[number] ?? "\(number)"
  }

  mutating func finish() -> [ModelPiece] {
    if isOver { return [] }
    isOver = true
    switch reason {
    case "STOP": ending.finish = hasCalls ? .toolCalls : .stop
    case "MAX_TOKENS": ending.finish = .length
    case "SAFETY", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "RECITATION",
      "IMAGE_RECITATION", "MODEL_ARMOR", "JAILBREAK":
      ending.finish = .blocked
      ending.explanation = message ?? reason
    case let reason?:
      ending.finish = FinishReason(rawValue: reason)
      ending.explanation = message
    case nil where block != nil:
      ending.finish = .blocked
      ending.explanation = block
    case nil: ending.finish = .incomplete
    }
    return [.end(ending)]
  }
}
