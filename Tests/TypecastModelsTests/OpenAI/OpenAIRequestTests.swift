import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

@Suite("Requests in OpenAI's words")
struct OpenAIRequestTests {
  private static let shape = """
    {"type":"object","properties":{"city":{"type":"string"},"days":{"type":"integer"}},"required":["city"]}
    """

  /// A request with everything in it that a conversation can have.
  private func full(_ format: any WireFormat) throws -> ModelRequest {
    let schema = try CompiledSchema(parsing: Self.shape)
    var request = ModelRequest(
      [
        Message(.system, "Be brief."), Message(.system, "Answer in English."),
        Message(
          .user,
          [
            .text("What is this?"), .image(Image([1, 2, 3], mediaType: "image/png")),
            .image(Image(url: "https://example.com/a.png")),
          ]),
        Message(
          .assistant,
          [
            .text("Wait."), .thought(Thought("Look.", signature: "seal", id: "rs_1")),
            .thought(Thought("Mine.", signature: "theirs")),
            .toolCall(ToolCall(id: "c1", name: "find", arguments: #"{"city":"Rom"}"#)),
            .toolCall(ToolCall(id: "c2", name: "go", arguments: "")),
          ]),
        Message(
          .tool,
          [
            .toolResult(ToolResult(id: "c1", name: "find", text: "none")),
            .toolResult(ToolResult(id: "c2", name: "go", text: "no such place", isError: true)),
          ]),
        Message(.assistant, [.toolCall(ToolCall(id: "c3", name: "find", arguments: "{}"))]),
        Message(.tool, [.toolResult(ToolResult(id: "c3", name: "find", text: "Rome"))]), Message(.user, "Go on."),
      ],
      settings: Settings(
        temperature: 0.5, topP: 0.25, maxTokens: 10, seed: 7, stop: format is OpenAIChat ? ["END"] : nil,
        thinking: .effort(.high)),
      schema: schema, schemaName: "Weather report (v2)")
    request.tools = [ToolOffer("find", "Finds things.", schema: schema)]
    return request
  }

  private func json(
    _ format: any WireFormat, _ request: ModelRequest, _ mode: AnswerMode, model: String = "m",
    isStreamed: Bool = false,
    thinks: Bool? = true, dialect: Dialect? = .openAIStrict
  ) throws -> JSONValue {
    let call = WireCall(
      model: model, request: request, mode: mode, isStreamed: isStreamed,
      profile: Profile(dialect: dialect, toolDialect: dialect ?? .llamaCpp, thinks: thinks))
    return try format.request(for: call).body
  }

  @Test(
    "A request says everything",
    arguments: [
      ("openai-chat", OpenAIChat(.openAI) as any WireFormat, "gpt-5.1", Dialect.openAIStrict),
      ("groq-chat", OpenAIChat(.groq), "openai/gpt-oss-20b", .groq),
      ("compatible-chat", OpenAIChat(.compatible), "qwen3", .llamaCpp),
      ("openai-responses", OpenAIResponses(), "gpt-5.1", .openAIStrict),
    ])
  func golden(name: String, format: any WireFormat, model: String, dialect: Dialect) throws {
    let request = try full(format)
    for mode in AnswerMode.allCases {
      let body = try json(format, request, mode, model: model, isStreamed: mode == .native, dialect: dialect)
      Golden.expect(
        JSONWriter(style: .pretty).string(of: body) + "\n", equals: "Golden/requests/\(name)-\(mode.rawValue).json")
    }
  }

  @Test("A request goes to the path of its API")
  func paths() throws {
    let call = WireCall(
      model: "m", request: ModelRequest([Message(.user, "Hi")]), mode: .prompted, isStreamed: false, profile: Profile())
    let chat = try OpenAIChat(.openAI).request(for: call)
    #expect(chat.path == "/chat/completions")
    #expect(chat.body == ["model": "m", "messages": [["role": "user", "content": "Hi"]]])
    let responses = try OpenAIResponses().request(for: call)
    #expect(responses.path == "/responses")
    #expect(responses.body == ["model": "m", "input": [["role": "user", "content": "Hi"]], "store": false])
    #expect(chat.method == "POST" && responses.method == "POST")
  }

  @Test("A tool that takes the answer is demanded by name where it stands alone, and by a word elsewhere")
  func toolChoice() throws {
    let schema = try CompiledSchema(parsing: Self.shape)
    let alone = ModelRequest([Message(.user, "Hi")], schema: schema, schemaName: "Report")
    var among = alone
    among.tools = [ToolOffer("find", "Finds things.", schema: schema)]
    let named: JSONValue = ["type": "function", "function": ["name": "Report"]]
    #expect(try json(OpenAIChat(.openAI), alone, .tool)["tool_choice"] == named)
    #expect(try json(OpenAIChat(.openAI), among, .tool)["tool_choice"] == "required")
    #expect(try json(OpenAIChat(.compatible), alone, .tool)["tool_choice"] == "required")
    #expect(try json(OpenAIResponses(), alone, .tool)["tool_choice"] == ["type": "function", "name": "Report"])
    #expect(try json(OpenAIResponses(), among, .tool)["tool_choice"] == "required")
    #expect(try json(OpenAIChat(.openAI), among, .native)["tool_choice"] == nil)
  }

  @Test("Strict is said only to those who hold to it")
  func strict() throws {
    let request = ModelRequest([Message(.user, "Hi")], schema: try CompiledSchema(parsing: Self.shape))
    func strict(_ traits: OpenAIChat.Traits, _ model: String, _ dialect: Dialect) throws -> JSONValue? {
      try json(OpenAIChat(traits), request, .native, model: model, dialect: dialect)["response_format"]?[
        "json_schema"]?["strict"]
    }
    #expect(try strict(.openAI, "gpt-4o", .openAIStrict) == true)
    #expect(try strict(.groq, "openai/gpt-oss-120b", .groq) == true)
    #expect(try strict(.groq, "llama-3.3-70b", .groq) == nil)
    #expect(try strict(.compatible, "qwen3", .llamaCpp) == nil)
    #expect(try strict(.compatible, "gpt-4o", .openAIStrict) == true)
    let responses = try json(OpenAIResponses(), request, .native, dialect: .llamaCpp)
    #expect(responses["text"]?["format"]?["strict"] == false)
  }

  @Test("Without a dialect no shape is sent")
  func noDialect() throws {
    let request = ModelRequest([Message(.user, "Hi")], schema: try CompiledSchema(parsing: Self.shape))
    let call = WireCall(model: "m", request: request, mode: .native, isStreamed: false, profile: Profile())
    #expect(try OpenAIChat(.openAI).request(for: call).body["response_format"] == nil)
    #expect(try OpenAIResponses().request(for: call).body["text"] == nil)
  }

  @Test(
    "How hard to think, in the words of each house",
    arguments: [
      ("gpt-5.1", OpenAIChat.Traits.openAI, Thinking.off, "none"), ("gpt-5-mini", .openAI, .off, "minimal"),
      ("gpt-5", .openAI, .off, "minimal"), ("o3-mini", .openAI, .off, "low"), ("gpt-5.1", .openAI, .on, "medium"),
      ("gpt-5.1", .openAI, .effort(.low), "low"), ("o3", .openAI, .budget(9), "medium"),
      ("qwen/qwen3-32b", .groq, .off, "none"), ("qwen/qwen3-32b", .groq, .on, "default"),
      ("openai/gpt-oss-20b", .groq, .off, "low"), ("openai/gpt-oss-20b", .groq, .on, "medium"),
      ("qwen3", .compatible, .off, "none"), ("qwen3", .compatible, .effort(.high), "high"),
    ])
  func effort(model: String, traits: OpenAIChat.Traits, thinking: Thinking, word: JSONValue) throws {
    var request = ModelRequest([Message(.user, "Hi")])
    request.settings.thinking = thinking
    let body = try json(OpenAIChat(traits), request, .prompted, model: model)
    #expect(body["reasoning_effort"] == word)
    #expect((body["reasoning_format"] == "parsed") == model.contains("qwen/"))
    for thinks in [nil, false] {
      #expect(try json(OpenAIChat(traits), request, .prompted, model: model, thinks: thinks)["reasoning_effort"] == nil)
    }
    if traits == .openAI {
      let body = try json(OpenAIResponses(), request, .prompted, model: model)
      #expect(body["reasoning"]?["effort"] == word)
      #expect(body["include"] == ["reasoning.encrypted_content"])
      let other = try json(OpenAIResponses(), request, .prompted, model: model, thinks: nil)
      #expect(other["reasoning"] == nil)
      #expect(other["include"] == nil)
    }
  }

  @Test("What an API can't say is refused with the row of its table")
  func refused() throws {
    let picture = ModelRequest([Message(.assistant, [.image(Image(url: "https://example.com/a.png"))])])
    for format in [OpenAIChat(.openAI), OpenAIResponses()] as [any WireFormat] {
      do {
        _ = try json(format, picture, .prompted)
        Issue.record("nothing was thrown by \(format.name)")
      } catch let error as ModelError {
        #expect(error.kind == .unsupported)
        #expect(error.row == "request.picture.role")
      }
    }
    let stop = ModelRequest([Message(.user, "Hi")], settings: Settings(stop: ["END"]))
    do {
      _ = try json(OpenAIResponses(), stop, .prompted)
      Issue.record("nothing was thrown")
    } catch let error as ModelError {
      #expect(error.row == "request.stop")
    }
  }

  @Test("A thought goes back with the call behind it, and not with a text")
  func thoughts() throws {
    let thought = Message.Part.thought(Thought("", signature: "seal", id: "rs_1"))
    let call = Message.Part.toolCall(ToolCall(id: "c1", name: "f", arguments: "{}"))
    func types(_ parts: [Message.Part]) throws -> [String] {
      let body = try json(OpenAIResponses(), ModelRequest([Message(.assistant, parts)]), .prompted)
      return (body["input"]?.array ?? []).map { $0["type"]?.string ?? "text" }
    }
    #expect(try types([thought, call]) == ["reasoning", "function_call"])
    #expect(
      try types([.text("a"), thought, thought, call, call]) == [
        "text", "reasoning", "reasoning", "function_call", "function_call",
      ])
    #expect(try types([thought, .text("a"), call]) == ["text", "function_call"])
    #expect(try types([thought, .text("a")]) == ["text"])
    for other in [
      Thought("a"), Thought("a", signature: "s"), Thought("a", id: "rs_1"), Thought("a", signature: "s", id: "x"),
    ] {
      #expect(try types([.thought(other), call]) == ["function_call"])
    }
  }

  @Test("Mistral has its own name for a seed, and tells usage unasked")
  func mistral() throws {
    let request = ModelRequest([Message(.user, "Hi")], settings: Settings(maxTokens: 5, seed: 7))
    let body = try json(OpenAIChat(.mistral), request, .prompted, isStreamed: true, thinks: nil)
    #expect(body["random_seed"] == 7)
    #expect(body["max_tokens"] == 5)
    #expect(body["seed"] == nil && body["stream_options"] == nil)
  }

  @Test("Messages of odd parts lose nothing that can be said")
  func oddMessages() throws {
    let request = ModelRequest([
      Message(.assistant, [.thought(Thought("Hm."))]), Message(.user, []),
      Message(.tool, [.toolResult(ToolResult(id: "a", name: "f", text: "x")), .text("And look.")]),
    ])
    #expect(
      try json(OpenAIChat(.openAI), request, .prompted)["messages"] == [
        ["role": "assistant", "content": ""], ["role": "user", "content": ""],
        ["role": "tool", "tool_call_id": "a", "content": "x"], ["role": "user", "content": "And look."],
      ])
    #expect(
      try json(OpenAIResponses(), request, .prompted)["input"] == [
        ["role": "user", "content": ""], ["type": "function_call_output", "call_id": "a", "output": "x"],
        ["role": "user", "content": "And look."],
      ])
    let system = try json(OpenAIResponses(), ModelRequest([Message(.system, "a"), Message(.system, "b")]), .prompted)
    #expect(system["input"] == [["role": "developer", "content": "a"], ["role": "developer", "content": "b"]])
    #expect(system["instructions"] == nil)
    let later = try json(OpenAIResponses(), ModelRequest([Message(.user, "a"), Message(.system, "b")]), .prompted)
    #expect(later["input"] == [["role": "user", "content": "a"], ["role": "developer", "content": "b"]])
  }
}
