import Typecast
import TypecastJSON

extension OllamaChat {
  func reply(from body: JSONValue, answerTool: String?) throws(WireFault) -> ModelReply {
    var answer = OllamaAnswer(answerTool: answerTool)
    var reply = ModelReply("")
    for piece in try answer.take(body) { reply.append(piece) }
    if !answer.isOver { for piece in answer.finish() { reply.append(piece) } }
    return reply
  }

  func makeStreamReader(answerTool: String?) -> any StreamReader {
    OllamaStream(answer: OllamaAnswer(answerTool: answerTool))
  }
}

/// Reads an answer of one JSON text per line.
struct OllamaStream: StreamReader {
  private var lines = JSONLineReader()
  private var answer: OllamaAnswer

  init(answer: OllamaAnswer) {
    self.answer = answer
  }

  mutating func read(_ bytes: [UInt8]) throws(WireFault) -> [ModelPiece] {
    let texts: [[UInt8]]
    do { texts = try lines.append(bytes) } catch { throw .malformed("\(error)") }
    var pieces: [ModelPiece] = []
    for text in texts { pieces += try take(text) }
    return pieces
  }

  mutating func finish() throws(WireFault) -> [ModelPiece] {
    var pieces: [ModelPiece] = []
    // The beginning of a line says that the stream broke off, not that its form is wrong.
    if let last = lines.finish(), !last.beginsAsJSON || (try? JSONValue(parsing: last)) != nil {
      pieces = try take(last)
    }
    return pieces + (answer.isOver ? [] : answer.finish())
  }

  private mutating func take(_ text: [UInt8]) throws(WireFault) -> [ModelPiece] {
    if answer.isOver { return [] }
    let json: JSONValue
    do { json = try JSONValue(parsing: text) } catch {
      throw .malformed("a line is no JSON: \(error.message)")
    }
    return try answer.take(json)
  }
}

/// Makes pieces of an answer out of what Ollama sends, one object or many.
struct OllamaAnswer: Sendable {
  private let answerTool: String?
  private var ending = ModelEnding(.incomplete)
  private var hasCalls = false
  private var thinking = ""
  private var callCount = 0
  private(set) var isOver = false

  init(answerTool: String?) {
    self.answerTool = answerTool
  }

  mutating func take(_ json: JSONValue) throws(WireFault) -> [ModelPiece] {
    if json["error"] != nil { throw .reported(json) }
    guard json.object != nil else { throw .malformed("an answer is an object, and this is \(json.type.rawValue)") }
    var pieces: [ModelPiece] = []
    let message = json["message"]
    if let more = message?["thinking"]?.words {
      thinking += more
      pieces.append(.thinking(more))
    }
    if let text = message?["content"]?.words ?? json["response"]?.words { pieces.append(.text(text)) }
    for call in message?["tool_calls"]?.array ?? [] { pieces.append(piece(for: call)) }
    if let model = json["model"]?.words { ending.model = model }
    if json["done"]?.bool == true {
      end(json)
      // A model that goes on behind its tools wants to know what it thought.
      if hasCalls, !thinking.isEmpty { pieces.append(.thought(Thought(thinking))) }
      pieces.append(.end(ending))
    }
    return pieces
  }

  /// The end. Nothing but `done` says that an answer is whole: Ollama stops in silence when a model repeats itself.
  mutating func finish() -> [ModelPiece] {
    isOver = true
    return [.end(ending)]
  }

  private mutating func piece(for call: JSONValue) -> ModelPiece {
    let function = call["function"]
    let name = function?["name"]?.string ?? ""
    let arguments = function?["arguments"]
    let text = arguments?.string ?? arguments.map { JSONWriter().string(of: $0) } ?? "{}"
    if let answerTool, name.utf8.elementsEqual(answerTool.utf8) { return .text(text) }
    hasCalls = true
    callCount += 1
    return .toolCall(ToolCall(id: call["id"]?.words ?? "call_\(callCount)", name: name, arguments: text))
  }

  private mutating func end(_ json: JSONValue) {
    isOver = true
    switch json["done_reason"]?.words {
    // Without messages a model is only loaded, or let go.
    case "stop", "load", "unload", nil: ending.finish = hasCalls ? .toolCalls : .stop
    case "length": ending.finish = .length
    case let reason?: ending.finish = FinishReason(rawValue: reason)
    }
    ending.usage = Usage(input: json["prompt_eval_count"]?.count, output: json["eval_count"]?.count)
    let load = json["load_duration"]?.duration(of: .nanoseconds(1))
    if let reading = json["prompt_eval_duration"]?.duration(of: .nanoseconds(1)) {
      ending.firstToken = (load ?? .zero) + reading
    }
  }
}
