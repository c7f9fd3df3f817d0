import LoopbackServer
import Foundation
import Testing
import Typecast
import TypecastCurl
import TypecastServer

@Suite("Clients that leave, and hostile ones")
struct ClientTests {
  private let transport = CurlTransport()

  /// What a server with an answer says to these bytes.
  private func answer(
    to text: String, limits: ServerLimits = ServerLimits(), _ answer: ServerAnswer = ServerAnswer(status: 200)
  ) async throws -> String {
    let server = try HTTPServer(limits: limits) { _ in answer }
    let client = try RawClient(server.port)
    await client.send(text)
    let (text, _) = await client.receiveAll()
    #expect(try await eventually { server.requestCount == 0 })
    await server.stop()
    return text
  }

  enum Leaving: CaseIterable { case closing, shuttingDown, closingItsSide }

  @Test("The handler of a client that leaves is cancelled", arguments: Leaving.allCases)
  func leaves(leaving: Leaving) async throws {
    let (began, cancelled) = (Gate(), Gate())
    let server = try HTTPServer { _ in
      began.open()
      await cancelled.openWhenCancelled()
      return ServerAnswer(status: 200)
    }
    var client: RawClient? = try await RawClient(server.port, "GET / HTTP/1.1")
    await began.wait()
    #expect(!cancelled.isOpen)
    switch leaving {
    case .closing: client = nil
    case .shuttingDown: client?.leave()
    case .closingItsSide: client?.closeWriting()
    }
    await cancelled.wait()
    #expect(try await eventually { server.requestCount == 0 })
    await server.stop()
  }

  @Test("So is the body that is pulled for one that leaves, also with requests waiting behind it")
  func leavesStream() async throws {
    let cancelled = Gate()
    let server = try HTTPServer { _ in
      let place = Counter()
      return ServerAnswer(
        status: 200,
        stream: HTTPBody(
          AsyncThrowingStream<[UInt8], any Error> {
            if place.increment() == 1 { return [65] }
            await cancelled.openWhenCancelled()
            return nil
          }))
    }
    let client = try await RawClient(server.port, "GET / HTTP/1.1")
    _ = await client.receive(until: "A\r\n")
    await client.send(request("GET /next HTTP/1.1"))
    client.leave()
    await cancelled.wait()
    #expect(try await eventually { server.requestCount == 0 })
    await server.stop()
  }

  @Test("A client that leaves while it should take ends the body, too")
  func leavesSlowly() async throws {
    let pulls = Counter()
    let piece = [UInt8](repeating: 7, count: 64 << 10)
    let server = try HTTPServer { _ in
      pulls.increment()
      return ServerAnswer(status: 200, stream: HTTPBody(AsyncThrowingStream { piece }))
    }
    for _ in 0..<20 {
      let client = try await RawClient(server.port, "GET / HTTP/1.1", buffer: 4096)
      _ = await client.receive(until: "\r\n\r\n")
    }
    #expect(try await eventually { server.requestCount == 0 && pulls.value == 20 })
    await server.stop()
  }

  @Test("A client that leaves in the middle of its request costs nothing")
  func leavesEarly() async throws {
    let server = try HTTPServer { _ in
      Issue.record("No request was whole.")
      return ServerAnswer(status: 200)
    }
    let texts = ["", "GE", "GET / HTTP/1.1\r\nHo", request("POST / HTTP/1.1", ["Content-Length: 100"]) + "abc"]
    for text in (0..<25).flatMap({ _ in texts }) {
      let client = try RawClient(server.port)
      await client.send(text)
    }
    let client = try RawClient(server.port)
    await client.send(request("POST / HTTP/1.1", ["Transfer-Encoding: chunked"]) + "5\r\nab")
    client.leave()
    _ = await client.receiveAll()
    #expect(try await eventually { server.requestCount == 0 })
    await server.stop()
  }

  @Test("A head that stops half way is closed soon, a body that stops is not")
  func slowHeads() async throws {
    let server = try HTTPServer(limits: ServerLimits(connections: 3, head: .seconds(15))) {
      ServerAnswer(status: 200, body: $0.body)
    }
    let body = try await RawClient(server.port, "POST / HTTP/1.1", ["Content-Length: 2"])
    await body.send("a")
    // A connection that was good once gets no more time for its next head.
    let again = try await RawClient(server.port, "POST / HTTP/1.1", ["Content-Length: 2"])
    await again.send("ok")
    _ = await again.receive(until: "ok")
    await again.send("GET / HTTP/1.1\r\nHost:")
    let half = try RawClient(server.port)
    await half.send("GET / HTTP/1.1\r\nHost:")
    // It finds a place as soon as those are closed.
    let good = try await RawClient(server.port, "POST / HTTP/1.1", ["Content-Length: 0"])
    #expect(await good.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 200"))
    _ = await half.receiveAll()
    _ = await again.receiveAll()
    await body.send("b")
    #expect(await body.receive(until: "ab").hasPrefix("HTTP/1.1 200"))
    await server.stop()
  }

  @Test("A head that comes byte by byte is closed as soon as one that stops, a body that does is not")
  func drippingHeads() async throws {
    let server = try HTTPServer(limits: ServerLimits(head: .seconds(12))) {
      ServerAnswer(status: 200, body: $0.body)
    }
    let body = try await RawClient(server.port, "POST / HTTP/1.1", ["Content-Length: 95"])
    let again = try await RawClient(server.port, "POST / HTTP/1.1", ["Content-Length: 2"])
    await again.send("ok")
    _ = await again.receive(until: "ok")
    let heads = [again, try RawClient(server.port)]
    for head in heads { await head.send("GET / HTTP/1.1\r\nHost: ") }
    // Each byte would be time for the next one.
    let dripping = Task {
      var taken: [Bool] = []
      for _ in 0..<90 {
        taken = []
        for client in heads + [body] { taken.append(await client.send("a")) }
        try await Task.sleep(for: .milliseconds(200))
      }
      return taken
    }
    for head in heads { #expect(await head.receiveAll().text == "") }
    #expect(try await dripping.value == [false, false, true])
    await body.send("bbbbb")
    #expect(await body.receive(until: "bbbbb").hasPrefix("HTTP/1.1 200"))
    await server.stop()
  }

  @Test("A client that is idle for too long is closed, one that waits for its answer is not")
  func idle() async throws {
    let answers = Gate()
    let server = try HTTPServer(limits: ServerLimits(idle: .milliseconds(1))) { _ in
      await answers.wait()
      return ServerAnswer(status: 200)
    }
    let waiting = try await RawClient(server.port, "GET / HTTP/1.1", ["Connection: close"])
    #expect(try await eventually { server.requestCount == 1 })
    for text in ["", "GET / HT", "GET / HTTP/1.1\r\nHost", request("POST / HTTP/1.1", ["Content-Length: 3"]) + "a"] {
      let client = try RawClient(server.port)
      await client.send(text)
      let answer = await client.receiveAll().text
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 408 "))
    }
    answers.open()
    #expect(await waiting.receiveAll().text.hasPrefix("HTTP/1.1 200 "))
    await server.stop()
  }

  @Test("A body beyond the limit is a 413, told or not")
  func bodyLimit() async throws {
    let server = try HTTPServer(limits: ServerLimits(bodyBytes: 1000)) { ServerAnswer(status: 200, body: $0.body) }
    let url = server.address
    #expect(try await transport.send(HTTPRequest("POST", url, body: .init(repeating: 1, count: 1000))).status == 200)
    for count in [1001, 500_000] {
      let response = try await transport.send(HTTPRequest("POST", url, body: .init(repeating: 1, count: count)))
      #expect(response.status == 413)
      #expect(String(decoding: try await response.body.bytes(), as: UTF8.self).contains("1000 bytes"))
    }
    let client = try await RawClient(server.port, "POST / HTTP/1.1", ["Transfer-Encoding: chunked"])
    await client.send("3e8\r\n\(String(repeating: "a", count: 1000))\r\n1\r\nb\r\n0\r\n\r\n")
    #expect(await client.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 413 "))
    // One that is far too long is not read to its end.
    let endless = try await RawClient(server.port, "POST / HTTP/1.1", ["Transfer-Encoding: chunked"])
    let chunk = Array("10000\r\n\(String(repeating: "a", count: 65536))\r\n".utf8)
    var sent = 0
    while sent < 10_000, await endless.send(chunk) { sent += 1 }
    #expect(sent < 10_000)
    let huge = try await RawClient(server.port, "POST / HTTP/1.1", ["Content-Length: 99999999999999"])
    #expect(await huge.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 413 "))
    await server.stop()
  }

  @Test("A head that is too long is refused")
  func headLimit() async throws {
    let limits = ServerLimits(headBytes: 8000)
    for size in [9000, 30_000, 300_000] {
      let header = request("GET / HTTP/1.1", ["X-A: \(String(repeating: "a", count: size))"])
      #expect(try await answer(to: header, limits: limits).split(separator: " ").dropFirst().first == "431")
      let target = request("GET /\(String(repeating: "a", count: size)) HTTP/1.1")
      let status = try await answer(to: target, limits: limits).split(separator: " ").dropFirst().first
      #expect(status == "431" || status == "414")
    }
    let fields = (0..<20_000).map { "X-\($0): a" }
    #expect(try await answer(to: request("GET / HTTP/1.1", fields), limits: limits).contains(" 431 "))
    let fits = request("GET / HTTP/1.1", ["X-A: \(String(repeating: "a", count: 7900))", "Connection: close"])
    #expect(try await answer(to: fits, limits: limits).hasPrefix("HTTP/1.1 200 "))
  }

  @Test(
    "A request that is none, or that can be read in two ways, is refused",
    arguments: [
      "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", request("GET x HTTP/1.1"),
      request("GET ftp://a/ HTTP/1.1"), request("CONNECT a:1 HTTP/1.1"), request("G(T / HTTP/1.1"),
      request("GET /a#b HTTP/1.1"), request("GET / HTTP/2.0"), request("GET / HTTP/11"),
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "GET /\r\n\r\n", request("GET / HTTP/1.1", ["X-A : b"]), request("GET / HTTP/1.1", ["X-A: a\u{1}b"]),
      request("GET /\u{7F} HTTP/1.1"),
      request("POST / HTTP/1.1", ["Content-Length: 1", "Content-Length: 2"]) + "a",
      request("POST / HTTP/1.1", ["Content-Length: 1", "Transfer-Encoding: chunked"]) + "0\r\n\r\n",
      request("POST / HTTP/1.1", ["Content-Length: -1"]), request("POST / HTTP/1.1", ["Content-Length: 1x"]),
      request("POST / HTTP/1.1", ["Transfer-Encoding: gzip, chunked"]),
      request("POST / HTTP/1.1", ["Transfer-Encoding: chunked"]) + "zz\r\n",
    ])
  func malformed(text: String) async throws {
    let text = try await answer(to: text)
    let status = text.split(separator: " ").dropFirst().first
    #expect(status.map { "400 501 505".contains($0) } ?? true, "\(text)")
    #expect(!text.contains(" 200 "))
  }

  @Test("Bytes that are no HTTP harm nobody")
  func garbage() async throws {
    let server = try HTTPServer { _ in ServerAnswer(status: 200, body: [65]) }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let client = try RawClient(server.port)
      await client.send((0..<Int.random(in: 1...3000)).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
    #expect(try await transport.send(HTTPRequest("GET", server.address)).status == 200)
    #expect(try await eventually { server.requestCount == 0 })
    await server.stop()
  }

  @Test("An answer that HTTP does not allow is a 500, and brings no header of its own")
  func injection() async throws {
    func answered(_ status: Int, _ headers: [(name: String, value: String)], length: Int? = nil) async throws -> String
    {
      try await answer(
        to: request("GET / HTTP/1.1", ["Connection: close"]),
        ServerAnswer(status: status, headers: HTTPHeaders(headers), stream: HTTPBody([[65]]), length: length))
    }
    for header in [
      ("X-A", "a\r\nX-Evil: 1"), ("X-A", "a\nX-Evil: 1"), ("X-A", "a\r"), ("X-A", "\0"), ("X-A\r\nX-Evil", "1"),
      ("X-Evil : 1", "1"), ("", "X-Evil"), ("X-\u{E4}", "1"), ("X-A", String(repeating: "X-Evil", count: 10_000)),
    ] {
      let text = try await answered(200, [("X-B", "b"), header])
      #expect(text.hasPrefix("HTTP/1.1 500 "), "\(header)")
      #expect(!text.contains("X-Evil: ") && !text.contains("X-B"), "\(header)")
    }
    for status in [-1, 0, 99, 101, 199, 1000] { #expect(try await answered(status, []).hasPrefix("HTTP/1.1 500 ")) }
    #expect(try await answered(200, [], length: -1).hasPrefix("HTTP/1.1 500 "))
    #expect(try await answered(599, []).hasPrefix("HTTP/1.1 599 "))
  }

  @Test("How a body ends is the server's affair")
  func framing() async throws {
    let headers: [(name: String, value: String)] = [
      ("Content-Length", "100"), ("transfer-encoding", "chunked"), ("Connection", "keep-alive"), ("Trailer", "X"),
      ("Date", "Thu, 01 Jan 1970 00:00:00 GMT"), ("X-A", "1"),
    ]
    let text = try await answer(
      to: request("GET / HTTP/1.1", ["Connection: close"]),
      ServerAnswer(status: 200, headers: HTTPHeaders(headers), body: [65]))
    let lines = Set(text.components(separatedBy: "\r\n"))
    #expect(lines.isSuperset(of: ["Content-Length: 1", "Date: Thu, 01 Jan 1970 00:00:00 GMT", "X-A: 1", "A"]))
    #expect(text.lowercased().components(separatedBy: "date:").count == 2)
    #expect(!text.lowercased().contains("chunked") && !text.contains("Trailer") && !text.contains("keep-alive"))
    // The server may say that a connection ends with an answer.
    let closing = try await answer(
      to: request("GET / HTTP/1.1"), ServerAnswer(status: 200, headers: HTTPHeaders([("connection", "Close")])))
    #expect(closing.contains("Connection: close\r\n"))
  }
}
