import TestSupport
import Testing
import Typecast

import struct GoldenTypes.PersonClient

@Suite("Settings, environment and middleware of a call")
struct CallSettingsTests {
  private let answer = #"{"name": "Ada", "nick": null}"#

  @Test("The settings of a call come before those of the client, and these before those of the prompt")
  func order() async throws {
    let model = ScriptedModel(answer)
    var asker = Asker(
      model, schema: try CompiledSchema(parsing: "true"), named: "Thing",
      settings: Settings(maxTokens: 5, seed: 2, timeLimits: TimeLimits(connect: .seconds(1), idle: .seconds(2))))
    asker.policy = .once
    _ = try await asker.ask(
      [PromptMessage(.user, "?")],
      settings: Settings(seed: 3, stop: [], timeLimits: TimeLimits(idle: .seconds(3))),
      of: PromptSettings(temperature: 0.5, maxTokens: 9, seed: 1, stop: ["x"]))
    let settings = model.requests[0].settings
    #expect((settings.temperature, settings.maxTokens, settings.seed) == (0.5, 5, 3))
    #expect(settings.stop == [])
    #expect(settings.timeLimits == TimeLimits(connect: .seconds(1), idle: .seconds(3)))
  }

  @Test("Ids come from the environment, and out of its dice where nothing else is said")
  func ids() async throws {
    let model = ScriptedModel(answer, answer)
    let reply = try await CallEnvironment.with(ids: { "one" }) { try await PersonClient(model).extract(text: "") }
    #expect(reply.attempts[0].id == "one")
    let other = try await CallEnvironment.with(dice: { 255 }) { try await PersonClient(model).extract(text: "") }
    #expect(other.attempts[0].id == "00000000000000ff")
    #expect(model.requests.map(\.id) == ["one", "00000000000000ff"])
  }

  /// Writes its name down on the way in and out, and counts pieces.
  private struct Noting: ModelMiddleware {
    let name: String
    let note: @Sendable (String) -> Void

    func reply(
      to request: ModelRequest, of model: any Model, next: @Sendable (ModelRequest) async throws -> ModelReply
    ) async throws -> ModelReply {
      note("\(name) in")
      defer { note("\(name) out") }
      var request = request
      request.settings.seed = (request.settings.seed ?? 0) * 10 + name.count
      return try await next(request)
    }

    func stream(
      _ request: ModelRequest, of model: any Model, next: @escaping @Sendable (ModelRequest) -> ModelStream
    ) -> ModelStream {
      note("\(name) stream")
      return next(request)
    }
  }

  @Test("Middleware stands in the order in which it was given, and may change what goes on")
  func middleware() async throws {
    let log = Log()
    let script = ScriptedModel(answer, answer)
    let model = script.with(Noting(name: "a", note: log.add), Noting(name: "bb", note: log.add))
    _ = try await PersonClient(model).extract(text: "")
    #expect(log.lines == ["a in", "bb in", "bb out", "a out"])
    #expect(script.requests[0].settings.seed == 12)
    _ = try await PersonClient(model).streamExtract(text: "").reply()
    #expect(log.lines.suffix(2) == ["a stream", "bb stream"])
  }

  @Test("A trace tells what is asked and answered, and shows no text unless it is told to", arguments: [false, true])
  func trace(showsTexts: Bool) async throws {
    struct Broken: Error, CustomStringConvertible { let description = "no network" }
    let log = Log()
    let ids = Counter()
    let script = ScriptedModel([
      .success(ModelReply("secret\nlines", usage: Usage(input: 5), thinking: "hm")),
      .success(ModelReply(answer, ending: ModelEnding(requestID: "req_1"))), .success(ModelReply(answer)),
      .failure(Broken()), .failure(Broken()),
    ])
    let client = PersonClient(script.with(Trace(showingTexts: showsTexts, log.add)), settings: Settings(temperature: 0))
    await CallEnvironment.with(clock: VirtualClock(), ids: { ids.next() }) {
      _ = try? await client.extract(text: "a secret")
      _ = try? await client.streamExtract(text: "a secret").reply()
      _ = try? await client.extract(text: "a secret")
      _ = try? await client.streamExtract(text: "a secret").reply()
    }
    #expect(log.lines.joined().contains("secret") == showsTexts)
    Golden.expect(
      log.lines.joined(separator: "\n") + "\n", equals: "Golden/calls/trace\(showsTexts ? "-with-texts" : "").txt")
  }

  /// Answers every request with its own URL.
  private struct Echo: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      HTTPResponse(status: 200, headers: request.headers, body: HTTPBody([Array(request.url.utf8)]))
    }
  }

  private struct Marking: TransportMiddleware {
    let mark: String

    func send(
      _ request: HTTPRequest, next: @Sendable (HTTPRequest) async throws -> HTTPResponse
    ) async throws -> HTTPResponse {
      var request = request
      request.headers["X-Mark"] = (request.headers["x-mark"] ?? "") + mark
      return try await next(request)
    }
  }

  @Test("A transport is set for a task and all that it starts, and may have middleware of its own")
  func transport() async throws {
    try await CallEnvironment.with(transport: Echo().with(Marking(mark: "a"), Marking(mark: "b"))) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          let transport = CallEnvironment.current.transport(Nowhere())
          let response = try await transport.send(HTTPRequest("GET", "http://localhost/x"))
          #expect(response.headers["X-MARK"] == "ab")
          #expect(try await response.body.bytes() == Array("http://localhost/x".utf8))
        }
        try await group.waitForAll()
      }
    }
    await #expect(throws: Nowhere.Reached.self) {
      try await CallEnvironment.current.transport(Nowhere()).send(HTTPRequest("GET", "http://localhost/"))
    }
  }

  /// Sends nothing.
  private struct Nowhere: Transport {
    struct Reached: Error {}
    func send(_ request: HTTPRequest) async throws -> HTTPResponse { throw Reached() }
  }

  @Test("What is shown of a request has no value of a header, no body and no query in it")
  func redaction() {
    var request = HTTPRequest("POST", "https://example.com/v1/chat?key=secret", body: Array("secret".utf8))
    request.headers["Authorization"] = "Bearer secret"
    request.headers.add("X-Key", "secret")
    for text in ["\(request)", String(reflecting: request), "\(request.headers)", String(describing: [request])] {
      #expect(!text.contains("secret"), "\(text)")
    }
    var dumped = ""
    dump(request, to: &dumped)
    #expect(!dumped.contains("secret"))
    #expect("\(request)" == "POST https://example.com/v1/chat, 6 bytes")
  }
}
