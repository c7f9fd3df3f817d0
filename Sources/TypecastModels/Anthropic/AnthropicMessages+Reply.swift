import Typecast
import TypecastJSON

extension AnthropicMessages {
  func reply(from body: JSONValue, answerTool: String?) throws(WireFault) -> ModelReply {
    guard let object = body.object else { throw .malformed("an answer is an object, and this is \(body.type.rawValue)") }
    if body["type"]?.string == "error" || object["error"]?.object != nil { throw .reported(body) }
    guard let content = body["content"]?.array else { throw .malformed("the answer has no list 'content'") }
    var blocks = AnthropicBlocks(answerTool: answerTool)
    var reply = ModelReply("")
    for (index, block) in content.enumerated() {
      for piece in blocks.start(index, block) + blocks.stop(index) { reply.append(piece) }
    }
    var ending = AnthropicEnding()
    ending.take(message: body)
    ending.take(delta: body)
    reply.append(.end(ending.ending(blocks)))
    return reply
  }

  func makeStreamReader(answerTool: String?) -> any StreamReader {
    EventStream(AnthropicEvents(blocks: AnthropicBlocks(answerTool: answerTool)))
  }
}

/// Makes pieces of an answer out of Anthropic's events.
struct AnthropicEvents: EventReader {
  private var blocks: AnthropicBlocks
  private var ending = AnthropicEnding()
  private(set) var isOver = false

  init(blocks: AnthropicBlocks) {
    self.blocks = blocks
  }

  mutating func take(_ type: String, _ data: JSONValue) throws(WireFault) -> [ModelPiece] {
    switch data["type"]?.string ?? type {
    case "message_start":
      if let message = data["message"] { ending.take(message: message) }
      return []
    case "content_block_start":
      return blocks.start(data["index"]?.int ?? 0, data["content_block"] ?? .null)
    case "content_block_delta":
      return blocks.add(data["index"]?.int ?? 0, data["delta"] ?? .null)
    case "content_block_stop":
      return blocks.stop(data["index"]?.int ?? 0)
    case "message_delta":
      if let delta = data["delta"] { ending.take(delta: delta) }
      if let usage = data["usage"] { ending.take(usage: usage) }
      return []
    case "message_stop":
      return finish()
    case "error":
      throw .reported(data)
    default:
      if data["error"]?.object != nil { throw .reported(data) }
      return []
    }
  }

  mutating func finish() -> [ModelPiece] {
    if isOver { return [] }
    isOver = true
    return blocks.stopAll() + [.end(ending.ending(blocks))]
  }
}

/// The blocks of an answer, of which several may be open at once.
struct AnthropicBlocks: Sendable {
  private enum Block {
    case text
    case thinking(text: String, signature: String)
    case toolUse(id: String, name: String, start: JSONValue?, text: String)
    case answer(start: JSONValue?, hasText: Bool)
    case other
  }

  private let answerTool: String?
  private var open: [Int: Block] = [:]
  private(set) var hasCalls = false

  init(answerTool: String?) {
    self.answerTool = answerTool
  }

  mutating func start(_ index: Int, _ block: JSONValue) -> [ModelPiece] {
    // Who leaves so many open sends nonsense.
    guard open.count < 1024 else { return [] }
    switch block["type"]?.string {
    case "text":
      open[index] = .text
      return (block["text"]?.words).map { [.text($0)] } ?? []
    case "thinking":
      let text = block["thinking"]?.string ?? ""
      open[index] = .thinking(text: text, signature: block["signature"]?.string ?? "")
      return text.isEmpty ? [] : [.thinking(text)]
    case AnthropicMessages.redacted:
      open[index] = .other
      return [.thought(Thought("", signature: block["data"]?.string ?? "", id: AnthropicMessages.redacted))]
    case "tool_use":
      let name = block["name"]?.string ?? ""
      let input = block["input"]?.ifMembers
      if let answerTool, name.utf8.elementsEqual(answerTool.utf8) {
        open[index] = .answer(start: input, hasText: false)
      } else {
        open[index] = .toolUse(id: block["id"]?.words ?? "call_\(index)", name: name, start: input, text: "")
      }
      return []
    default:
      open[index] = .other
      return []
    }
  }

  mutating func add(_ index: Int, _ delta: JSONValue) -> [ModelPiece] {
    switch (delta["type"]?.string, open[index]) {
    case ("text_delta", _):
      return (delta["text"]?.words).map { [.text($0)] } ?? []
    case ("thinking_delta", let block):
      let more = delta["thinking"]?.string ?? ""
      if case .thinking(let text, let signature) = block { open[index] = .thinking(text: text + more, signature: signature) }
      return more.isEmpty ? [] : [.thinking(more)]
    case ("signature_delta", .thinking(let text, let signature)):
      open[index] = .thinking(text: text, signature: signature + (delta["signature"]?.string ?? ""))
      return []
    case ("input_json_delta", .toolUse(let id, let name, let start, let text)):
      open[index] = .toolUse(id: id, name: name, start: start, text: text + (delta["partial_json"]?.string ?? ""))
      return []
    case ("input_json_delta", .answer(let start, _)):
      guard let more = delta["partial_json"]?.words else { return [] }
      open[index] = .answer(start: start, hasText: true)
      return [.text(more)]
    default: return []
    }
  }

  mutating func stop(_ index: Int) -> [ModelPiece] {
    guard let block = open.removeValue(forKey: index) else { return [] }
    switch block {
    case .text, .other: return []
    case .thinking(let text, let signature):
      return signature.isEmpty ? [] : [.thought(Thought(text, signature: signature))]
    case .toolUse(let id, let name, let start, let text):
      hasCalls = true
      let arguments = text.isEmpty ? start.map { JSONWriter().string(of: $0) } ?? "{}" : text
      return [.toolCall(ToolCall(id: id, name: name, arguments: arguments))]
    case .answer(let start, let hasText):
      return hasText ? [] : [.text(start.map { JSONWriter().string(of: $0) } ?? "{}")]
    }
  }

  /// Ends what an answer left open that was cut off. A call of a tool that is not whole is none.
  mutating func stopAll() -> [ModelPiece] {
    var pieces: [ModelPiece] = []
    for (index, block) in open.sorted(by: { $0.key < $1.key }) {
      if case .toolUse = block { continue }
      pieces += stop(index)
    }
    open = [:]
    return pieces
  }
}

/// What is known of an answer's end while it comes.
struct AnthropicEnding: Sendable {
  private var known = ModelEnding(.incomplete)
  private var reason: String?
  private var counts: [String: Int] = [:]

  mutating func take(message: JSONValue) {
    known.requestID = message["id"]?.words
    known.model = message["model"]?.words
    if let usage = message["usage"] { take(usage: usage) }
  }

  mutating func take(delta: JSONValue) {
    if let reason = delta["stop_reason"]?.words { self.reason = reason }
    let details = delta["stop_details"]
    if let words = details?["explanation"]?.words ?? details?["category"]?.words { known.explanation = words }
  }

  mutating func take(usage: JSONValue) {
    for key in ["input_tokens", "output_tokens", "cache_read_input_tokens", "cache_creation_input_tokens"] {
      if let count = usage[key]?.int, count >= 0 { counts[key] = count }
    }
    if let thinking = usage["output_tokens_details"]?["thinking_tokens"]?.int { counts["thinking"] = thinking }
  }

  func ending(_ blocks: AnthropicBlocks) -> ModelEnding {
    var ending = known
    let cached = counts["cache_read_input_tokens"]
    // What was read from a cache or written into it is not counted as input by this provider.
    let input = counts["input_tokens"].map { input in
      [cached, counts["cache_creation_input_tokens"]].reduce(input) { $0.addingClamped($1 ?? 0) }
    }
    ending.usage = Usage(
      input: input, output: counts["output_tokens"], cached: cached, reasoning: counts["thinking"])
    switch reason {
    case "end_turn", "stop_sequence": ending.finish = blocks.hasCalls ? .toolCalls : .stop
    case "tool_use": ending.finish = blocks.hasCalls ? .toolCalls : .stop
    case "max_tokens", "model_context_window_exceeded": ending.finish = .length
    case "refusal": ending.finish = .refusal
    case let reason?: ending.finish = FinishReason(rawValue: reason)
    case nil: ending.finish = .incomplete
    }
    return ending
  }
}

extension Int {
  /// The sum, or the greatest number where it is greater.
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
