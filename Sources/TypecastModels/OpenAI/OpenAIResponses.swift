import Typecast
import TypecastJSON
import TypecastSchema

/// `/responses` of OpenAI. Nothing is kept there: what was said goes with each request.
struct OpenAIResponses: WireFormat {
  var name: String { "openai.responses" }

  func request(for call: WireCall) throws(ModelError) -> WireRequest {
    let request = call.request
    let settings = request.settings
    if let stop = settings.stop, !stop.isEmpty {
      throw ModelError(
        .stops,
        "OpenAI's responses know no texts to stop at; leave settings.stop out, or ask openai:MODEL.")
    }
    var body: JSONObject = ["model": .string(call.model)]
    let (instructions, input) = try ResponsesInput.written(request.messages)
    body.set("instructions", JSONValue(instructions))
    body["input"] = .array(input)
    body["store"] = false
    let traits = OpenAIChat.Traits.openAI
    let effort = call.profile.thinks == true ? settings.thinking.flatMap { traits.effort($0, of: call.model) } : nil
    if traits.isSampled(call, effort: effort) {
      body.set("temperature", JSONValue(settings.temperature))
      body.set("top_p", JSONValue(settings.topP))
    }
    body.set("max_output_tokens", JSONValue(settings.maxTokens ?? call.profile.maxTokens))
    if call.profile.thinks == true {
      // Thoughts are sealed for those who store nothing. A model that does not think refuses to be asked for them.
      body["include"] = ["reasoning.encrypted_content"]
      if let effort { body["reasoning"] = ["effort": .string(effort)] }
    }
    if request.schema != nil, call.mode == .native, let projection = call.projection {
      body["text"] = [
        "format": [
          "type": "json_schema", "name": .string(WireCall.name(request.schemaName)),
          "strict": .bool(projection.isStrict), "schema": projection.schema,
        ]
      ]
    }
    let tools = call.tools.map(Self.tool)
    if !tools.isEmpty { body["tools"] = .array(tools) }
    body.set("tool_choice", Self.toolChoice(call))
    if call.isStreamed { body["stream"] = true }
    return WireRequest(path: "/responses", body: .object(body))
  }

  // MARK: Tools

  /// A tool. It is strict unless it says that it is not.
  private static func tool(_ tool: WireTool) -> JSONValue {
    var object: JSONObject = ["type": "function", "name": .string(tool.name)]
    if !tool.purpose.isEmpty { object["description"] = .string(tool.purpose) }
    object["parameters"] = tool.parameters.schema
    object["strict"] = .bool(tool.parameters.isStrictForTools)
    return .object(object)
  }

  private static func toolChoice(_ call: WireCall) -> JSONValue? {
    guard let name = call.answerTool, call.projection != nil else { return nil }
    return call.request.tools.isEmpty ? ["type": "function", "name": .string(name)] : "required"
  }

  // MARK: Answers

  func reply(from body: JSONValue, answerTool: String?) throws(WireFault) -> ModelReply {
    var answer = ResponsesAnswer(answerTool: answerTool)
    var reply = ModelReply("")
    for piece in try answer.take(whole: body) { reply.append(piece) }
    return reply
  }

  func makeStreamReader(answerTool: String?) -> any StreamReader {
    EventStream(ResponsesAnswer(answerTool: answerTool))
  }
}
