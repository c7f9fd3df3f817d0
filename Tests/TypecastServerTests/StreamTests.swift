import LoopbackServer
import Synchronization
import Testing
import Typecast
import TypecastCurl
import TypecastServer

@Suite("Bodies in pieces")
struct StreamTests {
  private let transport = CurlTransport()

  private func stream(_ pieces: [String], error: (any Error)? = nil) -> HTTPBody {
    HTTPBody(
      AsyncThrowingStream { continuation in
        for piece in pieces { continuation.yield(Array(piece.utf8)) }
        continuation.finish(throwing: error)
      })
  }

  private func failure(_ url: String) async -> TransportError? {
    do {
      _ = try await transport.send(HTTPRequest("GET", url)).body.bytes()
      return nil
    } catch {
      return error as? TransportError
    }
  }

  @Test("The head comes before the first piece is there, and each piece before the next")
  func pieces() async throws {
    let gates = (0..<4).map { _ in Gate() }
    let server = try HTTPServer { _ in
      let place = Counter()
      let body = AsyncThrowingStream<[UInt8], any Error> {
        let number = place.increment() - 1
        if number == 4 { return nil }
        // The client opens the gate when it has what came before.
        await gates[number].wait()
        return Array("piece \(number)".utf8)
      }
      return ServerAnswer(status: 200, headers: HTTPHeaders([("X-A", "1")]), stream: HTTPBody(body))
    }
    let response = try await transport.send(HTTPRequest("GET", server.address))
    #expect(response.headers["x-a"] == "1")
    var body = response.body.makeAsyncIterator()
    for number in 0..<4 {
      gates[number].open()
      #expect(try await body.next().map { String(decoding: $0, as: UTF8.self) } == "piece \(number)")
    }
    #expect(try await body.next() == nil)
    await server.stop()
  }

  @Test("Each piece is a chunk, and an empty one is none")
  func chunks() async throws {
    let body = stream(["ab", "", "0123456789abcdef", "c", ""])
    let server = try HTTPServer { _ in ServerAnswer(status: 200, stream: body) }
    let client = try await RawClient(server.port, "GET / HTTP/1.1", ["Connection: close"])
    let text = await client.receiveAll().text
    #expect(text.hasSuffix("\r\n\r\n2\r\nab\r\n10\r\n0123456789abcdef\r\n1\r\nc\r\n0\r\n\r\n"))
    await server.stop()
  }

  @Test("A body of a known length has no chunks, and long pieces come whole")
  func length() async throws {
    let piece = (0..<1_000_003).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let server = try HTTPServer { request in
      ServerAnswer(
        status: 200, stream: HTTPBody([piece, piece]), length: request.url.hasSuffix("/known") ? 2_000_006 : nil)
    }
    for path in ["/known", "/unknown"] {
      let response = try await transport.send(HTTPRequest("GET", server.address + path))
      #expect(response.headers["content-length"] == (path == "/known" ? "2000006" : nil))
      #expect(try await response.body.bytes() == piece + piece)
    }
    await server.stop()
  }

  @Test("A client of HTTP/1.0 gets no chunks")
  func old() async throws {
    let body = stream(["ab", "cd"])
    let server = try HTTPServer { _ in ServerAnswer(status: 200, stream: body) }
    let client = try RawClient(server.port)
    await client.send("GET / HTTP/1.0\r\n\r\n")
    let (text, isReset) = await client.receiveAll()
    #expect(text.hasSuffix("\r\n\r\nabcd"))
    #expect(!isReset)
    await server.stop()
  }

  @Test("A body that throws, or has another length than was said, is no whole answer")
  func broken() async throws {
    struct Fault: Error {}
    let server = try HTTPServer { request in
      switch request.url.split(separator: "/").last ?? "" {
      case "thrown": ServerAnswer(status: 200, stream: stream(["a"], error: Fault()))
      case "thrown-known": ServerAnswer(status: 200, stream: stream(["a"], error: Fault()), length: 2)
      case "first": ServerAnswer(status: 200, stream: stream([], error: Fault()))
      case "reset": ServerAnswer(status: 200, stream: stream(["a"], error: BrokenConnection.reset))
      case "short": ServerAnswer(status: 200, stream: stream(["a"]), length: 2)
      case "long": ServerAnswer(status: 200, stream: stream(["a", "bc"]), length: 2)
      default: ServerAnswer(status: 200, stream: stream(["a", "b"]), length: 2)
      }
    }
    for path in ["thrown", "thrown-known", "first", "reset", "short", "long"] {
      #expect(await failure("\(server.address)/\(path)")?.kind == .cut, "\(path)")
    }
    #expect(await failure("\(server.address)/whole") == nil)
    // What was sent before the break arrives.
    let client = try await RawClient(server.port, "GET /thrown HTTP/1.1")
    let (text, isReset) = await client.receiveAll()
    #expect(text.hasSuffix("\r\n\r\n1\r\na\r\n"))
    #expect(!isReset)
    // Where the end of the connection is the end of the body, only a reset tells them apart.
    let old = try RawClient(server.port)
    await old.send("GET /thrown HTTP/1.0\r\n\r\n")
    #expect(await old.receiveAll().isReset)
    await server.stop()
  }

  @Test("No answer at all: closed, or reset")
  func noAnswer() async throws {
    let server = try HTTPServer { .broken($0.url.hasSuffix("/reset") ? .reset : .closed) }
    for (path, isReset) in [("/close", false), ("/reset", true)] {
      #expect(await failure(server.address + path)?.kind == .reset)
      let client = try await RawClient(server.port, "GET \(path) HTTP/1.1")
      let end = await client.receiveAll()
      #expect(end.text == "")
      #expect(end.isReset == isReset)
    }
    await server.stop()
  }

  @Test("Nothing is pulled that a client does not take, and all arrives when it does")
  func backPressure() async throws {
    let count = 1000
    let pulls = Counter()
    let piece = [UInt8](repeating: 7, count: 64 << 10)
    let server = try HTTPServer { _ in
      let body = AsyncThrowingStream<[UInt8], any Error> { pulls.increment() > count ? nil : piece }
      return ServerAnswer(status: 200, stream: HTTPBody(body), length: count * (64 << 10))
    }
    let client = try await RawClient(server.port, "GET / HTTP/1.1", ["Connection: close"], buffer: 4096)
    #expect(try await eventually { pulls.value > 1 })
    // The buffers of the system fill, and then it rests.
    var before = -1
    while pulls.value != before {
      before = pulls.value
      try await Task.sleep(for: .milliseconds(200))
    }
    #expect(before < count / 2, "\(before) pieces of 64 KiB were pulled for a client that takes nothing.")
    #expect(await client.count() > count * (64 << 10))
    await server.stop()
  }

  @Test("A body is let go with its request, read to its end or not", arguments: ["HEAD", "GET", "LEAVE"])
  func released(method: String) async throws {
    let held = Mutex([Weak]())
    let server = try HTTPServer { _ in
      let object = Held()
      held.withLock { $0.append(Weak(object)) }
      let body = AsyncThrowingStream<[UInt8], any Error> { [UInt8](repeating: object.byte, count: 64 << 10) }
      return ServerAnswer(status: 200, stream: HTTPBody(body), length: method == "LEAVE" ? nil : 128 << 10)
    }
    if method == "LEAVE" {
      let client = try await RawClient(server.port, "GET / HTTP/1.1", buffer: 4096)
      _ = await client.receive(until: "\r\n\r\n")
    } else {
      _ = try await transport.send(HTTPRequest(method, server.address)).body.bytes()
    }
    #expect(try await eventually { held.withLock { $0.count == 1 && $0[0].object == nil } })
    await server.stop()
  }
}

/// Something that a body holds.
private final class Held: Sendable {
  let byte: UInt8 = 7
}

private final class Weak: @unchecked Sendable {
  private(set) weak var object: Held?
  init(_ object: Held) { self.object = object }
}
