import LoopbackServer
import Testing
import Typecast

@testable import TypecastCurl

/// The error of a request that fails.
func failure(_ body: () async throws -> Void) async -> TransportError? {
  do {
    try await body()
    return nil
  } catch {
    return error as? TransportError
  }
}

@Suite("The transport over libcurl")
struct CurlTransportTests {
  private let transport = CurlTransport()

  private func text(_ request: HTTPRequest) async throws -> String {
    String(decoding: try await transport.send(request).body.bytes(), as: UTF8.self)
  }

  @Test("A request arrives as it is, and an answer comes back as it is")
  func plain() async throws {
    let server = try LoopbackServer { request in
      [
        .answer(
          "\(request.method) \(request.path) \(request.headers["x-a"] ?? "") \(request.headers["content-type"] ?? "-") "
            + "\(request.headers["expect"] ?? "-") \(request.headers["user-agent"] ?? "") "
            + String(decoding: request.body, as: UTF8.self), status: "201 Created", ["X-B: 1", "x-b: 2", "X-Empty:"])
      ]
    }
    var request = HTTPRequest("POST", server.url("/a?b=c"), body: Array("body".utf8))
    request.headers.add("X-A", "ä")
    request.headers.add("X-None", "")
    let response = try await transport.send(request)
    #expect(response.status == 201)
    #expect(response.headers["x-b"] == "1")
    #expect(response.headers.fields.filter { $0.name.lowercased() == "x-b" }.map(\.value) == ["1", "2"])
    #expect(response.headers["X-EMPTY"] == "")
    #expect(String(decoding: try await response.body.bytes(), as: UTF8.self) == "POST /a?b=c ä - - typecast body")
    #expect(try await text(HTTPRequest("GET", server.url("/"))).hasPrefix("GET / "))
    #expect(try await text(HTTPRequest("DELETE", server.url("/x"))).hasPrefix("DELETE /x "))
    #expect(try await text(HTTPRequest("POST", server.url("/none"))).hasPrefix("POST /none "))
    #expect(try await text(HTTPRequest("PUT", server.url("/p"), body: [65])).hasSuffix(" A"))
    server.stop()
  }

  @Test("Connections are used again")
  func reuse() async throws {
    let server = try LoopbackServer { _ in [.answer("{}")] }
    for _ in 0..<20 { _ = try await text(HTTPRequest("GET", server.url())) }
    #expect(server.requestCount == 20)
    // A machine that is busy for minutes may let one grow old.
    #expect(server.connectionCount < 4)
    server.stop()
  }

  @Test("A long body goes up whole")
  func upload() async throws {
    let server = try LoopbackServer { request in [.answer("\(request.body.count) \(request.body.last ?? 0)")] }
    let body = [UInt8](repeating: 7, count: 5 << 20)
    #expect(try await text(HTTPRequest("POST", server.url(), body: body)) == "\(5 << 20) 7")
    server.stop()
  }

  @Test("A body comes in its pieces, as soon as they are there")
  func streams() async throws {
    let server = try LoopbackServer { _ in [.chunkedHead(), .chunk("one"), .wait(0.2), .chunk("two"), .lastChunk] }
    let response = try await transport.send(HTTPRequest("GET", server.url()))
    var pieces: [String] = []
    for try await piece in response.body { pieces.append(String(decoding: piece, as: UTF8.self)) }
    #expect(pieces == ["one", "two"])
    server.stop()
  }

  @Test("An informational head before the answer is no answer")
  func informational() async throws {
    let server = try LoopbackServer { _ in
      [.send(Array("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".utf8)), .wait(0.05), .answer("{}", ["X-A: 1"])]
    }
    let response = try await transport.send(HTTPRequest("GET", server.url()))
    #expect(response.status == 200)
    #expect(response.headers["link"] == nil)
    #expect(response.headers["x-a"] == "1")
    server.stop()
  }

  @Test("What can't be sent is refused before anything is, and no value is shown")
  func refused() async throws {
    let server = try LoopbackServer { _ in [.answer("{}")] }
    let secret = "sk-secret"
    var requests = ["ftp://host/x", "file:///etc/passwd", "host", "http://", "http://h:99999/", "http://h/a b"].map {
      HTTPRequest("GET", $0, headers: HTTPHeaders([(name: "authorization", value: secret)]))
    }
    requests.append(HTTPRequest("GE T", server.url()))
    for value in ["\(secret)\n", "\(secret)\r\nX-B: 1", "\(secret)\0"] {
      requests.append(HTTPRequest("GET", server.url(), headers: HTTPHeaders([(name: "authorization", value: value)])))
    }
    requests.append(HTTPRequest("GET", server.url(), headers: HTTPHeaders([(name: "a: b", value: "c")])))
    for request in requests {
      let error = await failure { _ = try await transport.send(request) }
      #expect(error?.kind == .badRequest, "\(request.url)")
      #expect(error?.message.contains(secret) == false)
    }
    #expect(server.connectionCount == 0)
    server.stop()
  }

  @Test("Where nobody listens, and where no host is")
  func nobody() async throws {
    let server = try LoopbackServer { _ in [] }
    let port = server.port
    server.stop()
    // The port is free again as soon as the thread that took connections has ended.
    var error: TransportError?
    for _ in 0..<100 where error?.kind != .refused {
      error = await failure { _ = try await transport.send(HTTPRequest("GET", "http://127.0.0.1:\(port)/?key=secret")) }
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(error?.kind == .refused)
    #expect(error?.message.contains("127.0.0.1:\(port)") == true)
    #expect(error?.message.contains("secret") == false)
    let dns = await failure { _ = try await transport.send(HTTPRequest("GET", "http://no-such-host.invalid/")) }
    #expect(dns?.kind == .dns)
    let tls = try LoopbackServer { _ in [.answer("{}")] }
    let noTLS = await failure { _ = try await transport.send(HTTPRequest("GET", "https://127.0.0.1:\(tls.port)/")) }
    #expect(noTLS?.kind == .tls)
    tls.stop()
  }

  @Test("Answers that break off, and what is no answer")
  func broken() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/reset": [.reset]
      case "/close": [.close]
      case "/cut": [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".utf8)), .close]
      case "/cutChunk": [.chunkedHead(), .chunk("abc"), .close]
      case "/cutReset": [.chunkedHead(), .chunk("abc"), .wait(0.1), .reset]
      case "/garbage": [.send(Array("hello\r\n\r\n".utf8)), .close]
      case "/half": [.send(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8)), .close]
      case "/status": [.send(Array("HTTP/1.1 abc\r\n\r\n".utf8)), .close]
      case "/gzip": [.answer("no gzip", ["Content-Encoding: gzip"])]
      case "/badChunk": [.chunkedHead(), .send(Array("zz\r\nabc\r\n".utf8)), .close]
      default: [.answer("{}")]
      }
    }
    func kind(_ path: String) async -> TransportError.Kind? {
      await failure {
        let response = try await transport.send(
          HTTPRequest("POST", server.url(path), body: [1], limits: TimeLimits(total: .seconds(600))))
        _ = try await response.body.bytes()
      }?.kind
    }
    #expect(await kind("/reset") == .reset)
    #expect(await kind("/close") == .reset)
    #expect(await kind("/cut") == .cut)
    #expect(await kind("/cutChunk") == .cut)
    #expect(await kind("/cutReset") == .cut)
    #expect(await kind("/garbage") == .malformed)
    #expect(await kind("/half") != nil)
    #expect(await kind("/status") != nil)
    #expect(await kind("/gzip") == .malformed)
    #expect(await kind("/badChunk") != nil)
    #expect(await kind("/") == nil)
    server.stop()
  }

  @Test("What came before a body broke off is read before its error")
  func cutLate() async throws {
    let server = try LoopbackServer { _ in [.chunkedHead(), .chunk("abc"), .close] }
    let response = try await transport.send(HTTPRequest("GET", server.url()))
    var text = ""
    let error = await failure {
      for try await piece in response.body { text += String(decoding: piece, as: UTF8.self) }
    }
    #expect(text == "abc")
    #expect(error?.kind == .cut)
    server.stop()
  }

  @Test("A body has a limit, with and without a length")
  func tooLarge() async throws {
    let long = String(repeating: "a", count: 5000)
    let server = try LoopbackServer { request in
      request.path == "/length" ? [.answer(long)] : [.chunkedHead(), .chunk(long), .chunk(long), .lastChunk]
    }
    for path in ["/length", "/chunks"] {
      var request = HTTPRequest("GET", server.url(path), bodyLimit: 4999)
      #expect(await failure { _ = try await transport.send(request).body.bytes() }?.kind == .tooLarge)
      request.bodyLimit = 10_000
      #expect(await failure { _ = try await transport.send(request).body.bytes() } == nil)
    }
    server.stop()
  }

  @Test("Each limit of time says its own name")
  func limits() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      case "/first": [.waitForClose]
      case "/idle": [.chunkedHead(), .chunk("a"), .waitForClose]
      default: [.chunkedHead()] + (0..<200).flatMap { _ in [.chunk("a"), .wait(0.05)] } + [.lastChunk]
      }
    }
    func kind(_ path: String, _ limits: TimeLimits) async -> TransportError.Kind? {
      await failure {
        _ = try await transport.send(HTTPRequest("GET", server.url(path), limits: limits)).body.bytes()
      }?.kind
    }
    #expect(await kind("/first", TimeLimits(firstByte: .milliseconds(150))) == .firstByteTimeout)
    #expect(await kind("/idle", TimeLimits(firstByte: .seconds(600), idle: .milliseconds(150))) == .idleTimeout)
    #expect(
      await kind("/slow", TimeLimits(firstByte: .seconds(600), idle: .seconds(600), total: .milliseconds(300)))
        == .totalTimeout)
    #expect(await kind("/first", TimeLimits(total: .milliseconds(150))) == .totalTimeout)
    server.stop()
  }

  @Test("What comes before an answer is no byte of it")
  func limitsBehindInformation() async throws {
    let hints = LoopbackServer.Step.send(Array("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".utf8))
    let server = try LoopbackServer { request in
      request.path == "/never" ? [hints, .waitForClose] : [hints, .wait(1), .answer("{}")]
    }
    let patient = TimeLimits(firstByte: .seconds(600), idle: .milliseconds(200), total: .seconds(600))
    #expect(try await transport.send(HTTPRequest("GET", server.url("/late"), limits: patient)).status == 200)
    let impatient = TimeLimits(firstByte: .milliseconds(200), idle: .seconds(600), total: .seconds(15))
    let never = HTTPRequest("GET", server.url("/never"), limits: impatient)
    #expect(await failure { _ = try await transport.send(never) }?.kind == .firstByteTimeout)
    server.stop()
  }
}
