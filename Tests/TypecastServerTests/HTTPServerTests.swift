import LoopbackServer
import Testing
import Typecast
import TypecastCurl
import TypecastServer

@Suite("The server")
struct HTTPServerTests {
  private let transport = CurlTransport()

  /// A server that says what it was asked.
  private func echo() throws -> HTTPServer {
    try HTTPServer { request in
      let headers = request.headers.fields.filter { $0.name.lowercased().hasPrefix("x-") }
      return ServerAnswer(
        status: 200,
        body: Array(
          "\(request.method) \(request.url) \(headers.map { "\($0.name)=\($0.value)" }) ".utf8) + request.body)
    }
  }

  private func text(_ request: HTTPRequest) async throws -> String {
    String(decoding: try await transport.send(request).body.bytes(), as: UTF8.self)
  }

  @Test("A request arrives as it was sent, and an answer comes as it was given")
  func plain() async throws {
    let server = try HTTPServer { request in
      #expect(request.method == "POST")
      #expect(request.url.hasSuffix("/a%2Fb/c%20d?q=%C3%A4&q=+&&x"))
      #expect(request.headers.fields.filter { $0.name.hasPrefix("X-") }.map(\.value) == ["1", "ä", "3", ""])
      #expect(request.headers.fields.filter { $0.name.hasPrefix("X-") }.map(\.name) == ["X-B", "X-A", "X-B", "X-C"])
      #expect(request.body == [0, 1, 2, 255])
      return ServerAnswer(
        status: 418,
        headers: HTTPHeaders([
          ("X-One", "1"), ("Set-Cookie", "a"), ("Set-Cookie", "b"), ("X-O", "ö"), ("X-None", ""), ("X-Tab", "a\tb"),
        ]),
        body: [9, 0, 9])
    }
    var request = HTTPRequest("POST", "\(server.address)/a%2Fb/c%20d?q=%C3%A4&q=+&&x", body: [0, 1, 2, 255])
    for (name, value) in [("X-B", "1"), ("X-A", "ä"), ("X-B", "3"), ("X-C", "")] { request.headers.add(name, value) }
    let response = try await transport.send(request)
    #expect(response.status == 418)
    #expect(response.headers["x-one"] == "1")
    #expect(response.headers["x-o"] == "ö")
    #expect(response.headers["x-none"] == "")
    #expect(response.headers["x-tab"] == "a\tb")
    #expect(response.headers.fields.filter { $0.name.lowercased() == "set-cookie" }.map(\.value) == ["a", "b"])
    #expect(response.headers["content-length"] == "3")
    #expect(try await response.body.bytes() == [9, 0, 9])
    #expect(server.address == "http://127.0.0.1:\(server.port)")
    await server.stop()
  }

  @Test("Any method, and bodies of any length")
  func bodies() async throws {
    let server = try echo()
    for method in ["GET", "PUT", "PATCH", "DELETE", "OPTIONS", "X-OWN"] {
      #expect(try await text(HTTPRequest(method, "\(server.address)/")) == "\(method) \(server.address)/ [] ")
    }
    for count in [1, 1000, 100_000, 3 << 20] {
      let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let answer = try await transport.send(HTTPRequest("POST", "\(server.address)/", body: body)).body.bytes()
      #expect(answer.suffix(count).elementsEqual(body))
      #expect(answer.starts(with: "POST \(server.address)/ [] ".utf8))
    }
    await server.stop()
  }

  @Test("A body in chunks is put together")
  func chunkedRequest() async throws {
    let server = try echo()
    let client = try await RawClient(server.port, "POST /c HTTP/1.1", ["Transfer-Encoding: chunked"])
    await client.send("3\r\nabc\r\n10;x=y\r\n0123456789abcdef\r\n0\r\nX-Trailer: 1\r\n\r\n")
    #expect(await client.receive(until: "cdef").hasSuffix("POST http://test/c [] abc0123456789abcdef"))
    await server.stop()
  }

  @Test("The address is the one that the client asked")
  func addresses() async throws {
    let server = try echo()
    let cases = [
      ("GET /a?b HTTP/1.1", "http://test/a?b"), ("GET http://other:1/x HTTP/1.1", "http://other:1/x"),
      ("OPTIONS * HTTP/1.1", "http://test"), ("GET //x/../y?http://z HTTP/1.1", "http://test//x/../y?http://z"),
    ]
    for (line, url) in cases {
      let client = try await RawClient(server.port, line, ["Connection: close"])
      #expect(await client.receiveAll().text.contains(" \(url) []"))
    }
    let old = try RawClient(server.port)
    await old.send("GET /old HTTP/1.0\r\n\r\n")
    #expect(await old.receiveAll().text.hasSuffix("GET \(server.address)/old [] "))
    await server.stop()
  }

  @Test("A connection is used again, also by requests that come together")
  func keepAlive() async throws {
    let server = try echo()
    let client = try RawClient(server.port)
    for index in 0..<20 {
      await client.send(request("GET /\(index) HTTP/1.1"))
      #expect(await client.receive(until: "[] ").contains("GET http://test/\(index) "))
    }
    await client.send((0..<20).map { request("GET /p\($0) HTTP/1.1") }.joined())
    for index in 0..<20 { #expect(await client.receive(until: "[] ").contains("GET http://test/p\(index) ")) }
    await client.send(request("GET /last HTTP/1.1", ["Connection: close"]))
    #expect(await client.receiveAll().text.contains("Connection: close"))
    await server.stop()
  }

  @Test("HEAD gets the head alone, and the connection goes on")
  func head() async throws {
    let pulled = Gate()
    let server = try HTTPServer { request in
      if request.url.hasSuffix("/stream") {
        return ServerAnswer(
          status: 200,
          stream: HTTPBody(
            AsyncThrowingStream {
              pulled.open(); return nil
            }), length: 7)
      }
      return ServerAnswer(status: 200, body: Array("whole".utf8))
    }
    let client = try await RawClient(server.port, "HEAD /whole HTTP/1.1")
    #expect(await client.receive(until: "\r\n\r\n").contains("Content-Length: 5\r\n"))
    await client.send(request("HEAD /stream HTTP/1.1"))
    #expect(await client.receive(until: "\r\n\r\n").contains("Content-Length: 7\r\n"))
    await client.send(request("GET /whole HTTP/1.1", ["Connection: close"]))
    let rest = await client.receiveAll().text
    #expect(rest.hasPrefix("HTTP/1.1 200") && rest.hasSuffix("\r\n\r\nwhole"))
    #expect(!pulled.isOpen)
    await server.stop()
  }

  @Test("What has no body gets none, whatever it is given", arguments: [204, 304])
  func bodiless(status: Int) async throws {
    let server = try HTTPServer { request in
      request.url.hasSuffix("/stream")
        ? ServerAnswer(status: status, stream: HTTPBody([Array("body".utf8)]))
        : ServerAnswer(status: status, body: [65])
    }
    let client = try RawClient(server.port)
    for path in ["/whole", "/stream"] {
      await client.send(request("GET \(path) HTTP/1.1"))
      let head = await client.receive(until: "\r\n\r\n")
      #expect(head.hasPrefix("HTTP/1.1 \(status) "))
      #expect(!head.lowercased().contains("transfer-encoding"))
    }
    client.leave()
    await server.stop()
  }

  @Test("Who asks whether to go on is told so, or is refused at once")
  func expectContinue() async throws {
    let server = try HTTPServer(limits: ServerLimits(bodyBytes: 10)) { ServerAnswer(status: 200, body: $0.body) }
    let client = try await RawClient(server.port, "POST / HTTP/1.1", ["Content-Length: 3", "Expect: 100-continue"])
    #expect(await client.receive(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
    await client.send("abc")
    #expect(await client.receive(until: "abc").hasPrefix("HTTP/1.1 200 "))
    let large = try await RawClient(server.port, "POST / HTTP/1.1", ["Content-Length: 11", "Expect: 100-continue"])
    #expect(await large.receiveAll().text.hasPrefix("HTTP/1.1 413 "))
    await server.stop()
  }

  @Test("500 clients at once, each with its own answer")
  func many() async throws {
    let arrived = Gate()
    let count = Counter()
    let server = try HTTPServer { request in
      // All are there before the first is answered.
      if count.increment() == 500 { arrived.open() }
      await arrived.wait()
      let name = request.url.split(separator: "/").last ?? ""
      return ServerAnswer(status: 200, stream: HTTPBody((0..<5).map { Array("\(name)-\($0) ".utf8) }))
    }
    let (transport, address) = (transport, server.address)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<500 {
        group.addTask {
          let response = try await transport.send(HTTPRequest("GET", "\(address)/\(index)"))
          let text = String(decoding: try await response.body.bytes(), as: UTF8.self)
          #expect(text == (0..<5).map { "\(index)-\($0) " }.joined())
        }
      }
      try await group.waitForAll()
    }
    #expect(try await eventually { server.requestCount == 0 })
    await server.stop()
  }

  @Test("More clients than connections wait for their turn")
  func connectionLimit() async throws {
    let server = try HTTPServer(limits: ServerLimits(connections: 2)) {
      ServerAnswer(status: 200, body: Array($0.url.utf8))
    }
    let clients = try (0..<6).map { _ in try RawClient(server.port) }
    for (index, client) in clients.enumerated() {
      await client.send(request("GET /\(index) HTTP/1.1", ["Connection: close"]))
    }
    for (index, client) in clients.enumerated() {
      #expect(await client.receiveAll().text.hasSuffix("http://test/\(index)"))
    }
    await server.stop()
  }
}
