import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

extension Sent {
  /// A request to Anthropic.
  init(anthropic body: JSONValue) throws {
    guard let messages = body["messages"]?.array else { throw Unsaid(what: "no messages") }
    model = body["model"]?.string ?? ""
    isStreamed = body["stream"]?.bool ?? false
    if let words = body["system"]?.words { request.messages.append(Message(.system, words)) }
    for part in body["system"]?.array ?? [] { request.messages.append(Message(.system, part["text"]?.string ?? "")) }
    for message in messages {
      guard let role = message["role"]?.string.flatMap(Message.Role.init), role != .system else {
        throw Unsaid(what: "a message of another role")
      }
      let content = message["content"]
      let parts = try content?.string.map { [.text($0)] } ?? (content?.array ?? []).map(Self.anthropicPart)
      request.messages.append(Message(role, parts))
    }
    request.settings.maxTokens = body["max_tokens"]?.int
    request.settings.temperature = body["temperature"]?.number?.double
    request.settings.topP = body["top_p"]?.number?.double
    request.settings.stop = body["stop_sequences"]?.array?.compactMap(\.string)
    let effort = body["output_config"]?["effort"]?.string.map { Thinking.Effort(rawValue: $0) }
    switch body["thinking"]?["type"]?.string {
    case "enabled"?: request.settings.thinking = body["thinking"]?["budget_tokens"]?.int.map { .budget($0) }
    case "adaptive"?: request.settings.thinking = effort.map { .effort($0) } ?? .on
    case "disabled"?: request.settings.thinking = .off
    default: if effort != nil { throw Unsaid(what: "an effort without thoughts") }
    }
    for tool in body["tools"]?.array ?? [] {
      guard let name = tool["name"]?.string, tool["input_schema"] != nil else {
        throw Unsaid(what: "a tool of another sort")
      }
      request.tools.append(
        ToolOffer(name, tool["description"]?.string ?? "", schema: try Self.schema(tool["input_schema"])))
    }
    if let schema = body["output_config"]?["format"]?["schema"] { request.schema = try Self.schema(schema) }
    if body["tool_choice"]?["type"] == "tool", let name = body["tool_choice"]?["name"]?.string,
      request.tools.count == 1, request.tools[0].name == name, request.schema == nil
    {
      // One tool that has to be called is how an answer is taken.
      mode = .tool
      request.schema = request.tools[0].schema
      request.schemaName = name
      request.tools = []
    }
  }

  private static func anthropicPart(_ part: JSONValue) throws -> Message.Part {
    switch part["type"]?.string {
    case "text"?: return .text(part["text"]?.string ?? "")
    case "image"?:
      let source = part["source"]
      let type = source?["media_type"]?.string ?? ""
      if let url = source?["url"]?.string { return .image(Image(url: url)) }
      guard let data = source?["data"]?.string else { throw Unsaid(what: "a picture that is kept elsewhere") }
      return .image(Image(url: "data:\(type);base64,\(data)"))
    case "thinking"?:
      return .thought(Thought(part["thinking"]?.string ?? "", signature: part["signature"]?.string))
    case "redacted_thinking"?:
      return .thought(Thought("", signature: part["data"]?.string, id: AnthropicMessages.redacted))
    case "tool_use"?:
      return .toolCall(
        ToolCall(
          id: part["id"]?.string ?? "", name: part["name"]?.string ?? "",
          arguments: JSONWriter().string(of: part["input"] ?? .null)))
    case "tool_result"?:
      return .toolResult(
        ToolResult(
          id: part["tool_use_id"]?.string ?? "", name: "", text: try resultText(part["content"]),
          isError: part["is_error"]?.bool ?? false))
    default: throw Unsaid(what: "a part of another sort")
    }
  }

  static func resultText(_ content: JSONValue?) throws -> String {
    if let text = content?.string { return text }
    return try (content?.array ?? []).map { part in
      guard let text = part["text"]?.string else { throw Unsaid(what: "a result that is no text") }
      return text
    }.joined()
  }
}

extension PlainJSON {
  static func anthropic(_ body: JSONValue) -> JSONObject {
    var plain = picked(
      body, ["model", "max_tokens", "temperature", "top_p", "stop_sequences", "thinking", "tool_choice"])
    // A tool may be demanded for other reasons than ours; that it may be called goes without saying.
    if body["tool_choice"]?["type"] != "tool" || body["tools"]?.array?.count != 1 {
      plain["tool_choice"] = Optional<JSONValue>.none
    } else {
      // Some ask for one call by a second word, as we do.
      plain["tool_choice"] = .object(picked(body["tool_choice"], ["type", "name"]))
    }
    // Not to think is said by leaving it out, too; and while a model thinks, its temperature is 1.
    switch body["thinking"]?["type"]?.string {
    case "disabled"?: plain["thinking"] = Optional<JSONValue>.none
    case let type?:
      plain["thinking"] = .object(picked(body["thinking"], ["type", "budget_tokens"]))
      if type == "enabled", plain["temperature"] == 1 { plain["temperature"] = Optional<JSONValue>.none }
    case nil: break
    }
    if body["stream"] == true { plain["stream"] = true }
    let system =
      body["system"]?.string ?? body["system"]?.array?.compactMap { $0["text"]?.string }.joined(separator: "\n\n")
    plain.set("system", JSONValue(system.flatMap { $0.isEmpty ? nil : $0 }))
    plain.set("effort", body["output_config"]?["effort"])
    if body["output_config"]?["format"]?["schema"] != nil { plain["hasFormat"] = true }
    let tools = (body["tools"]?.array ?? []).map { tool -> JSONValue in
      // Of the tool that takes the answer, the words are our own.
      let keys: Set<String> = plain["tool_choice"] == nil ? ["name", "description"] : ["name"]
      return .object(picked(tool, keys))
    }
    if !tools.isEmpty { plain["tools"] = .array(tools) }
    plain["turns"] = turns(
      (body["messages"]?.array ?? []).map { message in
        let content = message["content"]
        let blocks = content?.string.map { [["type": "text", "text": .string($0)]] } ?? content?.array ?? []
        return (message["role"]?.string ?? "", blocks.compactMap(block))
      })
    return plain
  }

  private static func block(_ json: JSONValue) -> JSONValue? {
    if json["type"] == "text", json["text"]?.words == nil { return Optional.none }
    var plain = json.object ?? [:]
    // Who called a tool, what is cached and what a text is quoted from is for the server to know.
    for key in ["cache_control", "caller", "citations"] { plain[key] = Optional<JSONValue>.none }
    if json["type"] == "tool_result" {
      plain["content"] = JSONValue.string((try? Sent.resultText(json["content"])) ?? "")
      if json["is_error"] == false { plain["is_error"] = Optional<JSONValue>.none }
    }
    return .object(plain)
  }
}
