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

  @Test(
    "A temperature is sent to models that don't think, or need not and do not",
    arguments: [
      ("gpt-4o", Thinking?.none, true), ("gpt-5.1", nil, true), ("gpt-5.1", .off, true), ("gpt-5.1", .on, false),
      ("gpt-5.4-mini-2026-03-17", nil, true), ("gpt-5.2", .effort(.low), false), ("gpt-5.2-pro", nil, false),
      ("gpt-5.1-codex", nil, false), ("gpt-5.5", nil, false), ("gpt-5.5", .off, true), ("gpt-5", nil, false),
      ("gpt-5-mini-2025-08-07", .off, false), ("o3", nil, false), ("o4-mini-2025-04-16", .off, false),
    ])
  func sampled(model: String, thinking: Thinking?, isSent: Bool) throws {
    let settings = Settings(temperature: 0.5, topP: 0.25, thinking: thinking)
    let request = ModelRequest([Message(.user, "Hi")], settings: settings)
    let thinks = model != "gpt-4o"
    for format in [OpenAIChat(.openAI), OpenAIResponses()] as [any WireFormat] {
      let body = try json(format, request, .prompted, model: model, thinks: thinks)
      #expect((body["temperature"] != nil) == isSent, "\(format.name)")
      #expect((body["top_p"] != nil) == isSent, "\(format.name)")
    }
    #expect(try json(OpenAIChat(.compatible), request, .prompted, model: model)["temperature"] != nil)
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
    for traits in [OpenAIChat.Traits.openAI, .groq] {
      var many = ModelRequest([Message(.user, "Hi")], settings: Settings(stop: ["1", "2", "3", "4"]))
      #expect(try json(OpenAIChat(traits), many, .prompted)["stop"]?.array?.count == 4)
      many.settings.stop?.append("5")
      let error = #expect(throws: ModelError.self) { try json(OpenAIChat(traits), many, .prompted) }
      #expect(error?.row == "request.stop")
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
