import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

/// A request that others sent, read into our own types as far as these have a place for it.
struct OpenAISent {
  /// What keeps a request from being read: something that ours can't say.
  struct Unsaid: Error, Hashable { let what: String }

  var request: ModelRequest
  var isStreamed: Bool
  var model: String
  var thinks: Bool

  init(_ body: JSONObject, isChat: Bool) throws {
    model = body["model"]?.string ?? ""
    isStreamed = body["stream"]?.bool ?? false
    request = ModelRequest([])
    if isChat {
      guard let list = body["messages"]?.array else { throw Unsaid(what: "no messages") }
      for message in list { request.messages.append(try Self.message(message)) }
    } else {
      if let words = body["instructions"]?.string { request.messages.append(Message(.system, words)) }
      switch body["input"] {
      case .string(let text)?: request.messages.append(Message(.user, text))
      case .array(let items)?: for item in items { request.messages.append(try Self.item(item)) }
      default: throw Unsaid(what: "no input")
      }
    }
    var settings = Settings()
    settings.temperature = body["temperature"]?.number?.double
    settings.topP = body["top_p"]?.number?.double
    settings.maxTokens = body[isChat ? "max_completion_tokens" : "max_output_tokens"]?.int ?? body["max_tokens"]?.int
    if isChat { settings.seed = body["seed"]?.int ?? body["random_seed"]?.int }
    settings.stop = body["stop"]?.array?.compactMap(\.string) ?? body["stop"]?.string.map { [$0] }
    let effort = (isChat ? body["reasoning_effort"] : body["reasoning"]?["effort"])?.string
    settings.thinking = effort.map { .effort(Thinking.Effort(rawValue: $0)) }
    thinks = effort != nil || body["include"]?.array?.contains("reasoning.encrypted_content") == true
    request.settings = settings
    for tool in body["tools"]?.array ?? [] {
      let function = isChat ? tool["function"] : tool
      guard tool["type"] == "function", let name = function?["name"]?.string, let parameters = function?["parameters"],
        let schema = try? CompiledSchema(parsing: JSONWriter().string(of: parameters))
      else { throw Unsaid(what: "a tool of another sort") }
      request.tools.append(ToolOffer(name, function?["description"]?.string ?? "", schema: schema))
    }
    let format = isChat ? body["response_format"] : body["text"]?["format"]
    if format?["type"] == "json_schema" {
      guard let inner = isChat ? format?["json_schema"] : format, let text = inner["schema"],
        let schema = try? CompiledSchema(parsing: JSONWriter().string(of: text))
      else { throw Unsaid(what: "a format of another sort") }
      request.schema = schema
      request.schemaName = inner["name"]?.string ?? "answer"
    }
  }

  private static func message(_ json: JSONValue) throws -> Message {
    let calls = try (json["tool_calls"]?.array ?? []).map { call -> Message.Part in
      guard let function = call["function"] else { throw Unsaid(what: "a call of another sort") }
      return .toolCall(
        ToolCall(
          id: call["id"]?.string ?? "", name: function["name"]?.string ?? "",
          arguments: function["arguments"]?.string ?? ""))
    }
    if json["function_call"]?.object != nil { throw Unsaid(what: "function_call") }
    let content = try parts(json["content"])
    switch json["role"]?.string {
    case "system"?, "developer"?: return Message(.system, content)
    case "user"?: return Message(.user, content)
    case "assistant"?: return Message(.assistant, content + calls)
    case "tool"?:
      let text = Message(.tool, content).text
      return Message(.tool, [.toolResult(ToolResult(id: json["tool_call_id"]?.string ?? "", name: "", text: text))])
    default: throw Unsaid(what: "a message of another role")
    }
  }

  private static func item(_ json: JSONValue) throws -> Message {
    switch json["type"]?.string ?? "message" {
    case "message": return try message(json)
    case "function_call":
      return Message(
        .assistant,
        [
          .toolCall(
            ToolCall(
              id: json["call_id"]?.string ?? "", name: json["name"]?.string ?? "",
              arguments: json["arguments"]?.string ?? ""))
        ])
    case "function_call_output":
      guard let text = json["output"]?.string else { throw Unsaid(what: "an output that is no text") }
      return Message(.tool, [.toolResult(ToolResult(id: json["call_id"]?.string ?? "", name: "", text: text))])
    case "reasoning":
      let text = (json["summary"]?.array ?? []).compactMap { $0["text"]?.string }.joined(separator: "\n\n")
      return Message(
        .assistant, [.thought(Thought(text, signature: json["encrypted_content"]?.words, id: json["id"]?.string))])
    default: throw Unsaid(what: "an item of another sort")
    }
  }

  private static func parts(_ content: JSONValue?) throws -> [Message.Part] {
    switch content {
    case nil, .null?: return []
    case .string(let text)?: return [.text(text)]
    case .array(let list)?:
      return try list.map { part in
        switch part["type"]?.string {
        case "text"?, "input_text"?, "output_text"?: return .text(part["text"]?.string ?? "")
        case "image_url"?:
          return .image(Image(url: part["image_url"]?["url"]?.string ?? part["image_url"]?.string ?? ""))
        case "input_image"? where part["image_url"]?.string != nil:
          return .image(Image(url: part["image_url"]?.string ?? ""))
        default: throw Unsaid(what: "a part of another sort")
        }
      }
    default: throw Unsaid(what: "content of another sort")
    }
  }
}
