import Typecast
import TypecastJSON
import TypecastSchema

/// `/chat/completions` of OpenAI, and of the many servers that speak as it does.
struct OpenAIChat: WireFormat {
  /// In what the server differs from others.
  var traits: Traits

  init(_ traits: Traits) {
    self.traits = traits
  }

  var name: String { "openai.chat" }

  func request(for call: WireCall) throws(ModelError) -> WireRequest {
    let request = call.request
    let settings = request.settings
    var body: JSONObject = ["model": .string(call.model)]
    var messages: [JSONValue] = []
    for message in request.messages { messages += try Self.messages(for: message) }
    body["messages"] = .array(messages)
    let effort = call.profile.thinks == true ? settings.thinking.flatMap { traits.effort($0, of: call.model) } : nil
    if traits.isSampled(call, effort: effort) {
      body.set("temperature", JSONValue(settings.temperature))
      body.set("top_p", JSONValue(settings.topP))
    }
    body.set(traits.maxTokensName, JSONValue(settings.maxTokens ?? call.profile.maxTokens))
    body.set(traits.seedName, JSONValue(settings.seed))
    if let stop = settings.stop, !stop.isEmpty {
      if let most = traits.mostStops, stop.count > most.count {
        throw ModelError(
          .stops,
          "\(most.house) stops at no more than \(most.count) texts, and the settings have \(stop.count); give fewer.")
      }
      body["stop"] = .array(stop.map { .string($0) })
    }
    if call.profile.thinks == true {
      body.set("reasoning_effort", JSONValue(effort))
      body.set("reasoning_format", JSONValue(traits.thoughtFormat(of: call.model)))
    }
    if request.schema != nil, call.mode == .native, let projection = call.projection {
      body["response_format"] = .object(["type": "json_schema", "json_schema": format(projection, of: call)])
    }
    let tools = call.tools.map(Self.tool)
    if !tools.isEmpty { body["tools"] = .array(tools) }
    body.set("tool_choice", toolChoice(call))
    if call.isStreamed {
      body["stream"] = true
      if traits.asksForUsage { body["stream_options"] = ["include_usage": true] }
    }
    return WireRequest(path: "/chat/completions", body: .object(body))
  }

  private func format(_ projection: Projection, of call: WireCall) -> JSONValue {
    var format: JSONObject = ["name": .string(WireCall.name(call.request.schemaName))]
    if projection.isStrict, traits.isStrict(call.model) { format["strict"] = true }
    format["schema"] = projection.schema
    return .object(format)
  }

  // MARK: Tools

  private static func tool(_ tool: WireTool) -> JSONValue {
    var function: JSONObject = ["name": .string(tool.name)]
    if !tool.purpose.isEmpty { function["description"] = .string(tool.purpose) }
    function["parameters"] = tool.parameters.schema
    if tool.parameters.isStrictForTools { function["strict"] = true }
    return ["type": "function", "function": .object(function)]
  }

  /// Demands the tool that takes the answer, or any where the model may have to call others before.
  private func toolChoice(_ call: WireCall) -> JSONValue? {
    guard let name = call.answerTool, call.projection != nil else { return nil }
    if !call.request.tools.isEmpty || !traits.takesNamedTool { return "required" }
    return ["type": "function", "function": ["name": .string(name)]]
  }
}

extension Projection {
  /// Whether a provider can be held to it by `strict` where it describes the answer.
  var isStrict: Bool { (dialect == .openAIStrict || dialect == .groq) && limitsExceeded.isEmpty }

  /// Whether a provider can be held to it by `strict` where it describes the argument of a tool.
  var isStrictForTools: Bool { dialect == .openAIStrict && limitsExceeded.isEmpty }
}
