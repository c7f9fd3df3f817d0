import Typecast
import TypecastJSON

/// `/v1/messages` of Anthropic.
struct AnthropicMessages: WireFormat {
  var name: String { "anthropic.messages" }

  func request(for call: WireCall) throws(ModelError) -> WireRequest {
    let request = call.request
    let settings = request.settings
    let traits = ClaudeTraits(call.model)
    let thinking = ClaudeThinking(call, traits)
    let turns = try AnthropicTurns(request.messages)
    var body: JSONObject = ["model": .string(call.model)]
    body["max_tokens"] = .number(JSONNumber(thinking.maxTokens))
    body.set("system", JSONValue(turns.system))
    body["messages"] = .array(turns.turns)
    if call.isStreamed { body["stream"] = true }
    body.set("thinking", thinking.value)
    // While it is told to think, a model takes no other temperature than its own.
    if traits.isSampled, !thinking.isOn {
      body.set("temperature", JSONValue(settings.temperature.map { min($0, 1) }))
      if traits.takesBothSettings || settings.temperature == nil { body.set("top_p", JSONValue(settings.topP)) }
    }
    if let stop = settings.stop, !stop.isEmpty { body["stop_sequences"] = .array(stop.map { .string($0) }) }
    var output = JSONObject()
    output.set("effort", JSONValue(thinking.effort))
    if request.schema != nil, call.mode == .native, let projection = call.projection {
      output["format"] = ["type": "json_schema", "schema": projection.schema]
    }
    if !output.isEmpty { body["output_config"] = .object(output) }
    let tools = call.tools.map(Self.tool)
    if !tools.isEmpty { body["tools"] = .array(tools) }
    if let name = call.answerTool {
      // Who thinks by a budget can't be forced to call a tool. One answer is enough.
      body["tool_choice"] =
        thinking.hasBudget
        ? ["type": "auto"]
        : request.tools.isEmpty
          ? ["type": "tool", "name": .string(name), "disable_parallel_tool_use": true] : ["type": "any"]
    }
    return WireRequest(
      path: "/v1/messages", headers: [(name: "anthropic-version", value: "2023-06-01")], body: .object(body))
  }

  private static func tool(_ tool: WireTool) -> JSONValue {
    var object: JSONObject = ["name": .string(tool.name)]
    if !tool.purpose.isEmpty { object["description"] = .string(tool.purpose) }
    object["input_schema"] = tool.parameters.schema
    return .object(object)
  }

  /// What a thought is called that the provider keeps to itself.
  static let redacted = "redacted_thinking"
}
