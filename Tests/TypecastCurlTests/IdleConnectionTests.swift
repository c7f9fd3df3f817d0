import LoopbackServer
import Testing
import Typecast

@testable import TypecastCurl

@Suite("Connections that nobody uses")
struct IdleConnectionTests {
  @Test("Those of a burst are given back soon, even while an answer goes on; a few are kept to be used again")
  func burst() async throws {
    let few = try LoopbackServer { _ in [.answer("{}")] }
    let kept = CurlTransport()
    let clock = ContinuousClock()
    let before = clock.now
    _ = try await kept.send(HTTPRequest("GET", few.url())).body.bytes()
    let server = try LoopbackServer { request in
      request.path == "/long" ? [.chunkedHead(), .chunk("a"), .waitForClose] : [.wait(0.5), .answer("{}")]
    }
    let transport = CurlTransport()
    let long = try await transport.send(HTTPRequest("GET", server.url("/long")))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<200 {
        group.addTask { _ = try await transport.send(HTTPRequest("GET", server.url())).body.bytes() }
      }
      try await group.waitForAll()
    }
    #expect(server.connectionCount > 64)
    #expect(try await eventually { server.openCount == 1 }, "\(server.openCount) are open")
    #expect(long.status == 200)
    _ = try await kept.send(HTTPRequest("GET", few.url())).body.bytes()
    // Where the machine was busy for minutes, libcurl itself has given it up.
    #expect(few.connectionCount == 1 || before.duration(to: clock.now) > .seconds(100))
    server.stop()
    few.stop()
  }
}
