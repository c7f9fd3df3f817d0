import Typecast
import TypecastJSON

/// Writes a conversation as the items that `/responses` takes.
enum ResponsesInput {
  /// What the system says first, and everything behind it as items. Where there is nothing behind it, it is an item itself:
  /// a request without any is refused.
  static func written(
    _ messages: [Message]
  ) throws(ModelError) -> (instructions: String?, input: [JSONValue]) {
    let start = messages.firstIndex { $0.role != .system } ?? 0
    var instructions: [String] = []
    for message in messages[..<start] {
      try refusePictures(in: message)
      if !message.text.isEmpty { instructions.append(message.text) }
    }
    var input: [JSONValue] = []
    for message in messages[start...] { input += try items(for: message) }
    return (instructions.isEmpty ? nil : instructions.joined(separator: "\n\n"), input)
  }

  private static func items(for message: Message) throws(ModelError) -> [JSONValue] {
    if message.role == .system || message.role == .assistant { try refusePictures(in: message) }
    var items: [JSONValue] = []
    var content: [JSONValue] = []
    var thoughts: [JSONValue] = []
    for part in message.parts {
      switch part {
      case .text(let text) where message.role == .assistant:
        if text.isEmpty { continue }
        items.append(["role": "assistant", "content": .string(text)])
        thoughts = []
      case .text(let text):
        if !text.isEmpty { content.append(["type": "input_text", "text": .string(text)]) }
      case .image(let image):
        content.append(["type": "input_image", "image_url": .string(image.address)])
      case .thought(let thought):
        if let item = item(for: thought) { thoughts.append(item) }
      case .toolCall(let call):
        // A thought is taken back only with the call behind it: one before a text wants the id of that text.
        items += thoughts
        thoughts = []
        items.append([
          "type": "function_call", "call_id": .string(call.id), "name": .string(call.name),
          "arguments": .string(call.arguments.isEmpty ? "{}" : call.arguments),
        ])
      case .toolResult(let result):
        items.append([
          "type": "function_call_output", "call_id": .string(result.id), "output": .string(result.text),
        ])
      }
    }
    if !content.isEmpty || items.isEmpty && message.role == .user {
      let role = message.role == .system ? "developer" : "user"
      let isText = content.allSatisfy { $0["type"] == "input_text" }
      items.append(["role": .string(role), "content": isText ? .string(message.text) : .array(content)])
    }
    return items
  }

  /// A thought as it came. One that is not sealed is not known there, and one of another provider can't be unsealed.
  private static func item(for thought: Thought) -> JSONValue? {
    guard let id = thought.id, id.hasPrefix("rs"), let seal = thought.signature else { return nil }
    var summary: [JSONValue] = []
    if !thought.text.isEmpty { summary.append(["type": "summary_text", "text": .string(thought.text)]) }
    return [
      "type": "reasoning", "id": .string(id), "summary": .array(summary), "encrypted_content": .string(seal),
    ]
  }

  private static func refusePictures(in message: Message) throws(ModelError) {
    let hasPicture = message.parts.contains { if case .image = $0 { true } else { false } }
    if hasPicture { throw .pictureOutOfPlace(in: message.role) }
  }
}
