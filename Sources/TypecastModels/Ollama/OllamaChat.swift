import Typecast
import TypecastJSON

/// `/api/chat` of Ollama, on this machine or in its cloud.
struct OllamaChat: WireFormat {
  var name: String { "ollama.chat" }

  /// A stream is one JSON text per line.
  var streamsAreJSON: Bool { true }

  func request(for call: WireCall) throws(ModelError) -> WireRequest {
    let request = call.request
    var body: JSONObject = ["model": .string(call.model)]
    var messages: [JSONValue] = []
    for message in request.messages { messages += try Self.messages(for: message) }
    body["messages"] = .array(messages)
    body["stream"] = .bool(call.isStreamed)
    // Without these, a text that is too long is cut and nobody is told.
    body["truncate"] = false
    body["shift"] = false
    if request.schema != nil, call.mode == .native, let projection = call.projection {
      body["format"] = projection.schema
    }
    body.set("think", Self.think(call))
    let options = Self.options(request)
    if !options.isEmpty { body["options"] = .object(options) }
    let tools = call.tools.map(Self.tool)
    if !tools.isEmpty { body["tools"] = .array(tools) }
    return WireRequest(path: "/api/chat", body: .object(body))
  }

  /// Whether the model is to think.
  ///
  /// A model that can think does so unless it is told not to, and then it ignores `format`.
  private static func think(_ call: WireCall) -> JSONValue? {
    guard let thinking = call.request.settings.thinking else {
      return call.request.schema != nil && call.mode == .native ? .bool(false) : nil
    }
    if let effort = thinking.effort { return .string(effort.rawValue) }
    // These take a word only, and can't do without.
    let name = call.model.split(separator: "/").last ?? ""
    return name.hasPrefix("gpt-oss") ? .string(thinking.isOn ? "medium" : "low") : .bool(thinking.isOn)
  }

  private static func options(_ request: ModelRequest) -> JSONObject {
    let settings = request.settings
    var options = JSONObject()
    options.set("temperature", JSONValue(settings.temperature))
    options.set("top_p", JSONValue(settings.topP))
    options.set("num_predict", JSONValue(settings.maxTokens))
    options.set("seed", JSONValue(settings.seed))
    if let stop = settings.stop, !stop.isEmpty { options["stop"] = .array(stop.map { .string($0) }) }
    return options
  }

  private static func tool(_ tool: WireTool) -> JSONValue {
    [
      "type": "function",
      "function": [
        "name": .string(tool.name), "description": .string(tool.purpose), "parameters": tool.parameters.schema,
      ],
    ]
  }

  // MARK: Messages

  private static func messages(for message: Message) throws(ModelError) -> [JSONValue] {
    let results = message.toolResults.map { result -> JSONValue in
      [
        "role": "tool", "content": .string(result.text), "tool_name": .string(result.name),
        "tool_call_id": .string(result.id),
      ]
    }
    let isOnlyResults = message.parts.allSatisfy { if case .toolResult = $0 { true } else { false } }
    if !results.isEmpty, isOnlyResults { return results }
    // What stands beside results is said by who gives them.
    let role = message.role == .tool ? Message.Role.user : message.role
    var object: JSONObject = ["role": .string(role.rawValue), "content": .string(message.text)]
    var images: [JSONValue] = []
    var thinking = ""
    var calls: [JSONValue] = []
    for part in message.parts {
      switch part {
      case .text, .toolResult: break
      case .image(let image):
        guard let inline = image.inline else {
          throw ModelError(
            .pictureByAddress,
            "Ollama takes pictures as bytes, not by address; read the picture and give its bytes.")
        }
        images.append(.string(inline.data))
      case .thought(let thought): thinking += thought.text
      case .toolCall(let call): calls.append(Self.call(call))
      }
    }
    if !thinking.isEmpty { object["thinking"] = .string(thinking) }
    if !images.isEmpty { object["images"] = .array(images) }
    if !calls.isEmpty { object["tool_calls"] = .array(calls) }
    return results + [.object(object)]
  }

  /// Ollama takes an object for the argument of a tool, and nothing else.
  private static func call(_ call: ToolCall) -> JSONValue {
    let argument = (try? JSONValue(parsing: call.arguments))?.ifObject
    return [
      "id": .string(call.id),
      "function": ["name": .string(call.name), "arguments": argument ?? .object([:])],
    ]
  }
}
