import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

@Suite("Models of providers")
struct RemoteModelTests {
  private static let answer =
    #"{"model":"m","message":{"content":"{\"a\":1}"},"done":true,"done_reason":"stop","eval_count":3}"#
  private let question = [Message(.user, "a?")]
  private let schema: CompiledSchema

  init() throws {
    schema = try CompiledSchema(
      parsing: #"{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}},"required":["a"]}"#)
  }

  private func model(_ name: String = "ollama:m", _ options: ModelOptions = ModelOptions()) throws -> RemoteModel {
    try RemoteModel(name, options: options, environment: { _ in nil })
  }

  /// Asks with answers from a list, on a clock on which nobody waits.
  private func ask(
    _ model: RemoteModel, _ transport: ScriptedTransport, clock: VirtualClock = VirtualClock(skippingSleep: true),
    schema: CompiledSchema? = nil, streams: Bool = false
  ) async throws -> ModelReply {
    try await CallEnvironment.with(clock: clock, dice: { UInt64.max }, transport: transport) {
      let request = ModelRequest(question, schema: schema, schemaName: "Thing")
      guard streams else { return try await model.reply(to: request) }
      var reply = ModelReply("")
      for try await piece in model.stream(request) { reply.append(piece) }
      return reply
    }
  }

  private func failure(_ body: () async throws -> ModelReply) async -> ModelError? {
    do {
      _ = try await body()
      return nil
    } catch {
      return error as? ModelError
    }
  }

  @Test("An answer comes back, whole and streamed", arguments: [false, true])
  func plain(streams: Bool) async throws {
    let transport = ScriptedTransport(
      ScriptedTransport.text(
        Self.answer, [(name: "X-Request-Id", value: "r1"), (name: "x-ratelimit-remaining-requests", value: "7")]))
    let reply = try await ask(model(), transport, streams: streams)
    #expect(reply.text == #"{"a":1}"#)
    #expect(reply.finish == .stop)
    #expect(reply.usage.output == 3)
    #expect(reply.ending.requestID == "r1")
    #expect(reply.ending.rateLimits == [RateLimit("requests", remaining: 7)])
    #expect(transport.requests.map(\.url) == ["http://127.0.0.1:11434/api/chat"])
    #expect(transport.requests[0].headers["authorization"] == nil)
  }

  @Test("What may pass is tried again, after the time that the provider asks for")
  func retries() async throws {
    let clock = VirtualClock(skippingSleep: true)
    let transport = ScriptedTransport(
      ScriptedTransport.text(#"{"error":"server busy"}"#, status: 503, [(name: "Retry-After", value: "7")]),
      ScriptedTransport.failure(.reset), ScriptedTransport.text(Self.answer))
    let reply = try await ask(model(), transport, clock: clock)
    #expect(reply.text == #"{"a":1}"#)
    #expect(clock.sleeps.count == 2)
    #expect(clock.sleeps[0] == .seconds(7))
    // The greatest number of the dice is the whole bound, which has doubled by now.
    #expect(clock.sleeps[1] > .milliseconds(999) && clock.sleeps[1] <= .seconds(1))
  }

  @Test("Tries have an end, and the error tells how many there were")
  func exhausted() async throws {
    let busy = ScriptedTransport.text(#"{"error":"server busy"}"#, status: 503)
    let transport = ScriptedTransport(busy, busy, busy, busy)
    let error = await failure { try await ask(model(), transport) }
    #expect(error?.kind == .overloaded)
    #expect(error?.row == "ollama.busy")
    #expect(error?.tries == 3)
    #expect(transport.requests.count == 3)
    #expect(error?.message == "Ollama has too much to do (status 503): server busy. Try again later.")
    #expect(error?.body == #"{"error":"server busy"}"#)
  }

  @Test("A wait that is too long, and time that is used up, are not waited for")
  func limits() async throws {
    let long = ScriptedTransport.text(#"{"error":"x"}"#, status: 503, [(name: "retry-after", value: "61")])
    let first = ScriptedTransport(long)
    let error = await failure { try await ask(model(), first) }
    #expect(error?.retryAfter == .seconds(61))
    #expect(error?.message.hasSuffix("It asks to wait 61 s.") == true)
    #expect(error?.tries == 1)
    let busy = ScriptedTransport.text(#"{"error":"x"}"#, status: 503)
    let second = ScriptedTransport(busy, busy, busy, busy)
    let retries = RetryPolicy(tries: 9, wait: .fixed(.seconds(2)), time: .seconds(5))
    #expect(await failure { try await ask(model("ollama:m", ModelOptions(retries: retries)), second) }?.tries == 3)
    let never = ScriptedTransport(busy)
    #expect(await failure { try await ask(model("ollama:m", ModelOptions(retries: .never)), never) }?.tries == 1)
  }

  @Test("What can't succeed is not tried again", arguments: [400, 401, 403, 404, 422])
  func lasting(status: Int) async throws {
    let transport = ScriptedTransport(ScriptedTransport.text(#"{"error":"no"}"#, status: status))
    #expect(await failure { try await ask(model(), transport) }?.tries == 1)
  }

  @Test("A failure whose words break off is still what its status says", arguments: [false, true])
  func brokenFailure(streams: Bool) async throws {
    let broken: ScriptedTransport.Answer = { _ in
      HTTPResponse(
        status: 401,
        body: HTTPBody(
          AsyncThrowingStream { continuation in
            continuation.yield(Array(#"{"error":"who are"#.utf8))
            continuation.finish(throwing: TransportError(.cut, "it broke off"))
          }))
    }
    let transport = ScriptedTransport(broken, ScriptedTransport.text(Self.answer))
    let error = await failure { try await ask(model(), transport, streams: streams) }
    #expect(error?.row == "ollama.signIn")
    #expect(error?.tries == 1)
    #expect(error?.body == #"{"error":"who are"#)
    let list = ScriptedTransport(broken, ScriptedTransport.text(#"{"models":[]}"#))
    let listed = await #expect(throws: ModelError.self) {
      try await CallEnvironment.with(clock: VirtualClock(skippingSleep: true), transport: list) {
        try await ProviderModels("ollama", environment: { _ in nil }).all()
      }
    }
    #expect(listed?.row == "ollama.signIn")
  }

  @Test("What a server says beside its answer shows no key", arguments: [false, true])
  func saidBeside(streams: Bool) async throws {
    let key = "Hunter2Hunter2"
    let message = #"{"content":"\#(key)","refusal":"not \#(key)"}"#
    let choice = #"{"index":0,"message":\#(message),"finish_reason":"no \#(key)"}"#
    let body = #"{"id":"\#(key)","choices":[\#(choice)]}"#
    let headers = [(name: "x-request-id", value: key)]
    let model = try model("compatible:m", ModelOptions(baseURL: "https://h.example", key: key))
    for more in [headers, []] {
      let text = ScriptedTransport.text(
        streams ? "data: \(body)\n\n" : body, more, type: streams ? "text/event-stream" : "application/json")
      let reply = try await ask(model, ScriptedTransport(text), streams: streams)
      #expect(reply.ending.requestID == "…")
      #expect(reply.ending.explanation == "not …")
      // The answer itself is not touched.
      #expect(reply.text == key)
    }
    let unknown = body.replacing(#""not \#(key)""#, with: "null")
    let reply = try await ask(model, ScriptedTransport(ScriptedTransport.text(unknown)))
    #expect(reply.finish.rawValue == "no …")
    let refused = ScriptedTransport(ScriptedTransport.text("{}", status: 400, headers))
    #expect(await failure { try await ask(model, refused) }?.requestID == "…")
    let sentOn = ScriptedTransport({ _ in
      throw TransportError(.redirect, "It is at hunter2hunter2.example.")
    })
    let error = await failure { try await ask(model, sentOn) }
    #expect(error?.message.contains("at ….example") == true)
    #expect("\(String(describing: error?.underlying))".lowercased().contains("hunter2") == false)
  }

  @Test("After a part of an answer was handed over, nothing is asked again")
  func handedOver() async throws {
    let line = Array((#"{"message":{"content":"{\"a\""},"done":false}"# + "\n").utf8)
    let transport = ScriptedTransport(
      { _ in
        HTTPResponse(
          status: 200,
          body: HTTPBody(
            AsyncThrowingStream { continuation in
              continuation.yield(line)
              continuation.finish(throwing: TransportError(.cut, "it broke off"))
            }))
      }, ScriptedTransport.text(Self.answer))
    let error = await failure { try await ask(model(), transport, streams: true) }
    #expect(error?.kind == .connection)
    #expect(error?.detail == "cut")
    #expect(transport.requests.count == 1)
    // Where nothing was handed over yet, it is.
    let again = ScriptedTransport(
      ScriptedTransport.pieces([Array(#"{"error":"unexpected EOF while it ran: server busy"}"#.utf8)]),
      ScriptedTransport.text(Self.answer))
    #expect(try await ask(model(), again, streams: true).text == #"{"a":1}"#)
  }

  @Test("What an answer has cost so far is no part of it: a failure behind that is tried again")
  func costAlone() async throws {
    let start = #"data: {"type":"message_start","message":{"id":"m","usage":{"input_tokens":5}}}"# + "\n\n"
    let failed = start + #"data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"# + "\n\n"
    let right =
      start
      + #"data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"# + "\n\n"
      + #"data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}"# + "\n\n"
      + #"data: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}"# + "\n\n"
      + #"data: {"type":"message_stop"}"# + "\n\n"
    let transport = ScriptedTransport(
      [failed, right].map { ScriptedTransport.pieces([Array($0.utf8)], type: "text/event-stream") })
    let reply = try await ask(model("anthropic:claude-sonnet-4-5"), transport, streams: true)
    #expect(reply.text == "Hi")
    #expect(transport.requests.count == 2)
  }

  @Test("The argument of a tool comes back in the shape of its schema", arguments: [false, true])
  func restoredArgument(streams: Bool) async throws {
    let call = #"{"index":0,"id":"c","function":{"name":"find","arguments":"{\"a\":1,\"b\":null}"}}"#
    let whole = #"{"choices":[{"message":{"tool_calls":[\#(call)]},"finish_reason":"tool_calls"}]}"#
    let events = #"data: {"choices":[{"delta":{"tool_calls":[\#(call)]},"finish_reason":"tool_calls"}]}"#
    let transport = ScriptedTransport(
      streams
        ? ScriptedTransport.pieces([Array((events + "\n\ndata: [DONE]\n\n").utf8)], type: "text/event-stream")
        : ScriptedTransport.text(whole))
    let request = ModelRequest(question, tools: [ToolOffer("find", "", schema: schema)])
    let reply = try await CallEnvironment.with(transport: transport) {
      let model = try model("openai:gpt-4o")
      guard streams else { return try await model.reply(to: request) }
      var reply = ModelReply("")
      for try await piece in model.stream(request) { reply.append(piece) }
      return reply
    }
    #expect(reply.toolCalls.map(\.arguments) == [#"{"a":1}"#])
  }

  @Test("A stream without its end is incomplete, not an error and not a success")
  func incomplete() async throws {
    let line = Array((#"{"message":{"content":"a"},"done":false}"# + "\n").utf8)
    let transport = ScriptedTransport(ScriptedTransport.pieces([line]))
    #expect(try await ask(model(), transport, streams: true).finish == .incomplete)
  }

  @Test("An answer that says nothing is asked for again, as often as the policy has it", arguments: [false, true])
  func nothing(streams: Bool) async throws {
    let empty = streams ? "" : #"{"message":{"content":""},"done":false}"#
    let transport = ScriptedTransport(ScriptedTransport.text(empty), ScriptedTransport.text(Self.answer))
    #expect(try await ask(model(), transport, streams: streams).text == #"{"a":1}"#)
    #expect(transport.requests.count == 2)
    let impatient = try model("ollama:m", ModelOptions(retries: .never))
    let once = ScriptedTransport(ScriptedTransport.text(empty))
    #expect(try await ask(impatient, once, streams: streams).finish == .incomplete)
  }

  @Test("What Groq holds back as no valid answer is handed over, for the caller to repair")
  func failedGeneration() async throws {
    let error = #"{"code":"json_validate_failed","message":"Failed","failed_generation":"{\"a\": 1,}"}"#
    let refused = ScriptedTransport.text(#"{"error":\#(error)}"#, status: 400)
    let transport = ScriptedTransport(refused)
    let reply = try await ask(model("groq:openai/gpt-oss-20b"), transport, schema: schema)
    #expect(reply.text == #"{"a": 1,}"#)
    #expect(reply.finish == .stop)
    let nothing = #"{"error":{"code":"json_validate_failed","failed_generation":""}}"#
    let empty = ScriptedTransport.text(nothing, status: 400)
    let refusal = await failure {
      try await ask(
        model("groq:openai/gpt-oss-20b", ModelOptions(retries: .never)), ScriptedTransport(empty), schema: schema)
    }
    #expect(refusal?.row == "groq.output.json")
  }

  @Test("A stream that ends in the middle of an event is incomplete; one of somebody else's words is malformed")
  func brokenOff() async throws {
    let line = #"{"message":{"content":"a"},"done":false}"# + "\n"
    let event = #"data: {"choices":[{"index":0,"delta":{"content":"a"}}]}"# + "\n\n"
    let over = #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"# + "\n\n"
    func finish(_ name: String, _ text: String) async throws -> FinishReason {
      let answer = ScriptedTransport.pieces([Array(text.utf8)])
      return try await ask(
        model(name, ModelOptions(key: "k", retries: .never)), ScriptedTransport(answer), streams: true
      ).finish
    }
    for end in 0..<(line.utf8.count - 1) {
      #expect(try await finish("ollama:m", line + line.prefix(end)) == .incomplete)
    }
    for end in 0..<(event.utf8.count - 2) {
      #expect(try await finish("openai:m", event + event.prefix(end)) == .incomplete)
    }
    for end in 0..."data: [DONE]".utf8.count {
      #expect(try await finish("openai:m", event + over + "data: [DONE]".prefix(end)) == .stop)
    }
    let pages = [
      ("ollama:m", line + "<html>"), ("openai:m", event + "data: <html>"), ("openai:m", "\u{FEFF} <html>\n</html>\n"),
      ("gemini:m", "<html>"),
    ]
    for (name, text) in pages {
      let error = await #expect(throws: ModelError.self) { try await finish(name, text) }
      #expect(error?.kind == .malformedReply)
    }
  }

  @Test("A schema that is refused leads to the next mode, which is remembered for it")
  func modes() async throws {
    let name = "ollama:modes"
    let refused = ScriptedTransport.text(#"{"error":"invalid JSON schema in format"}"#, status: 500)
    let transport = ScriptedTransport(refused, ScriptedTransport.text(Self.answer), ScriptedTransport.text(Self.answer))
    _ = try await ask(model(name), transport, schema: schema)
    _ = try await ask(model(name), transport, schema: schema)
    let bodies = try transport.requests.map { try JSONValue(parsing: $0.body) }
    #expect(bodies.map { $0["format"] != nil } == [true, false, false])
    #expect(bodies[1]["messages"]?[0]?["content"]?.string?.contains("Answer with one JSON value of this shape") == true)
    // Another schema is tried anew.
    let other = try CompiledSchema(parsing: #"{"type":"object"}"#)
    let second = ScriptedTransport(ScriptedTransport.text(Self.answer))
    _ = try await ask(model(name), second, schema: other)
    #expect(try JSONValue(parsing: second.requests[0].body)["format"] != nil)
    // A mode that was asked for is not changed.
    let third = ScriptedTransport(refused)
    let fixed = try model(name, ModelOptions(mode: .native))
    #expect(await failure { try await ask(fixed, third, schema: schema) }?.kind == .schemaRejected)
  }

  @Test("The cloud of Ollama, which does not follow schemas, is told the shape in words")
  func cloud() async throws {
    for (name, base) in [("ollama:m", "https://ollama.com"), ("ollama:m:120b-cloud", nil), ("ollama:m-cloud", nil)] {
      let transport = ScriptedTransport(ScriptedTransport.text(Self.answer))
      _ = try await ask(model(name, ModelOptions(baseURL: base)), transport, schema: schema)
      let body = try JSONValue(parsing: transport.requests[0].body)
      #expect(body["format"] == nil)
      #expect(body["messages"]?[0]?["role"]?.string == "system")
    }
  }

  @Test("A shape that the messages have is not said twice, be it with the root's description or without")
  func shapeOnce() throws {
    let described = try CompiledSchema(
      parsing: #"{"description":"A thing.","type":"object","properties":{"a":{"type":"integer"}}}"#)
    for describesRoot in [false, true] {
      let sketch = SchemaSketch.text(of: described, describingRoot: describesRoot)
      #expect(sketch.contains("A thing.") == describesRoot)
      let messages = [Message(.system, "Answer like this: \(sketch)")]
      #expect(ShapeNote.added(to: messages, described).map(\.text) == messages.map(\.text))
    }
    #expect(ShapeNote.added(to: [Message(.user, "a")], described).count == 2)
  }

  @Test("What a provider was asked for in another shape comes back in the one of the schema", arguments: [false, true])
  func restored(streams: Bool) async throws {
    let whole = #"{"id":"c","choices":[{"message":{"content":"{\"a\":1,\"b\":null}"},"finish_reason":"stop"}]}"#
    let events = """
      data: {"choices":[{"delta":{"content":"{\\"a\\":1,"}}]}

      data: {"choices":[{"delta":{"content":"\\"b\\":null}"},"finish_reason":"stop"}]}

      data: [DONE]


      """
    let transport = ScriptedTransport(
      streams
        ? ScriptedTransport.pieces([Array(events.utf8)], type: "text/event-stream") : ScriptedTransport.text(whole))
    let reply = try await ask(model("openai:gpt-4o"), transport, schema: schema, streams: streams)
    #expect(reply.text == #"{"a":1}"#)
    let body = try JSONValue(parsing: transport.requests[0].body)
    #expect(body["response_format"]?["json_schema"]?["strict"]?.bool == true)
  }

  @Test("A key is added on the last step, and shows nowhere")
  func keys() async throws {
    let key = "sk-very-secret-key"
    func sent(_ name: String, _ header: String, _ variable: String, _ value: String) async throws {
      let model = try RemoteModel(name, environment: { $0 == variable ? key : nil })
      let own = ScriptedTransport(ScriptedTransport.text(#"{"error":"\#(key) is wrong"}"#, status: 401))
      let keyed = KeyedTransport(endpoint: model.endpoint, base: own)
      let error = await failure {
        try await CallEnvironment.with(transport: keyed) { try await model.reply(to: ModelRequest(question)) }
      }
      #expect(own.requests[0].headers[header] == value)
      #expect(error?.kind == .authentication, "\(name)")
      #expect(error.map { "\($0) \($0.body ?? "")".contains(key) } == false)
      // What takes the transport's place sees no key.
      let other = ScriptedTransport(ScriptedTransport.text("{}", status: 401))
      _ = await failure {
        try await CallEnvironment.with(transport: other) { try await model.reply(to: ModelRequest(question)) }
      }
      #expect(!other.requests[0].headers.fields.contains { $0.value.contains(key) })
      var dumped = ""
      dump(model.options, to: &dumped)
      #expect(!dumped.contains(key))
    }
    try await sent("openai:gpt-5", "authorization", "OPENAI_API_KEY", "Bearer \(key)")
    try await sent("anthropic:claude-sonnet-4-5", "x-api-key", "ANTHROPIC_API_KEY", key)
    try await sent("gemini:gemini-2.5-flash", "x-goog-api-key", "GEMINI_API_KEY", key)
    try await sent("gemini:gemini-2.5-flash", "x-goog-api-key", "GOOGLE_API_KEY", key)
    try await sent("groq:openai/gpt-oss-20b", "authorization", "GROQ_API_KEY", "Bearer \(key)")
    try await sent("ollama:m", "authorization", "OLLAMA_API_KEY", "Bearer \(key)")
  }

  @Test("A key that is missing is told when a request would leave, and names its variable")
  func missingKey() async throws {
    let model = try model("anthropic:claude-sonnet-4-5")
    let keyed = KeyedTransport(endpoint: model.endpoint, base: ScriptedTransport())
    let error = await failure {
      try await CallEnvironment.with(transport: keyed) { try await model.reply(to: ModelRequest(question)) }
    }
    #expect(error?.kind == .authentication)
    #expect(error?.row == "request.key")
    #expect(
      error?.message == "Anthropic needs a key, and there is none. Set ANTHROPIC_API_KEY, or give the key in code.")
    #expect(error?.tries == 1)
  }

  @Test("Ollama that is not running, and a model that is not there, say what to run")
  func nextSteps() async throws {
    let gone = ScriptedTransport(Array(repeating: ScriptedTransport.failure(.refused), count: 3))
    #expect(await failure { try await ask(model(), gone) }?.message.hasSuffix("Run: ollama serve") == true)
    let missing = ScriptedTransport(ScriptedTransport.text(#"{"error":"model 'llama9' not found"}"#, status: 404))
    let error = await failure { try await ask(model("ollama:llama9"), missing) }
    #expect(error?.message.hasSuffix("Run: ollama pull llama9") == true)
    #expect(error?.anotherModelMayHelp == true)
  }

  @Test("Names that are none", arguments: ["", "llama", "openai", "openai:", "nobody:x", "compatible:x"])
  func badNames(name: String) throws {
    #expect(throws: ModelError.self) { try model(name) }
  }

  @Test("Answers that are none are malformed", arguments: ["", "<html>", "[]", "{", "null", "\u{FEFF}", "\u{FEFF}[]"])
  func malformed(body: String) async throws {
    let transport = ScriptedTransport(Array(repeating: ScriptedTransport.text(body), count: 3))
    let error = await failure { try await ask(model("openai:gpt-4o"), transport) }
    #expect(error?.kind == .malformedReply, "\(body)")
  }
}
