import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

extension Sent {
  /// A request to Gemini, in either way to write its names.
  init(gemini body: JSONValue) throws {
    guard let contents = body["contents"]?.array else { throw Unsaid(what: "no contents") }
    if let words = PlainJSON.words(of: body["systemInstruction"]) { request.messages.append(Message(.system, words)) }
    for content in contents {
      guard let parts = content["parts"]?.array else { throw Unsaid(what: "a message without parts") }
      let isModel = content["role"] == "model"
      let hasResults = parts.contains { $0["functionResponse"] != nil || $0["function_response"] != nil }
      let role: Message.Role = isModel ? .assistant : hasResults ? .tool : .user
      request.messages.append(Message(role, try parts.flatMap(Self.geminiParts)))
    }
    let config = body["generationConfig"]
    request.settings.temperature = config?["temperature"]?.number?.double
    request.settings.topP = config?["topP"]?.number?.double
    request.settings.maxTokens = config?["maxOutputTokens"]?.int
    request.settings.seed = config?["seed"]?.int
    request.settings.stop = config?["stopSequences"]?.array?.compactMap(\.string)
    let thinking = config?["thinkingConfig"]
    let budget = (thinking?["thinkingBudget"] ?? thinking?["thinking_budget"])?.int
    if let level = (thinking?["thinkingLevel"] ?? thinking?["thinking_level"])?.string {
      request.settings.thinking = .effort(Thinking.Effort(rawValue: level))
    } else if let budget {
      request.settings.thinking = budget == 0 ? .off : .budget(budget)
    } else if (thinking?["includeThoughts"] ?? thinking?["include_thoughts"]) == true {
      request.settings.thinking = .on
    }
    for tool in body["tools"]?.array ?? [] {
      guard let functions = tool["functionDeclarations"]?.array else { throw Unsaid(what: "a tool of another sort") }
      for function in functions {
        // What stands in the schema is said elsewhere.
        request.tools.append(
          ToolOffer(
            function["name"]?.string ?? "", function["description"]?.string ?? "",
            schema: try Self.schema(["type": "object"])))
      }
    }
    if config?["responseSchema"] != nil || config?["responseJsonSchema"] != nil {
      request.schema = try Self.schema(["type": "object"])
    }
  }

  private static func geminiParts(_ part: JSONValue) throws -> [Message.Part] {
    let signature = (part["thoughtSignature"] ?? part["thought_signature"])?.string
    if let call = part["functionCall"] ?? part["function_call"] {
      let id = call["id"]?.words ?? GeminiAnswer.madeUpID
      return [
        .toolCall(
          ToolCall(
            id: id, name: call["name"]?.string ?? "", arguments: JSONWriter().string(of: call["args"] ?? .null),
            signature: signature))
      ]
    }
    if let result = part["functionResponse"] ?? part["function_response"] {
      guard let response = result["response"], result["parts"] == nil else { throw Unsaid(what: "a result of parts") }
      return [
        .toolResult(
          ToolResult(
            id: result["id"]?.words ?? GeminiAnswer.madeUpID, name: result["name"]?.string ?? "",
            text: JSONWriter().string(of: response)))
      ]
    }
    if let data = part["inlineData"] ?? part["inline_data"], part["videoMetadata"] == nil {
      let type = (data["mimeType"] ?? data["mime_type"])?.string ?? ""
      return [.image(Image(url: "data:\(type);base64,\(data["data"]?.string ?? "")"))]
    }
    if let file = part["fileData"] ?? part["file_data"], part["videoMetadata"] == nil {
      return [
        .image(
          Image(
            url: (file["fileUri"] ?? file["file_uri"])?.string ?? "",
            mediaType: (file["mimeType"] ?? file["mime_type"])?.string ?? ""))
      ]
    }
    guard let text = part["text"]?.string else { throw Unsaid(what: "a part of another sort") }
    if part["thought"] == true { return [.thought(Thought(text, signature: signature, id: GeminiTurns.signedThought))] }
    let signed = signature.map { Message.Part.thought(Thought("", signature: $0, id: GeminiTurns.signedAnswer)) }
    return (signed.map { [$0] } ?? []) + [.text(text)]
  }
}

extension PlainJSON {
  /// What is said in the parts of a message.
  static func words(of content: JSONValue?) -> String? {
    let words = content?["parts"]?.array?.compactMap { $0["text"]?.string }.joined(separator: "\n\n")
    return words.flatMap { $0.isEmpty ? nil : $0 }
  }

  static func gemini(_ body: JSONValue) -> JSONObject {
    let config = body["generationConfig"]
    var plain = picked(config, ["temperature", "topP", "maxOutputTokens", "seed", "stopSequences"])
    if let schema = config?["responseJsonSchema"] ?? config?["responseSchema"], schema != .null {
      plain["hasSchema"] = true
      plain["type"] = config?["responseMimeType"] ?? .null
    }
    if let thinking = config?["thinkingConfig"].map(named) {
      // Whether thoughts are shown is for whoever shows them.
      var picked = picked(thinking, ["thinkingBudget", "thinkingLevel"])
      if let level = picked["thinkingLevel"]?.string { picked["thinkingLevel"] = .string(level.lowercased()) }
      if !picked.isEmpty { plain["thinking"] = .object(picked) }
    }
    plain.set("system", JSONValue(words(of: body["systemInstruction"])))
    let tools = (body["tools"]?.array ?? []).flatMap { $0["functionDeclarations"]?.array ?? [] }
    if !tools.isEmpty { plain["tools"] = .array(tools.map { .object(picked($0, ["name", "description"])) }) }
    plain["turns"] = turns(
      (body["contents"]?.array ?? []).map { content in
        (content["role"] == "model" ? "model" : "user", (content["parts"]?.array ?? []).compactMap(part))
      })
    return plain
  }

  private static func part(_ json: JSONValue) -> JSONValue? {
    var plain = named(json).object ?? [:]
    if plain.count == 1, plain["text"] == "" { return Optional.none }
    // Thoughts that nobody signed don't go back, and names of files are not for the model.
    if plain["thought"] == true, plain["thoughtSignature"] == nil { return Optional.none }
    if let data = plain["inlineData"] { plain["inlineData"] = .object(picked(data, ["mimeType", "data"])) }
    if let data = plain["fileData"] { plain["fileData"] = .object(picked(data, ["mimeType", "fileUri"])) }
    if plain["functionCall"] != nil, plain["functionCall"]?["args"] == nil { return Optional.none }
    return .object(plain)
  }

  /// With names as they are written elsewhere, two objects deep: some write `thought_signature`.
  private static func named(_ json: JSONValue) -> JSONValue {
    var named = JSONObject()
    for member in json.object ?? [:] where member.value != .null {
      let words = member.key.split(separator: "_")
      let key = words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
      let isInner = key == "inlineData" || key == "fileData"
      named[key] = isInner ? Self.named(member.value) : member.value
    }
    return .object(named)
  }
}
