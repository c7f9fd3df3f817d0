import Typecast
import TypecastJSON

extension OpenAIChat {
  /// What one message becomes: the results of tools are a message each. Thoughts are left out, nobody wants them back.
  static func messages(for message: Message) throws(ModelError) -> [JSONValue] {
    var messages = message.toolResults.map { result -> JSONValue in
      ["role": "tool", "tool_call_id": .string(result.id), "content": .string(result.text)]
    }
    let calls = message.toolCalls
    let content = try content(of: message)
    switch (content, calls.isEmpty) {
    case (nil, true):
      // A message that is nothing but results, or nothing but thoughts.
      if messages.isEmpty { messages.append(["role": .string(role(of: message)), "content": ""]) }
    case (let content, true):
      messages.append(["role": .string(role(of: message)), "content": content ?? ""])
    case (let content, false):
      messages.append([
        "role": "assistant", "content": content ?? .null, "tool_calls": .array(calls.map(Self.call)),
      ])
    }
    return messages
  }

  /// What stands beside the results of tools is said by the user.
  private static func role(of message: Message) -> String {
    message.role == .tool ? Message.Role.user.rawValue : message.role.rawValue
  }

  /// A text, or a list where there are pictures; nil for nothing.
  private static func content(of message: Message) throws(ModelError) -> JSONValue? {
    var parts: [JSONValue] = []
    var hasImages = false
    for part in message.parts {
      switch part {
      case .text(let text) where !text.isEmpty: parts.append(["type": "text", "text": .string(text)])
      case .image(let image):
        guard message.role == .user || message.role == .tool else { throw .pictureOutOfPlace(in: message.role) }
        hasImages = true
        parts.append(["type": "image_url", "image_url": ["url": .string(image.address)]])
      case .text, .thought, .toolCall, .toolResult: break
      }
    }
    if hasImages { return .array(parts) }
    return parts.isEmpty ? nil : .string(message.text)
  }

  private static func call(_ call: ToolCall) -> JSONValue {
    [
      "id": .string(call.id), "type": "function",
      "function": ["name": .string(call.name), "arguments": .string(call.arguments.isEmpty ? "{}" : call.arguments)],
    ]
  }
}

extension Image {
  /// Where the picture is on the web, or the picture itself as an address.
  var address: String {
    if case .url(let url) = source { return url }
    return inline.map { "data:\($0.mediaType);base64,\($0.data)" } ?? ""
  }
}

extension ModelError {
  /// A picture that is not shown by the user.
  static func pictureOutOfPlace(in role: Message.Role) -> ModelError {
    ModelError(
      .pictureOutOfPlace,
      "OpenAI's API takes pictures from the user only, not from the \(role.rawValue); put it into a message of the user."
    )
  }
}
