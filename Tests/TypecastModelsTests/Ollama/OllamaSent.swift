import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

extension Sent {
  /// A request to Ollama's chat.
  init(ollama body: JSONValue) throws {
    guard let messages = body["messages"]?.array else { throw Unsaid(what: "no messages") }
    model = body["model"]?.string ?? ""
    isStreamed = body["stream"]?.bool ?? true
    for message in messages {
      guard let role = message["role"]?.string.flatMap(Message.Role.init) else {
        throw Unsaid(what: "a message of another role")
      }
      request.messages.append(Message(role, Self.ollamaParts(message, role)))
    }
    let options = body["options"]
    request.settings.temperature = options?["temperature"]?.number?.double
    request.settings.topP = options?["top_p"]?.number?.double
    request.settings.maxTokens = options?["num_predict"]?.int
    request.settings.seed = options?["seed"]?.int
    request.settings.stop = options?["stop"]?.array?.compactMap(\.string)
    switch body["think"] {
    case .bool(let thinks)?: request.settings.thinking = thinks ? .on : .off
    case .string(let effort)?: request.settings.thinking = .effort(Thinking.Effort(rawValue: effort))
    default: break
    }
    for tool in body["tools"]?.array ?? [] {
      guard let function = tool["function"], let name = function["name"]?.string else {
        throw Unsaid(what: "a tool of another sort")
      }
      request.tools.append(
        ToolOffer(name, function["description"]?.string ?? "", schema: try Self.schema(function["parameters"])))
    }
    switch body["format"] {
    case nil, .null?, .string("")?: break
    case .string?: throw Unsaid(what: "JSON of any shape")
    case let schema?: request.schema = try Self.schema(schema)
    }
  }

  private static func ollamaParts(_ message: JSONValue, _ role: Message.Role) -> [Message.Part] {
    let text = message["content"]?.string ?? ""
    if role == .tool {
      let (id, name) = (message["tool_call_id"]?.string ?? "", message["tool_name"]?.string ?? "")
      return [.toolResult(ToolResult(id: id, name: name, text: text))]
    }
    var parts: [Message.Part] = message["thinking"]?.words.map { [.thought(Thought($0))] } ?? []
    parts.append(.text(text))
    for image in message["images"]?.array ?? [] {
      parts.append(.image(Image(url: "data:;base64,\(image.string ?? "")", mediaType: "image/png")))
    }
    for call in message["tool_calls"]?.array ?? [] {
      parts.append(
        .toolCall(
          ToolCall(
            id: call["id"]?.string ?? "", name: call["function"]?["name"]?.string ?? "",
            arguments: JSONWriter().string(of: call["function"]?["arguments"] ?? .null))))
    }
    return parts
  }
}

extension PlainJSON {
  static func ollama(_ body: JSONValue) -> JSONObject {
    var plain = picked(body, ["model", "think"])
    // That it is not to think is what we say wherever a schema is to be followed.
    if plain["think"] == false { plain["think"] = Optional<JSONValue>.none }
    plain["stream"] = .bool(body["stream"]?.bool ?? true)
    let options = picked(body["options"], ["temperature", "top_p", "num_predict", "seed", "stop"])
    if !options.isEmpty { plain["options"] = .object(options) }
    if body["format"]?.object != nil { plain["hasFormat"] = true }
    let tools = (body["tools"]?.array ?? []).map { tool -> JSONValue in
      .object(picked(tool["function"], ["name", "description"]))
    }
    if !tools.isEmpty { plain["tools"] = .array(tools) }
    plain["messages"] = .array((body["messages"]?.array ?? []).map { .object(message($0)) })
    return plain
  }

  private static func message(_ json: JSONValue) -> JSONObject {
    var plain = picked(json, ["role", "content", "thinking", "images", "tool_name", "tool_call_id"])
    let calls = (json["tool_calls"]?.array ?? []).map { call -> JSONValue in
      var plain = picked(call, ["id"])
      plain["function"] = .object(picked(call["function"], ["name", "arguments"]))
      return .object(plain)
    }
    if !calls.isEmpty { plain["tool_calls"] = .array(calls) }
    return plain
  }
}
