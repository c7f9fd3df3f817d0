import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

@Suite("Requests in Anthropic's words")
struct AnthropicRequestTests {
  private func json(
    _ request: ModelRequest, _ mode: AnswerMode = .prompted, model: String = "claude-sonnet-4-5",
    isStreamed: Bool = false, maxTokens: Int? = nil
  ) throws -> JSONValue {
    let call = WireCall(
      model: model, request: request, mode: mode, isStreamed: isStreamed,
      profile: Profile(dialect: .anthropic, toolDialect: .anthropic, maxTokens: maxTokens))
    let wire = try AnthropicMessages().request(for: call)
    #expect(wire.path == "/v1/messages")
    #expect(wire.method == "POST")
    #expect(wire.headers.map { "\($0.name): \($0.value)" } == ["anthropic-version: 2023-06-01"])
    return wire.body
  }

  private func asked(_ settings: Settings = Settings(), tokensLeft: Int? = nil) -> ModelRequest {
    var request = ModelRequest([Message(.user, "Hi")], settings: settings)
    request.tokensLeft = tokensLeft
    return request
  }

  private func messages(_ messages: [Message]) throws -> JSONValue? { try json(ModelRequest(messages))["messages"] }

  @Test("The limit is the least of what is wished for and what is left")
  func limit() throws {
    func limit(_ wished: Int?, left: Int?, own: Int? = nil) throws -> Int? {
      try json(asked(Settings(maxTokens: wished), tokensLeft: left), maxTokens: own)["max_tokens"]?.int
    }
    #expect(try limit(100, left: nil) == 100)
    #expect(try limit(100, left: 7) == 7)
    #expect(try limit(100, left: 7000) == 100)
    #expect(try limit(nil, left: nil, own: 4096) == 4096)
    #expect(try limit(nil, left: 50_000, own: 4096) == 4096)
    #expect(try limit(nil, left: 50_000) == 8192)
    #expect(try limit(nil, left: 0) == 1)
  }

  @Test(
    "Models are told to think as each of them takes it",
    arguments: [
      ("claude-3-5-haiku-20241022", Thinking.on, "null", "null", 8192),
      ("claude-sonnet-4-5", .off, "null", "null", 8192),
      ("claude-3-7-sonnet-20250219", .on, #"{"type":"enabled","budget_tokens":8192}"#, "null", 16_384),
      ("claude-sonnet-4-5-20250929", .effort(.low), #"{"type":"enabled","budget_tokens":2048}"#, "null", 10_240),
      ("claude-opus-4-1@20250805", .budget(20_000), #"{"type":"enabled","budget_tokens":20000}"#, "null", 28_192),
      ("claude-haiku-4-5", .budget(1), #"{"type":"enabled","budget_tokens":1024}"#, "null", 9216),
      ("claude-opus-4-6", .budget(2000), #"{"type":"enabled","budget_tokens":2000}"#, "null", 10_192),
      ("claude-opus-4-6", .effort(.high), #"{"type":"adaptive"}"#, #"{"effort":"high"}"#, 24_576),
      ("claude-opus-4-7", .budget(2000), #"{"type":"adaptive","display":"summarized"}"#, "null", 24_576),
      ("claude-opus-4-7", .off, "null", "null", 8192),
      ("claude-sonnet-5", .on, #"{"type":"adaptive","display":"summarized"}"#, "null", 24_576),
      ("claude-opus-5", .off, #"{"type":"disabled"}"#, "null", 8192),
      ("claude-fable-5", .off, "null", "null", 24_576),
      (
        "claude-mythos-preview", .effort(.low), #"{"type":"adaptive","display":"summarized"}"#, #"{"effort":"low"}"#,
        24_576
      ),
      ("anthropic/claude-3-5-sonnet", .on, "null", "null", 8192),
      ("qwen3-coder", .on, #"{"type":"enabled","budget_tokens":8192}"#, "null", 16_384),
    ])
  func thinking(model: String, thinking: Thinking, value: String, output: String, limit: Int) throws {
    let body = try json(asked(Settings(thinking: thinking)), model: model)
    #expect(body["thinking"] ?? .null == (try JSONValue(parsing: value)))
    #expect(body["output_config"] ?? .null == (try JSONValue(parsing: output)))
    #expect(body["max_tokens"]?.int == limit)
  }

  @Test("A budget for thoughts leaves room for an answer, or is dropped")
  func budget() throws {
    func budget(_ wished: Int, of limit: Int?, left: Int? = nil) throws -> Int? {
      let body = try json(asked(Settings(maxTokens: limit, thinking: .budget(wished)), tokensLeft: left))
      let budget = body["thinking"]?["budget_tokens"]?.int
      if let budget { #expect(budget < body["max_tokens"]?.int ?? 0) }
      return budget
    }
    #expect(try budget(2000, of: 6000) == 2000)
    #expect(try budget(9000, of: 6000) == 4976)
    #expect(try budget(9000, of: 2048) == 1024)
    #expect(try budget(1024, of: 2000) == nil)
    #expect(try budget(9000, of: nil, left: 4000) == 2976)
    #expect(try budget(9000, of: nil, left: 1000) == nil)
    #expect(try budget(.max, of: nil) == .max - 1024)
  }

  @Test("Settings are sent as far as the model takes them")
  func sampling() throws {
    func sent(_ model: String, _ settings: Settings) throws -> [Double?] {
      let body = try json(asked(settings), model: model)
      return [body["temperature"]?.number?.double, body["top_p"]?.number?.double]
    }
    let both = Settings(temperature: 1.5, topP: 0.5)
    #expect(try sent("claude-3-haiku-20240307", both) == [1, 0.5])
    #expect(try sent("claude-sonnet-4-20250514", both) == [1, 0.5])
    #expect(try sent("claude-sonnet-4-5", both) == [1, nil])
    #expect(try sent("claude-sonnet-4-5", Settings(topP: 0.5)) == [nil, 0.5])
    #expect(try sent("claude-opus-4-7", both) == [nil, nil])
    #expect(try sent("claude-opus-5", both) == [nil, nil])
    #expect(try sent("glm-4.6", both) == [1, 0.5])
    var thinking = both
    thinking.thinking = .on
    #expect(try sent("claude-sonnet-4-5", thinking) == [nil, nil])
    // It has too little room to think, and so does not.
    thinking.maxTokens = 500
    #expect(try sent("claude-sonnet-4-5", thinking) == [1, nil])
  }

  @Test("The tool that takes the answer is demanded, but of a model that thinks by a budget")
  func toolChoice() throws {
    let schema = try CompiledSchema(parsing: #"{"type":"object"}"#)
    var request = asked()
    request.schema = schema
    func choice(_ model: String = "claude-sonnet-4-5") throws -> JSONValue? {
      try json(request, .tool, model: model)["tool_choice"]
    }
    #expect(try choice() == ["type": "tool", "name": "answer", "disable_parallel_tool_use": true])
    #expect(try choice("claude-opus-5") == ["type": "tool", "name": "answer", "disable_parallel_tool_use": true])
    request.tools = [ToolOffer("find", "", schema: schema)]
    #expect(try choice() == ["type": "any"])
    request.settings.thinking = .on
    #expect(try choice() == ["type": "auto"])
    #expect(try choice("claude-opus-4-6") == ["type": "any"])
    #expect(try choice("claude-3-haiku-20240307") == ["type": "any"])
    request.settings.thinking = .off
    #expect(try choice() == ["type": "any"])
    #expect(try json(request, .native)["tool_choice"] == nil)
    #expect(try json(request, .native)["tools"]?.array?.count == 1)
  }

  @Test("What the API would refuse in messages is not sent")
  func messages() throws {
    #expect(try messages([Message(.user, "a"), Message(.user, " \n"), Message(.assistant, [])])?.array?.count == 1)
    // Where only the system speaks, it is the user who does.
    let alone = try json(ModelRequest([Message(.system, "Tell a joke.")]))
    #expect(alone["system"] == nil)
    #expect(alone["messages"] == [["role": "user", "content": [["type": "text", "text": "Tell a joke."]]]])
    // Results come before what is said.
    let mixed = try messages([
      Message(.user, "a"), Message(.assistant, [.toolCall(ToolCall(id: "c", name: "f", arguments: "nonsense"))]),
      Message(.user, "And?"), Message(.tool, [.toolResult(ToolResult(id: "c", name: "f", text: "", isError: true))]),
    ])
    #expect(mixed?[1]?["content"]?[0]?["input"] == [:])
    #expect(
      mixed?[2]?["content"] == [
        ["type": "tool_result", "tool_use_id": "c", "content": "It failed.", "is_error": true],
        ["type": "text", "text": "And?"],
      ])
    // What nobody signed here stays away.
    let thoughts = [Thought("a"), Thought("a", signature: ""), Thought("a", signature: "s", id: "rs_1")]
    #expect(try messages([Message(.assistant, thoughts.map { .thought($0) }), Message(.user, "a")])?.array?.count == 1)
  }

  @Test("Ids are of letters that the API takes, and none stands for two calls")
  func ids() throws {
    func call(_ id: String) -> Message {
      Message(.assistant, [.toolCall(ToolCall(id: id, name: "f", arguments: "{}"))])
    }
    func result(_ id: String) -> Message { Message(.tool, [.toolResult(ToolResult(id: id, name: "f", text: "x"))]) }
    let ids = ["functions.f:0", "functions_f:0", "c-1", "c-1", "", "é"]
    let turns = try messages(ids.flatMap { [call($0), result($0)] })?.array ?? []
    let calls = turns.compactMap { $0["content"]?[0]?["id"]?.string }
    #expect(calls == ["functions_f_0", "functions_f_0_2", "c-1", "c-1_2", "call", "__"])
    #expect(turns.compactMap { $0["content"]?[0]?["tool_use_id"]?.string } == calls)
  }

  @Test("Pictures are sent with what they are, and never in the model's name")
  func pictures() throws {
    func source(_ image: Image) throws -> JSONValue? {
      try messages([Message(.user, [.image(image)])])?[0]?["content"]?[0]?["source"]
    }
    let gif: JSONValue = ["type": "base64", "media_type": "image/gif", "data": "R0lGOA=="]
    #expect(try source(Image(Array("GIF8".utf8), mediaType: "")) == gif)
    #expect(try source(Image(url: "data:image/gif;base64,R0lGOA==")) == gif)
    #expect(try source(Image([0xFF, 0xD8, 0xFF], mediaType: ""))?["media_type"] == "image/jpeg")
    #expect(try source(Image(Array("RIFF0000WEBP".utf8), mediaType: ""))?["media_type"] == "image/webp")
    #expect(try source(Image([1], mediaType: ""))?["media_type"] == "image/png")
    #expect(try source(Image(url: "https://e.com/a")) == ["type": "url", "url": "https://e.com/a"])
    #expect(try source(Image(url: "data:text"))?["type"] == "url")
    let error = #expect(throws: ModelError.self) {
      try messages([Message(.assistant, [.image(Image([1], mediaType: "image/png"))])])
    }
    #expect(error?.kind == .unsupported)
    #expect(error?.row == "request.picture.role")
  }
}
