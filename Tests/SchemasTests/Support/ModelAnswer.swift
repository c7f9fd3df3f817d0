import Typecast
import TypecastJSON

/// What a model answers, in the words of the provider that it is asked through.
struct ModelAnswer {
  /// The answer in pieces, as its transport gives them.
  let pieces: [[UInt8]]
  let mediaType: String

  private init(_ body: JSONValue) {
    pieces = [JSONWriter().bytes(of: body)]
    mediaType = "application/json"
  }

  private init(lines: [JSONValue]) {
    pieces = lines.map { JSONWriter().bytes(of: $0) + [UInt8(ascii: "\n")] }
    mediaType = "application/x-ndjson"
  }

  private static func tokens(_ text: String) -> JSONValue { .number(JSONNumber((text.utf8.count + 3) / 4)) }

  // MARK: Ollama

  private static func ollama(_ model: String, _ text: String, ending: [(String, JSONValue)]?) -> JSONValue {
    var line = JSONObject()
    line["model"] = .string(model)
    line["created_at"] = "2026-11-27T09:00:00.000000000Z"
    line["message"] = ["role": "assistant", "content": .string(text)]
    line["done"] = .bool(ending != nil)
    for (name, value) in ending ?? [] { line[name] = value }
    return .object(line)
  }

  private static func ollamaEnding(_ text: String, _ reason: String) -> [(String, JSONValue)] {
    let count = tokens(text)
    return [("done_reason", .string(reason)), ("prompt_eval_count", 1_204), ("eval_count", count)]
  }

  static func ollama(_ text: String, from model: String = "llama3.2", reason: String = "stop") -> ModelAnswer {
    ModelAnswer(ollama(model, text, ending: ollamaEnding(text, reason)))
  }

  /// The same as a stream, a line for every few characters.
  static func ollamaStream(_ text: String, from model: String = "llama3.2", by length: Int = 24) -> ModelAnswer {
    var rest = text[...]
    var lines: [JSONValue] = []
    while !rest.isEmpty {
      lines.append(ollama(model, String(rest.prefix(length)), ending: nil))
      rest = rest.dropFirst(length)
    }
    return ModelAnswer(lines: lines + [ollama(model, "", ending: ollamaEnding(text, "stop"))])
  }

  // MARK: OpenAI and Groq

  private static func chat(
    _ model: String, message: JSONValue, _ text: String, reason: String
  ) -> ModelAnswer {
    ModelAnswer([
      "id": "chatcmpl-1", "object": "chat.completion", "created": 1_795_770_000, "model": .string(model),
      "choices": [["index": 0, "message": message, "finish_reason": .string(reason)]],
      "usage": ["prompt_tokens": 1_204, "completion_tokens": tokens(text)],
    ])
  }

  static func chat(_ text: String, from model: String, reason: String = "stop") -> ModelAnswer {
    chat(model, message: ["role": "assistant", "content": .string(text), "refusal": nil], text, reason: reason)
  }

  static func chatRefusal(_ text: String, from model: String) -> ModelAnswer {
    chat(model, message: ["role": "assistant", "content": nil, "refusal": .string(text)], text, reason: "stop")
  }

  /// An answer by way of a tool, whose arguments are a text that the model wrote.
  static func chatTool(_ text: String, tool: String, from model: String) -> ModelAnswer {
    let call: JSONValue = [
      "id": "call_1", "type": "function", "function": ["name": .string(tool), "arguments": .string(text)],
    ]
    return chat(
      model, message: ["role": "assistant", "content": nil, "tool_calls": [call]], text, reason: "tool_calls")
  }

  // MARK: Gemini

  static func gemini(_ text: String, from model: String = "gemini-2.5-flash", reason: String = "STOP") -> ModelAnswer {
    ModelAnswer([
      "candidates": [
        [
          "content": ["role": "model", "parts": [["text": .string(text)]]], "finishReason": .string(reason), "index": 0,
        ]
      ],
      "usageMetadata": ["promptTokenCount": 1_204, "candidatesTokenCount": tokens(text)],
      "modelVersion": .string(model),
    ])
  }

  // MARK: Anthropic

  static func anthropic(_ text: String, from model: String = "claude-sonnet-4-5", reason: String = "end_turn")
    -> ModelAnswer
  {
    ModelAnswer([
      "id": "msg_1", "type": "message", "role": "assistant", "model": .string(model),
      "content": [["type": "text", "text": .string(text)]], "stop_reason": .string(reason), "stop_sequence": nil,
      "usage": ["input_tokens": 1_204, "output_tokens": tokens(text)],
    ])
  }
}
