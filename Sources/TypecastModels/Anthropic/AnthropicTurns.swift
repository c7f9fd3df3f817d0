import Typecast
import TypecastJSON

/// The messages of a request as Anthropic takes them: what the system says for itself, and turns that alternate.
struct AnthropicTurns {
  private(set) var system: String?
  private(set) var turns: [JSONValue] = []

  /// What calls of tools are named here: each name once, of letters that the API takes.
  private var ids: [String: String] = [:]
  private var usedIDs: Set<String> = []

  init(_ messages: [Message]) throws(ModelError) {
    let texts = messages.filter { $0.role == .system }.map(\.text).filter { !Self.isBlank($0) }
    let words = texts.joined(separator: "\n\n")
    var open: [(role: String, content: [JSONValue])] = []
    for message in messages where message.role != .system {
      let role = message.role == .assistant ? "assistant" : "user"
      var content: [JSONValue] = []
      for part in message.parts {
        if let block = try block(part, role) { content.append(block) }
      }
      if content.isEmpty { continue }
      if open.last?.role == role { open[open.count - 1].content += content } else { open.append((role, content)) }
    }
    // Somebody has to say something: where only the system does, it is the user who says it.
    if open.isEmpty, !words.isEmpty {
      open = [("user", [["type": "text", "text": .string(words)]])]
    } else if !words.isEmpty {
      system = words
    }
    turns = open.map { ["role": .string($0.role), "content": .array(Self.resultsFirst($0.content))] }
  }

  /// The API wants results before anything else that is said in a turn.
  private static func resultsFirst(_ content: [JSONValue]) -> [JSONValue] {
    func isResult(_ block: JSONValue) -> Bool { block["type"] == "tool_result" }
    guard content.contains(where: isResult) else { return content }
    return content.filter(isResult) + content.filter { !isResult($0) }
  }

  private mutating func block(_ part: Message.Part, _ role: String) throws(ModelError) -> JSONValue? {
    switch part {
    case .text(let text):
      // The API refuses a text in which nothing can be seen.
      if Self.isBlank(text) { return Optional.none }
      return ["type": "text", "text": .string(text)]
    case .image(let image):
      guard role == "user" else {
        throw ModelError(
          .pictureOutOfPlace,
          "Anthropic takes pictures from the user and from tools only; put the picture into a message of the user.")
      }
      if let (type, data) = image.inline {
        return ["type": "image", "source": ["type": "base64", "media_type": .string(type), "data": .string(data)]]
      }
      guard case .url(let url) = image.source else { return Optional.none }
      return ["type": "image", "source": ["type": "url", "url": .string(url)]]
    case .thought(let thought):
      // A thought that this provider has not signed is none that it takes back.
      guard role == "assistant", let signature = thought.signature, !signature.isEmpty else { return Optional.none }
      switch thought.id {
      case nil: return ["type": "thinking", "thinking": .string(thought.text), "signature": .string(signature)]
      case AnthropicMessages.redacted?: return ["type": "redacted_thinking", "data": .string(signature)]
      default: return Optional.none
      }
    case .toolCall(let call):
      let input = (try? JSONValue(parsing: call.arguments))?.ifObject
      return [
        "type": "tool_use", "id": .string(newID(call.id)), "name": .string(call.name), "input": input ?? .object([:]),
      ]
    case .toolResult(let result):
      var block: JSONObject = [
        "type": "tool_result", "tool_use_id": .string(ids[result.id] ?? Self.plain(result.id)),
      ]
      // The API wants to know what went wrong.
      block["content"] = .string(result.isError && Self.isBlank(result.text) ? "It failed." : result.text)
      if result.isError { block["is_error"] = true }
      return .object(block)
    }
  }

  /// What a call is named, so that its result can say which one it is of.
  private mutating func newID(_ id: String) -> String {
    let plain = Self.plain(id)
    var new = plain
    var count = 1
    while !usedIDs.insert(new).inserted {
      count += 1
      new = "\(plain)_\(count)"
    }
    ids[id] = new
    return new
  }

  private static func plain(_ id: String) -> String { id.isEmpty ? "call" : id.plainName }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
