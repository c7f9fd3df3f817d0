import Typecast
import TypecastJSON

extension GeminiGenerate {
  func reply(from body: JSONValue, answerTool: String?) throws(WireFault) -> ModelReply {
    var answer = GeminiAnswer(answerTool: answerTool)
    var reply = ModelReply("")
    // Without `alt=sse` a stream is one list of its pieces.
    let pieces: [JSONValue] = if case .array(let list) = body { list } else { [body] }
    for json in pieces {
      for piece in try answer.take("", json) { reply.append(piece) }
    }
    for piece in answer.finish() { reply.append(piece) }
    return reply
  }

  func makeStreamReader(answerTool: String?) -> any StreamReader {
    EventStream(GeminiAnswer(answerTool: answerTool))
  }
}

/// Makes pieces of an answer out of what Gemini sends, one object or many.
struct GeminiAnswer: EventReader {
  private let answerTool: String?
  private var ending = ModelEnding(.incomplete)
  private var reason: String?
  private var hasCalls = false
  private var callCount = 0
  private(set) var isOver = false

  /// How ids begin that are made up here, since older models give none.
  static let madeUpID = "gemini_call_"

  init(answerTool: String?) {
    self.answerTool = answerTool
  }

  mutating func take(_ type: String, _ data: JSONValue) throws(WireFault) -> [ModelPiece] {
    guard data.object != nil else { throw .malformed("an answer is an object, and this is \(data.type.rawValue)") }
    if data["error"]?.object != nil { throw .reported(data) }
    let isKnown = ["candidates", "promptFeedback", "usageMetadata", "responseId", "modelVersion"].contains { data[$0] != nil }
    guard isKnown else { throw .malformed("an answer has candidates, and this has none") }
    if let id = data["responseId"]?.words { ending.requestID = id }
    if let model = data["modelVersion"]?.words { ending.model = model }
    if let usage = data["usageMetadata"] { take(usage) }
    if let feedback = data["promptFeedback"],
      let why = feedback["blockReasonMessage"]?.words ?? feedback["blockReason"]?.words
    {
      ending.finish = .blocked
      ending.explanation = why
      reason = reason ?? "BLOCKED"
    }
    guard let candidate = data["candidates"]?[0] else { return [] }
    var pieces: [ModelPiece] = []
    for part in candidate["content"]?["parts"]?.array ?? [] { pieces += self.pieces(for: part) }
    if let reason = candidate["finishReason"]?.words {
      self.reason = reason
      if let message = candidate["finishMessage"]?.words { ending.explanation = message }
    }
    return pieces
  }

  private mutating func pieces(for part: JSONValue) -> [ModelPiece] {
    let signature = part["thoughtSignature"]?.words
    if let call = part["functionCall"] {
      let name = call["name"]?.string ?? ""
      let arguments = call["args"].map { JSONWriter().string(of: $0) } ?? "{}"
      if let answerTool, name.utf8.elementsEqual(answerTool.utf8) { return [.text(arguments)] }
      hasCalls = true
      callCount += 1
      let id = call["id"]?.words ?? Self.madeUpID + "\(callCount)"
      return [.toolCall(ToolCall(id: id, name: name, arguments: arguments, signature: signature))]
    }
    let text = part["text"]?.string ?? ""
    if part["thought"]?.bool == true {
      return (text.isEmpty ? [] : [.thinking(text)])
        + (signature.map { [.thought(Thought(text, signature: $0))] } ?? [])
    }
    return (text.isEmpty ? [] : [.text(text)])
      + (signature.map { [.thought(Thought("", signature: $0, id: GeminiGenerate.signedAnswer))] } ?? [])
  }

  private mutating func take(_ usage: JSONValue) {
    let thoughts = usage["thoughtsTokenCount"]?.int
    let candidates = usage["candidatesTokenCount"]?.int
    let output = candidates.map { $0.addingClamped(thoughts ?? 0) } ?? thoughts
    ending.usage = Usage(
      input: usage["promptTokenCount"]?.int.map { $0.addingClamped(usage["toolUsePromptTokenCount"]?.int ?? 0) },
      output: output ?? ending.usage.output, cached: usage["cachedContentTokenCount"]?.int, reasoning: thoughts)
  }

  mutating func finish() -> [ModelPiece] {
    if isOver { return [] }
    isOver = true
    switch reason {
    case "STOP": ending.finish = hasCalls ? .toolCalls : .stop
    case "MAX_TOKENS": ending.finish = .length
    case "BLOCKED": ending.finish = .blocked
    case "SAFETY", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "RECITATION",
      "IMAGE_RECITATION", "MODEL_ARMOR", "JAILBREAK":
      ending.finish = .blocked
      ending.explanation = ending.explanation ?? reason
    case let reason?: ending.finish = FinishReason(rawValue: reason)
    case nil: ending.finish = .incomplete
    }
    return [.end(ending)]
  }
}
