import LoopbackServer
import Synchronization
import Testing
import Typecast
import TypecastCurl
import TypecastJSON

@testable import TypecastModels

/// Calls of models over the real transport, to a server on this machine.
@Suite("Calls of models over the network")
struct NetworkCallTests {
  /// A model that asks in the words of OpenAI or of Ollama.
  private func model(_ provider: String, at base: String, retries: RetryPolicy = RetryPolicy()) throws -> RemoteModel {
    try RemoteModel("\(provider):m", options: ModelOptions(baseURL: base, retries: retries), environment: { _ in nil })
  }

  private func ask(_ model: RemoteModel, _ question: String = "a?", streams: Bool) async throws -> ModelReply {
    let request = ModelRequest([Message(.user, question)])
    guard streams else { return try await model.reply(to: request) }
    var reply = ModelReply("")
    for try await piece in model.stream(request) { reply.append(piece) }
    return reply
  }

  /// What a server of either sort sends to say some words, in its pieces.
  private static func answer(_ request: LoopbackServer.Request, _ words: [String]) -> [String] {
    let isStreamed = (try? JSONValue(parsing: request.body)["stream"]) == true
    let texts = isStreamed ? words : [words.joined()]
    if request.path == "/api/chat" {
      return texts.map { #"{"message":{"content":"\#($0)"},"done":false}"# + "\n" }
        + [#"{"message":{"content":""},"done":true,"done_reason":"stop","prompt_eval_count":3,"eval_count":7}"# + "\n"]
    }
    let usage = #""usage":{"prompt_tokens":3,"completion_tokens":7}"#
    let events = texts.map { #"data: {"choices":[{"index":0,"delta":{"content":"\#($0)"}}]}"# + "\n\n" }
    return events + [
      #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],\#(usage)}"# + "\n\n", "data: [DONE]\n\n",
    ]
  }

  @Test(
    "What may pass is asked for again",
    arguments: ["ollama", "compatible"], [false, true])
  func retries(provider: String, streams: Bool) async throws {
    let failures: [[LoopbackServer.Step]] = [
      [.answer(#"{"error":{"message":"Rate limit reached"}}"#, status: "429 Too Many Requests", ["Retry-After: 0"])],
      [.reset],
      [.send(Array("HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\n{".utf8)), .reset],
    ]
    for failure in failures {
      let count = Counter()
      let server = try LoopbackServer { request in
        if count.next() == 1 { return failure }
        let whole =
          request.path == "/api/chat"
          ? #"{"message":{"content":"Hello"},"done":true,"done_reason":"stop"}"#
          : #"{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}"#
        guard streams else { return [.answer(whole, ["X-RateLimit-Remaining-Requests: 7"])] }
        return [.chunkedHead(["X-RateLimit-Remaining-Requests: 7"])]
          + Self.answer(request, ["Hel", "lo"]).map { .chunk($0) } + [.lastChunk]
      }
      let model = try model(provider, at: server.url(""), retries: RetryPolicy(wait: .fixed(.milliseconds(1))))
      let reply = try await ask(model, streams: streams)
      #expect(reply.text == "Hello")
      #expect(reply.finish == .stop)
      #expect(reply.ending.rateLimits == [RateLimit("requests", remaining: 7)])
      #expect(server.requestCount == 2)
      server.stop()
    }
  }

  @Test("A limit that is never lifted is told after the last try, with how long to wait", arguments: [false, true])
  func limited(streams: Bool) async throws {
    let server = try LoopbackServer { _ in
      [.answer(#"{"error":{"message":"Rate limit reached"}}"#, status: "429 Too Many Requests", ["Retry-After: 0"])]
    }
    let error = await #expect(throws: ModelError.self) {
      try await ask(try model("compatible", at: server.url("")), streams: streams)
    }
    #expect(error?.kind == .rateLimit)
    #expect(error?.retryAfter == .zero)
    #expect(error?.tries == 3)
    #expect(server.requestCount == 3)
    server.stop()
  }

  @Test("What is cut after a part of it was handed over is not asked for again")
  func cut() async throws {
    let server = try LoopbackServer { request in
      let first = Self.answer(request, ["Hel"])[0]
      return [.chunkedHead(), .chunk(first), .close]
    }
    for provider in ["ollama", "compatible"] {
      let before = server.requestCount
      let error = await #expect(throws: ModelError.self) {
        try await ask(try model(provider, at: server.url("")), streams: true)
      }
      #expect(error?.row == "transport.cut")
      #expect(server.requestCount == before + 1)
    }
    server.stop()
  }

  @Test("A proxy that wants a password is asked once, and named")
  func proxy() async throws {
    let proxy = try LoopbackServer { _ in [.answer("no", status: "407 Proxy Authentication Required"), .close] }
    let transport = CurlTransport(CurlTransport.Options(proxy: proxy.url("")))
    let error = await #expect(throws: ModelError.self) {
      try await CallEnvironment.with(transport: transport) {
        try await ask(try model("compatible", at: "https://api.invalid/v1"), streams: false)
      }
    }
    #expect(error?.kind == .badRequest)
    #expect(error?.mayRetry == false)
    #expect(error?.tries == 1)
    #expect(error?.message.contains("https_proxy") == true)
    #expect(proxy.requestCount == 1)
    proxy.stop()
  }

  @Test("500 streams of models at once, each whole and its own")
  func many() async throws {
    let server = try LoopbackServer { request in
      let messages = (try? JSONValue(parsing: request.body)["messages"])?.array
      let question = messages?.last?["content"]?.string ?? ""
      let bytes = Self.answer(request, (0..<5).map { "\(question).\($0) " }).joined().utf8
      // A piece ends anywhere, mostly within a line.
      let pieces = stride(from: 0, to: bytes.count, by: 61).map { Array(bytes.dropFirst($0).prefix(61)) }
      return [.chunkedHead()] + pieces.flatMap { [.chunk($0), .wait(0.01)] } + [.lastChunk]
    }
    let models = try [model("ollama", at: server.url("")), model("compatible", at: server.url(""))]
    let replies = try await withThrowingTaskGroup(of: (Int, ModelReply).self) { group in
      for index in 0..<500 {
        group.addTask { (index, try await ask(models[index % 2], "\(index)", streams: true)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(replies.count == 500)
    for (index, reply) in replies {
      #expect(reply.text == (0..<5).map { "\(index).\($0) " }.joined())
      #expect(reply.finish == .stop)
      #expect(reply.usage == Usage(input: 3, output: 7))
    }
    #expect(server.requestCount == 500)
    #expect(server.connectionCount > 100)
    server.stop()
  }
}

/// Counts from 1.
private final class Counter: Sendable {
  private let state = Mutex(0)

  func next() -> Int {
    state.withLock { count in
      count += 1
      return count
    }
  }
}
