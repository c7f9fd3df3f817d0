import TypecastJSON

@testable import TypecastModels

/// A request without what two ways of saying the same may differ in, and without what we have no words for.
struct OpenAIPlainRequest {
  let isChat: Bool

  /// Members that stand for things our requests don't have.
  private static let unshared: Set<String> = [
    // What only the server's own tools, files and memory are about.
    "audio", "modalities", "background", "context_management", "conversation", "previous_response_id", "moderation",
    "prompt_cache_key", "web_search_options", "search_settings", "truncation", "include", "store",
    // Knobs of single servers, and of ways to sample that are not ours.
    "bogus", "clear_thinking", "format", "frequency_penalty", "grammar", "keep_alive", "logprobs", "models", "n",
    "options",
    "parallel_tool_calls", "presence_penalty", "preset", "provider", "reasoning_format", "safe_prompt", "service_tier",
    "thinking", "top_logprobs", "transforms", "usage", "user",
    // We demand a tool for the answer only, and ask each stream for its usage.
    "tool_choice", "stream_options", "functions", "function_call",
    // Some servers have the model in their address.
    "model",
  ]

  /// Members of messages and items that we don't send: what a server made for itself, names of speakers, thoughts in words.
  private static let unsharedInTurns: Set<String> = [
    "annotations", "name", "prefix", "refusal", "reasoning", "reasoning_content", "reasoning_details", "id", "status",
    "phase",
    "namespace", "logprobs", "images",
  ]

  func body(_ body: JSONObject) -> JSONObject {
    var plain = JSONObject()
    for member in body where member.value != .null && !Self.unshared.contains(member.key) {
      switch member.key {
      case "messages", "input": break
      case "instructions": break
      case "max_tokens", "max_completion_tokens", "max_output_tokens": plain["max_tokens"] = member.value
      case "random_seed": plain["seed"] = member.value
      case "stream" where member.value == false: break
      case "stop" where member.value == []: break
      case "stop": plain["stop"] = member.value.string == nil ? member.value : [member.value]
      case "tools":
        let tools = (member.value.array ?? []).map { tool -> JSONValue in
          let function = isChat ? tool["function"] : tool
          return [
            "name": function?["name"] ?? .null,
            "description": function?["description"]?.words.map { .string($0) } ?? .null,
          ]
        }
        if !tools.isEmpty { plain["tools"] = .array(tools) }
      case "response_format" where member.value["type"] != "json_schema": break
      case "text" where member.value["format"]?["type"] != "json_schema": break
      case "response_format": plain["format"] = format(member.value["json_schema"])
      case "text": plain["format"] = format(member.value["format"])
      case "reasoning" where isChat: break
      case "reasoning": if let effort = member.value["effort"], effort != .null { plain["effort"] = effort }
      default: plain[member.key] = member.value
      }
    }
    let turns = turns(body)
    plain["turns"] = .array(turns)
    return plain
  }

  private func turns(_ body: JSONObject) -> [JSONValue] {
    var turns: [JSONValue] = []
    if let words = body["instructions"]?.words {
      turns.append(["role": "system", "content": [["text": .string(words)]]])
    }
    let list = body[isChat ? "messages" : "input"]
    if let text = list?.string { turns.append(["role": "user", "content": [["text": .string(text)]]]) }
    for turn in list?.array ?? [] {
      // Thoughts are compared elsewhere.
      if turn["type"] == "reasoning" { continue }
      let plain = self.turn(turn)
      // Nobody has to say that the system and the model said nothing.
      if !isChat, plain.count == 1, plain["role"] != "user" { continue }
      turns.append(.object(plain))
    }
    guard !isChat else { return turns }
    // What the system says first may be said in one.
    let words = turns.prefix { $0["role"] == "system" }.compactMap { $0["content"]?[0]?["text"]?.string }
    if words.count > 1 {
      turns.removeFirst(words.count)
      turns.insert(["role": "system", "content": [["text": .string(words.joined(separator: "\n\n"))]]], at: 0)
    }
    return turns
  }

  private func turn(_ turn: JSONValue) -> JSONObject {
    var plain = JSONObject()
    for member in turn.object ?? [:] where member.value != .null {
      switch member.key {
      case "content":
        let parts = parts(member.value)
        if !parts.isEmpty { plain["content"] = .array(parts) }
      case "role": plain["role"] = member.value == "developer" ? "system" : member.value
      case "type" where member.value == "message": break
      case "name" where turn["type"] == "function_call": plain["name"] = member.value
      case "arguments": plain["arguments"] = member.value
      case "tool_calls": if member.value.array?.isEmpty == false { plain["tool_calls"] = calls(member.value) }
      case let key where Self.unsharedInTurns.contains(key): break
      default: plain[member.key] = member.value
      }
    }
    return plain
  }

  private func calls(_ json: JSONValue) -> JSONValue {
    .array(
      (json.array ?? []).map { call in
        [
          "id": call["id"] ?? .null, "name": call["function"]?["name"] ?? .null,
          "arguments": call["function"]?["arguments"] == "" ? "{}" : call["function"]?["arguments"] ?? .null,
        ]
      })
  }

  /// Parts of a message. Texts beside each other are one.
  private func parts(_ content: JSONValue) -> [JSONValue] {
    if let text = content.string { return text.isEmpty ? [] : [["text": .string(text)]] }
    var parts: [JSONValue] = []
    for part in content.array ?? [] {
      if let image = part["image_url"], part["type"] != "text" {
        parts.append(["image": image["url"] ?? image])
      } else if let text = part["text"]?.string {
        if let last = parts.last?["text"]?.string {
          parts[parts.count - 1] = ["text": .string(last + text)]
        } else {
          if !text.isEmpty { parts.append(["text": .string(text)]) }
        }
      }
    }
    return parts
  }

  /// What stands in the schema is said there, and what the answer is about is said in the prompt.
  private func format(_ json: JSONValue?) -> JSONValue {
    ["name": json?["name"] ?? .null, "hasSchema": .bool(json?["schema"]?.object != nil)]
  }
}
