import LoopbackServer
import Synchronization
import Testing
import Typecast
import TypecastCurl
import TypecastSchema

@testable import TypecastModels

/// Calls of a model that nobody wants any more: each ends at once, and nothing is sent after that.
@Suite("Cancelled calls of models")
struct CancelledCallTests {
  private static let line = #"{"message":{"content":"a"},"done":false}"# + "\n"

  /// Starts a call, cancels it when it has come to a place, and looks that it ends there.
  ///
  /// - Parameter place: Whether it has come there, by what was handed over so far.
  private func cancel(
    _ server: LoopbackServer, streams: Bool, clock: VirtualClock = VirtualClock(),
    when place: (_ text: String) throws -> Bool
  ) async throws {
    let model = try RemoteModel("ollama:m", options: ModelOptions(baseURL: server.url("")), environment: { _ in nil })
    let given = Given()
    let call = Task {
      try await CallEnvironment.with(clock: clock, transport: CurlTransport()) {
        let request = ModelRequest([Message(.user, "a?")])
        guard streams else { return try await model.reply(to: request).text }
        for try await piece in model.stream(request) { given.append(piece) }
        return given.text
      }
    }
    #expect(try await eventually { try place(given.text) })
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    // It did not end because a wait was over.
    #expect(clock.now.offset == .zero)
    #expect(server.requestCount == 1)
    #expect(try await eventually { server.openCount == 0 })
    #expect(server.requestCount == 1)
    server.stop()
  }

  @Test("Before the answer begins", arguments: [false, true])
  func beforeAnswer(streams: Bool) async throws {
    let server = try LoopbackServer { _ in [.waitForClose] }
    try await cancel(server, streams: streams) { _ in server.requestCount == 1 }
    #expect(server.closedEarlyCount == 1)
  }

  @Test("In the middle of an answer, of which nothing was handed over")
  func inWhole() async throws {
    let server = try LoopbackServer { _ in [.chunkedHead(), .chunk(#"{"message":"#), .waitForClose] }
    try await cancel(server, streams: false) { _ in server.requestCount == 1 }
    #expect(server.closedEarlyCount == 1)
  }

  @Test("In the middle of a stream")
  func inStream() async throws {
    let server = try LoopbackServer { _ in [.chunkedHead(), .chunk(Self.line), .waitForClose] }
    try await cancel(server, streams: true) { $0 == "a" }
    #expect(server.closedEarlyCount == 1)
  }

  @Test("While it waits to be sent again", arguments: [false, true])
  func beforeRetry(streams: Bool) async throws {
    let busy = LoopbackServer.Step.answer(#"{"error":"server busy"}"#, status: "503 Busy", ["Retry-After: 30"])
    let clock = VirtualClock()
    try await cancel(LoopbackServer { _ in [busy, .close] }, streams: streams, clock: clock) { _ in
      clock.sleeperCount == 1 && clock.sleeps.last == .seconds(30)
    }
    let other = VirtualClock()
    try await cancel(LoopbackServer { _ in [.reset] }, streams: streams, clock: other) { _ in other.sleeperCount == 1 }
  }

  @Test("While the words of a failure don't come", arguments: [false, true])
  func inFailure(streams: Bool) async throws {
    let head = Array("HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
    let server = try LoopbackServer { _ in [.send(head), .chunk(#"{"error":"#), .waitForClose] }
    let clock = VirtualClock()
    // There is a limit of time for them.
    try await cancel(server, streams: streams, clock: clock) { _ in clock.sleeperCount == 1 }
    #expect(server.closedEarlyCount == 1)
  }

  @Test("Between two modes", arguments: [false, true])
  func betweenModes(streams: Bool) async throws {
    let server = try LoopbackServer { _ in
      [.answer(#"{"error":"invalid JSON schema in format"}"#, status: "500 Internal Server Error")]
    }
    let schema = try CompiledSchema(parsing: #"{"type":"object","properties":{"a":{"type":"integer"}}}"#)
    func ask(_ transport: any Transport) async throws {
      // What is remembered of one server is not of another, which has another port.
      let options = ModelOptions(baseURL: server.url(""))
      let model = try RemoteModel("ollama:m", options: options, environment: { _ in nil })
      let request = ModelRequest([Message(.user, "a?")], schema: schema)
      try await CallEnvironment.with(transport: transport) {
        guard streams else { return _ = try await model.reply(to: request) }
        for try await _ in model.stream(request) {}
      }
    }
    let cancelling = CancellingTransport()
    let call = Task { try await ask(cancelling) }
    cancelling.cancel = { call.cancel() }
    await #expect(throws: CancellationError.self) { try await call.value }
    #expect(server.requestCount == 1)
    // Who is not cancelled does ask in the next mode.
    await #expect(throws: ModelError.self) { try await ask(CurlTransport()) }
    #expect(server.requestCount > 1)
    server.stop()
  }
}

/// What was handed over of a stream.
private final class Given: Sendable {
  private let state = Mutex("")

  var text: String { state.withLock { $0 } }

  func append(_ piece: ModelPiece) {
    if case .text(let more) = piece { state.withLock { $0 += more } }
  }
}

/// A transport whose first answer cancels whoever asked, as soon as all of it is there.
private final class CancellingTransport: Transport {
  private let base = CurlTransport()
  private let state = Mutex<(@Sendable () -> Void)?>(nil)

  /// How the one who asks is cancelled.
  var cancel: (@Sendable () -> Void)? {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let response = try await base.send(request)
    let bytes = try await response.body.bytes()
    #expect(try await eventually { cancel != nil })
    cancel?()
    return HTTPResponse(status: response.status, headers: response.headers, body: HTTPBody([bytes]))
  }
}
