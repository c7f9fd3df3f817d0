import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

@Suite("What a call does when a provider is unwell")
struct RemoteCallTests {
  private static let answer = #"{"message":{"content":"{\"a\":1}"},"done":true,"done_reason":"stop"}"#
  private let question = [Message(.user, "a?")]
  private let schema: CompiledSchema

  init() throws {
    schema = try CompiledSchema(
      parsing: #"{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"],"additionalProperties":false}"#
    )
  }

  private func model(_ name: String, _ options: ModelOptions = ModelOptions()) throws -> RemoteModel {
    try RemoteModel(name, options: options, environment: { _ in nil })
  }

  private func pieces(_ model: RemoteModel, _ transport: any Transport, _ request: ModelRequest) async throws
    -> [ModelPiece]
  {
    try await CallEnvironment.with(clock: VirtualClock(skippingSleep: true), transport: transport) {
      var pieces: [ModelPiece] = []
      for try await piece in model.stream(request) { pieces.append(piece) }
      return pieces
    }
  }

  private func reply(_ model: RemoteModel, _ transport: any Transport, _ request: ModelRequest) async throws
    -> ModelReply
  {
    try await CallEnvironment.with(clock: VirtualClock(skippingSleep: true), transport: transport) {
      try await model.reply(to: request)
    }
  }

  private func error(_ body: () async throws -> Void) async -> ModelError? {
    do {
      try await body()
      return nil
    } catch {
      return error as? ModelError
    }
  }

  private func heldBack(_ text: String, _ message: String = "Failed to validate") -> String {
    let error: JSONValue = [
      "code": "json_validate_failed", "message": .string(message), "failed_generation": .string(text),
    ]
    return JSONWriter().string(of: ["error": error])
  }

  @Test("What Groq held back because it was cut is no whole answer")
  func cutAnswer() async throws {
    let body = heldBack(
      #"{"a": 12, "b": "the long"#, "max completion tokens reached before generating a valid document")
    let request = ModelRequest(question, schema: schema)
    let transport = ScriptedTransport(ScriptedTransport.text(body, status: 400))
    #expect(try await reply(model("groq:openai/gpt-oss-20b"), transport, request).finish == .length)
    // What is open without a word about it is asked for again.
    let open = ScriptedTransport(
      Array(repeating: ScriptedTransport.text(heldBack(#"{"a": [1"#), status: 400), count: 3))
    let error = await error { _ = try await reply(model("groq:openai/gpt-oss-20b"), open, request) }
    #expect(error?.row == "groq.output.json" && open.requests.count == 3)
  }

  @Test("What Groq held back comes as it was written, however long it is and whatever it looks like")
  func unmasked() async throws {
    let text =
      #"{"a": 1, "url": "https://x.example/?token=abcdefghijkl", "b": ""# + String(repeating: "x", count: 100_000)
      + #"",}"#
    let transport = ScriptedTransport(ScriptedTransport.text(heldBack(text), status: 400))
    let reply = try await reply(model("groq:openai/gpt-oss-20b"), transport, ModelRequest(question, schema: schema))
    #expect(reply.text == text)
  }

  @Test("A key shows in no description of what holds it")
  func descriptions() throws {
    let key = "plain-very-secret-key"
    let model = try RemoteModel(
      "openai:gpt-5", options: ModelOptions(key: key, headers: [("api-key", "other-secret")]), environment: { _ in nil }
    )
    var text = "\(model) \(String(reflecting: model)) \(model.endpoint) \(model.connection)"
    dump(model, to: &text)
    dump(try EmbeddingModel("openai:e", options: ModelOptions(key: key)), to: &text)
    dump(try ProviderModels("openai", options: ModelOptions(key: key)), to: &text)
    dump(KeyedTransport(endpoint: model.endpoint, base: ScriptedTransport()), to: &text)
    #expect(!text.contains(key) && !text.contains("other-secret"))
    #expect(model.connection.masked("a other-secret b") == "a … b")
  }

  @Test("A request does not show the password of its address")
  func requests() {
    #expect(HTTPRequest("GET", "http://user:pw@h:1/p?key=a#f").description == "GET http://h:1/p, 0 bytes")
    #expect(HTTPRequest("GET", "http://h/a@b", body: [1]).description == "GET http://h/a@b, 1 bytes")
  }

  @Test("An answer that is whole stays so where the connection breaks behind its end")
  func cutBehindTheEnd() async throws {
    for (name, text) in [
      ("ollama:m", Self.answer + "\n"),
      ("compatible:m", #"data: {"choices":[{"delta":{"content":"x"},"finish_reason":"stop"}]}"# + "\n\n"),
      (
        "gemini:gemini-2.5-flash",
        #"data: {"candidates":[{"content":{"parts":[{"text":"x"}]},"finishReason":"STOP"}]}"# + "\n\n"
      ),
    ] {
      for kind in [TransportError.Kind.cut, .reset, .idleTimeout] {
        let transport = BrokenTransport(Array(text.utf8), kind)
        let model = try model(name, ModelOptions(baseURL: "http://127.0.0.1:1"))
        let pieces = try await pieces(model, transport, ModelRequest(question))
        guard case .end(let ending)? = pieces.last else { throw TransportError(.other, "no end") }
        #expect(ending.finish == .stop, "\(name)")
      }
    }
    // Before its end it is none.
    let transport = BrokenTransport(Array((#"{"message":{"content":"x"},"done":false}"# + "\n").utf8), .cut)
    #expect(
      await error { _ = try await pieces(model("ollama:m"), transport, ModelRequest(question)) }?.kind == .connection)
  }

  @Test("Ollama is not waited for behind its end")
  func done() async throws {
    let transport = BrokenTransport(Array((Self.answer + "\n").utf8), nil)
    let pieces = try await pieces(model("ollama:m"), transport, ModelRequest(question))
    guard case .end? = pieces.last else { throw TransportError(.other, "no end") }
  }

  @Test("A tool call that Ollama could not read is the model's fault, and is asked for again")
  func brokenCall() async throws {
    let broken = ScriptedTransport.text(
      #"{"error":"error parsing tool call: raw='{x', err=invalid character 'x' looking for beginning"}"#, status: 500)
    let transport = ScriptedTransport(broken, ScriptedTransport.text(Self.answer))
    #expect(try await reply(model("ollama:m"), transport, ModelRequest(question)).text == #"{"a":1}"#)
  }

  @Test("Refusing a mode beside tools, or for a tool of the caller, says nothing about the mode alone")
  func modes() async throws {
    let tool = ToolOffer("find", "", schema: schema)
    let refused = ScriptedTransport.text(
      #"{"error":{"code":400,"status":"INVALID_ARGUMENT","message":"Function calling with a response mime type: 'application/json' is unsupported"}}"#,
      status: 400)
    let answer = ScriptedTransport.text(
      #"{"candidates":[{"content":{"parts":[{"text":"{}"}]},"finishReason":"STOP"}]}"#)
    let model = try model("gemini:gemini-2.5-mode-test")
    let both = ScriptedTransport(refused, answer)
    _ = try await reply(model, both, ModelRequest(question, schema: schema, tools: [tool]))
    let alone = ScriptedTransport(answer)
    _ = try await reply(model, alone, ModelRequest(question, schema: schema))
    let body = try JSONValue(parsing: alone.requests[0].body)
    #expect(body["generationConfig"]?["responseMimeType"]?.string == "application/json")
    // A tool of the caller stays in every mode: another one would be asked in vain.
    let unable = ScriptedTransport.text(
      #"{"error":{"message":"m does not support tools","type":"invalid_request_error"}}"#, status: 400)
    let once = ScriptedTransport(unable)
    let other = try self.model("compatible:tools-test", ModelOptions(baseURL: "http://127.0.0.1:1/v1"))
    let error = await error { _ = try await reply(other, once, ModelRequest(question, schema: schema, tools: [tool])) }
    #expect(error?.kind == .unsupported && once.requests.count == 1)
  }

  @Test("Pieces of an answer that had to come in an object come without it")
  func wrapped() async throws {
    let list = try CompiledSchema(parsing: #"{"type":"array","items":{"type":"string"}}"#)
    let text = #"{ "value" : ["a","b"]}"#
    let events = text.map { character in
      let piece: JSONValue = ["choices": [["delta": ["content": .string(String(character))]]]]
      return Array("data: \(JSONWriter().string(of: piece))\n\n".utf8)
    }
    let end = Array((#"data: {"choices":[{"delta":{},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n").utf8)
    let transport = ScriptedTransport(ScriptedTransport.pieces(events + [end], type: "text/event-stream"))
    let pieces = try await pieces(model("openai:gpt-4o"), transport, ModelRequest(question, schema: list))
    let shown = pieces.compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(shown.joined() == #" ["a","b"]"#)
    #expect(shown.count > 5)
  }

  @Test("A root that is no object is the argument of no tool as it is")
  func argument() async throws {
    let list = try CompiledSchema(parsing: #"{"type":"array","items":{"type":"string"}}"#)
    let call =
      #"{"content":[{"type":"tool_use","id":"t","name":"answer","input":{"value":["a"]}}],"stop_reason":"tool_use"}"#
    let transport = ScriptedTransport(ScriptedTransport.text(call))
    let model = try model("anthropic:claude-sonnet-4-5", ModelOptions(mode: .tool))
    let reply = try await reply(model, transport, ModelRequest(question, schema: list, schemaName: "answer"))
    #expect(reply.text == #"["a"]"#)
    let body = try JSONValue(parsing: transport.requests[0].body)
    #expect(body["tools"]?[0]?["input_schema"]?["type"]?.string == "object")
  }

  @Test("A failure is told although its body never ends")
  func endlessFailure() async throws {
    let transport = BrokenTransport(Array(#"{"error":"#.utf8), nil, status: 401)
    let clock = VirtualClock()
    let asking = Task {
      await error {
        try await CallEnvironment.with(clock: clock, transport: transport) {
          _ = try await model("openai:gpt-4o").reply(to: ModelRequest(question))
        }
      }
    }
    while clock.sleeperCount == 0 { await Task.yield() }
    clock.advance(by: .seconds(5))
    #expect(await asking.value?.kind == .authentication)
  }

  @Test("An ending that is no end has the kind of its row, and is tried again where that may help")
  func endings() async throws {
    let failed = ScriptedTransport.text(#"{"candidates":[{"finishReason":"MALFORMED_FUNCTION_CALL"}]}"#)
    let right = ScriptedTransport.text(#"{"candidates":[{"content":{"parts":[{"text":"x"}]},"finishReason":"STOP"}]}"#)
    let transport = ScriptedTransport(failed, right)
    #expect(try await reply(model("gemini:gemini-2.5-flash"), transport, ModelRequest(question)).text == "x")
    let never = try model("gemini:gemini-2.5-flash", ModelOptions(retries: .never))
    let reply = try await reply(never, ScriptedTransport(failed), ModelRequest(question))
    #expect(reply.ending.failureKind == .invalidOutput)
  }

  @Test("A stream that calls itself JSON is read as what it is", arguments: [false, true])
  func misnamed(streams: Bool) async throws {
    let text = #"data: {"choices":[{"delta":{"content":"x"},"finish_reason":"stop"}]}"# + "\n\ndata: [DONE]\n\n"
    let transport = ScriptedTransport(ScriptedTransport.text(text))
    let model = try model("openai:gpt-4o")
    if streams {
      let pieces = try await pieces(model, transport, ModelRequest(question))
      guard case .text("x")? = pieces.first else { throw TransportError(.other, "\(pieces)") }
    } else {
      #expect(try await reply(model, transport, ModelRequest(question)).text == "x")
    }
  }

  @Test("The time of all tries bounds each of them, too")
  func time() async throws {
    let transport = ScriptedTransport(ScriptedTransport.text(Self.answer))
    let model = try model("ollama:m", ModelOptions(retries: RetryPolicy(time: .seconds(5))))
    _ = try await reply(model, transport, ModelRequest(question))
    #expect(transport.requests[0].limits.total == .seconds(5))
    #expect(transport.requests[0].limits.firstByte == .seconds(600))
  }

  @Test("More options stand beside ours")
  func extraBody() async throws {
    let transport = ScriptedTransport(ScriptedTransport.text(Self.answer))
    let options = ModelOptions(extraBody: ["options": ["num_ctx": 9, "seed": 2]])
    var request = ModelRequest(question)
    request.settings.temperature = 0
    request.settings.seed = 1
    _ = try await reply(model("ollama:m", options), transport, request)
    let sent = try JSONValue(parsing: transport.requests[0].body)["options"]
    #expect(sent == ["temperature": 0, "seed": 2, "num_ctx": 9])
  }
}

/// A transport whose answer breaks off behind some bytes, or never ends.
private struct BrokenTransport: Transport {
  let bytes: [UInt8]
  let kind: TransportError.Kind?
  let status: Int

  init(_ bytes: [UInt8], _ kind: TransportError.Kind?, status: Int = 200) {
    (self.bytes, self.kind, self.status) = (bytes, kind, status)
  }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let (stream, feed) = AsyncThrowingStream.makeStream(of: [UInt8].self, throwing: (any Error).self)
    feed.yield(bytes)
    if let kind { feed.finish(throwing: TransportError(kind, "It broke.")) }
    return HTTPResponse(status: status, body: HTTPBody(stream))
  }
}
