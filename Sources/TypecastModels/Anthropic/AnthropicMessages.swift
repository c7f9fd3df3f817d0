import Typecast
import TypecastJSON

/// `/v1/messages` of Anthropic.
struct AnthropicMessages: WireFormat {
  var name: String { "anthropic.messages" }

  /// The limit on an answer that is sent where nobody gave one: the API insists on it.
  private static let usualMaxTokens = 8192

  func request(for call: WireCall) throws(ModelError) -> WireRequest {
    let request = call.request
    let settings = request.settings
    var body: JSONObject = ["model": .string(call.model)]
    let limit = settings.maxTokens ?? call.profile.maxTokens ?? Self.usualMaxTokens
    let maxTokens = min(limit, request.tokensLeft ?? limit)
    body["max_tokens"] = .number(JSONNumber(maxTokens))
    let system = request.messages.filter { $0.role == .system }.map(\.text).joined(separator: "\n\n")
    if !system.isEmpty { body["system"] = .string(system) }
    body["messages"] = .array(Self.turns(request.messages))
    if call.isStreamed { body["stream"] = true }
    let thinking = Self.thinking(settings.thinking, maxTokens: maxTokens)
    body.set("thinking", thinking.value)
    if !thinking.isOn {
      // While it thinks, a model takes no other temperature than its own.
      body.set("temperature", JSONValue(settings.temperature.map { min($0, 1) }))
      body.set("top_p", JSONValue(settings.topP))
    }
    if let stop = settings.stop, !stop.isEmpty { body["stop_sequences"] = .array(stop.map { .string($0) }) }
    var output = JSONObject()
    if let effort = settings.thinking?.effort { output["effort"] = .string(effort.rawValue) }
    if request.schema != nil, call.mode == .native, let projection = call.projection {
      output["format"] = ["type": "json_schema", "schema": projection.schema]
    }
    if !output.isEmpty { body["output_config"] = .object(output) }
    let tools = Self.tools(call)
    if !tools.isEmpty { body["tools"] = .array(tools) }
    if let name = call.answerTool {
      // A model that thinks can't be forced to call a tool.
      body["tool_choice"] =
        thinking.isOn
        ? ["type": "auto"]
        : request.tools.isEmpty ? ["type": "tool", "name": .string(name)] : ["type": "any"]
    }
    return WireRequest(
      path: "/v1/messages", headers: [(name: "anthropic-version", value: "2023-06-01")], body: .object(body))
  }

  private static func thinking(_ thinking: Thinking?, maxTokens: Int) -> (value: JSONValue?, isOn: Bool) {
    guard let thinking else { return (nil, false) }
    guard thinking.isOn else { return (["type": "disabled"], false) }
    if thinking.effort != nil { return (["type": "adaptive"], true) }
    // The budget has to leave room for an answer, and the API takes none below 1,024.
    let budget = max(min(thinking.budget ?? maxTokens / 2, maxTokens - 1), 1024)
    return (["type": "enabled", "budget_tokens": .number(JSONNumber(budget))], true)
  }

  private static func tools(_ call: WireCall) -> [JSONValue] {
    var tools: [JSONValue] = call.request.tools.map { tool in
      [
        "name": .string(tool.name), "description": .string(tool.purpose),
        "input_schema": call.parameters(of: tool).schema,
      ]
    }
    if let name = call.answerTool, let projection = call.projection {
      tools.append([
        "name": .string(name), "description": "Takes the answer. Call it once, with the whole answer.",
        "input_schema": projection.schema,
      ])
    }
    return tools
  }

  // MARK: Messages

  /// The messages as turns that alternate, which is how the API wants them.
  private static func turns(_ messages: [Message]) -> [JSONValue] {
    var turns: [(role: String, content: [JSONValue])] = []
    for message in messages where message.role != .system {
      let role = message.role == .assistant ? "assistant" : "user"
      let content = message.parts.compactMap(block)
      if content.isEmpty { continue }
      if turns.last?.role == role { turns[turns.count - 1].content += content } else { turns.append((role, content)) }
    }
    return turns.map { ["role": .string($0.role), "content": .array($0.content)] }
  }

  private static func block(_ part: Message.Part) -> JSONValue? {
    switch part {
    case .text(let text):
      // The API refuses a text without any character.
      if text.isEmpty { return Optional.none }
      return ["type": "text", "text": .string(text)]
    case .image(let image):
      switch image.source {
      case .bytes(let bytes):
        return [
          "type": "image",
          "source": ["type": "base64", "media_type": .string(image.mediaType), "data": .string(base64(bytes))],
        ]
      case .url(let url): return ["type": "image", "source": ["type": "url", "url": .string(url)]]
      }
    case .thought(let thought):
      // A thought that this provider has not signed is none that it takes back.
      guard let signature = thought.signature else { return Optional.none }
      return thought.id == Self.redacted
        ? ["type": .string(redacted), "data": .string(signature)]
        : ["type": "thinking", "thinking": .string(thought.text), "signature": .string(signature)]
    case .toolCall(let call):
      let input = (try? JSONValue(parsing: call.arguments))?.ifObject
      return [
        "type": "tool_use", "id": .string(call.id), "name": .string(call.name), "input": input ?? .object([:]),
      ]
    case .toolResult(let result):
      var block: JSONObject = [
        "type": "tool_result", "tool_use_id": .string(result.id), "content": .string(result.text),
      ]
      if result.isError { block["is_error"] = true }
      return .object(block)
    }
  }

  /// What a thought is called that the provider keeps to itself.
  static let redacted = "redacted_thinking"
}
