import LoopbackServer
import Synchronization
import Testing
import Typecast
import TypecastCurl
import TypecastServer

@Suite("The life of a server")
struct LifeTests {
  private let transport = CurlTransport()

  private func failure(_ body: () throws -> HTTPServer) -> ServerError? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? ServerError
    }
  }

  private func server(host: String = "127.0.0.1", port: Int = 0) throws -> HTTPServer {
    try HTTPServer(host: host, port: port) { _ in ServerAnswer(status: 200, body: [65]) }
  }

  /// Whether a server can listen at a port.
  private func isFree(_ port: Int) async -> Bool {
    guard let server = try? server(port: port) else { return false }
    await server.stop()
    return true
  }

  @Test("Stopping breaks off what is under way, whatever it waits for, and frees the port")
  func stop() async throws {
    let (began, cancelled) = (Counter(), Counter())
    let server = try HTTPServer { request in
      let gate = Gate()
      if request.url.hasSuffix("/stream") {
        let place = Counter()
        return ServerAnswer(
          status: 200,
          stream: HTTPBody(
            AsyncThrowingStream<[UInt8], any Error> {
              if place.increment() == 1 { return [65] }
              began.increment()
              await gate.openWhenCancelled()
              cancelled.increment()
              return nil
            }))
      }
      began.increment()
      await gate.openWhenCancelled()
      cancelled.increment()
      return ServerAnswer(status: 200)
    }
    let (transport, address) = (transport, server.address)
    let failures = Counter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<100 {
        group.addTask {
          do {
            let request = HTTPRequest("GET", "\(address)/\(index % 2 == 0 ? "stream" : "head")")
            _ = try await transport.send(request).body.bytes()
          } catch is TransportError {
            failures.increment()
          }
        }
      }
      // One that is half sent, and one that sends nothing.
      let half = try RawClient(server.port)
      await half.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
      let idle = try RawClient(server.port)
      #expect(try await eventually { began.value == 100 })
      await server.stop()
      #expect(server.requestCount == 0)
      _ = await half.receiveAll()
      _ = await idle.receiveAll()
      try await group.waitForAll()
    }
    #expect(failures.value == 100)
    #expect(try await eventually { cancelled.value == 100 })
    #expect(await isFree(server.port))
    await server.stop()
  }

  @Test("Stopping does not wait for a handler that does not care, nor for another stop")
  func stubborn() async throws {
    let (began, end, ended) = (Gate(), Gate(), Gate())
    let server = try HTTPServer { _ in
      began.open()
      await end.wait()
      ended.open()
      return ServerAnswer(status: 200, stream: HTTPBody([[65]]))
    }
    let client = try await RawClient(server.port, "GET / HTTP/1.1")
    await began.wait()
    async let first: Void = server.stop()
    async let second: Void = server.stop()
    _ = await (first, second)
    #expect(await client.receiveAll().text == "")
    // Its answer comes too late, and harms nobody.
    end.open()
    await ended.wait()
  }

  @Test("A handler may stop its own server")
  func stopsItself() async throws {
    let box = Box()
    let stopped = Gate()
    let server = try HTTPServer { _ in
      await box.server?.stop()
      stopped.open()
      return ServerAnswer(status: 200)
    }
    box.server = server
    let client = try await RawClient(server.port, "GET /quit HTTP/1.1")
    await stopped.wait()
    #expect(await client.receiveAll().text == "")
    box.server = nil
  }

  @Test("A server that nobody holds stops, and frees its port")
  func dropped() async throws {
    var server: HTTPServer? = try server()
    let port = try #require(server?.port)
    _ = try await transport.send(HTTPRequest("GET", "http://127.0.0.1:\(port)/"))
    server = nil
    var isFreed = false
    for _ in 0..<60_000 where !isFreed {
      isFreed = await isFree(port)
      if !isFreed { try await Task.sleep(for: .milliseconds(10)) }
    }
    #expect(isFreed)
  }

  @Test("What a handler holds is let go when its server has stopped")
  func released() async throws {
    weak var held: Held?
    do {
      let here = Held()
      held = here
      let server = try HTTPServer { [here] _ in ServerAnswer(status: here.status) }
      #expect(try await transport.send(HTTPRequest("GET", server.address)).status == 201)
      await server.stop()
    }
    #expect(try await eventually { held == nil })
  }

  @Test("Starting, stopping and asking at the same time")
  func storm() async throws {
    let transport = transport
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<40 {
        group.addTask {
          let server = try HTTPServer { _ in
            ServerAnswer(status: 200, stream: HTTPBody((0..<20).map { _ in [65, 66, 67] }))
          }
          let address = server.address
          await withTaskGroup(of: Void.self) { clients in
            for _ in 0..<8 {
              clients.addTask {
                // A whole answer, or none; a wrong one never.
                guard let bytes = try? await transport.send(HTTPRequest("GET", address)).body.bytes() else { return }
                #expect(bytes.count == 60)
              }
            }
            for _ in 0..<Int.random(in: 0..<50) { await Task.yield() }
            await server.stop()
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("A port that is in use is named with its host")
  func inUse() async throws {
    let first = try server()
    for host in ["127.0.0.1", "localhost", "0.0.0.0"] {
      let error = failure { try server(host: host, port: first.port) }
      #expect(error?.kind == .inUse)
      #expect(error?.message.contains("Port \(first.port) of \(host) is in use") == true)
    }
    // The failed one has not left half of itself behind.
    await first.stop()
    let second = try server(host: "localhost", port: first.port)
    await second.stop()
  }

  @Test("Hosts of both kinds, in all spellings")
  func hosts() async throws {
    let cases = [
      ("127.0.0.1", ["127.0.0.1"]), ("127.0.0.2", ["127.0.0.2"]), ("::1", ["[::1]"]), ("[::1]", ["[::1]"]),
      ("localhost", ["127.0.0.1", "[::1]", "localhost"]), ("0.0.0.0", ["127.0.0.1", "127.0.0.2"]), ("::", ["[::1]"]),
    ]
    for (host, names) in cases {
      let server = try server(host: host)
      let shown = host.contains(":") && !host.contains("[") ? "[\(host)]" : host
      #expect(server.address == "http://\(shown):\(server.port)")
      for name in names {
        let response = try await transport.send(HTTPRequest("GET", "http://\(name):\(server.port)/"))
        #expect(response.status == 200, "\(host) asked as \(name)")
      }
      await server.stop()
    }
    // Nothing but what is named is listened at.
    let loopback = try server()
    await #expect(throws: TransportError.self) {
      try await transport.send(HTTPRequest("GET", "http://127.0.0.2:\(loopback.port)/"))
    }
    await loopback.stop()
  }

  @Test("What can't be listened at is refused with what to do")
  func refused() async throws {
    for host in ["", "*", "[]", "no-such-host.invalid", "192.0.2.1", "127.0.0.1:80", "a\0b"] {
      #expect(failure { try server(host: host) }?.kind == .badAddress, "\(host)")
    }
    for port in [-1, 65536, Int.max] {
      let error = failure { try server(port: port) }
      #expect(error?.kind == .badAddress)
      #expect(error?.message.contains("There is no port \(port)") == true)
    }
    #expect(
      failure { try server(host: "192.0.2.1") }?.message.contains("192.0.2.1 is no address of this machine") == true)
  }
}

/// Something that a handler holds.
private final class Held: Sendable {
  let status = 201
}

/// Where a handler finds its own server.
private final class Box: @unchecked Sendable {
  private let lock = Mutex<HTTPServer?>(nil)
  var server: HTTPServer? {
    get { lock.withLock { $0 } }
    set { lock.withLock { $0 = newValue } }
  }
}
