import Foundation
import LoopbackServer
import Testing
import Typecast

@testable import TypecastCurl

@Suite("The life of transfers", .serialized)
struct LifeTests {
  private let transport = CurlTransport()

  @Test("500 streams at once, each with its own bytes")
  func many() async throws {
    let server = try LoopbackServer { request in
      [.chunkedHead()] + (0..<5).flatMap { [.wait(0.02), .chunk("\(request.path)-\($0) ")] } + [.lastChunk]
    }
    let transport = transport
    let texts = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for index in 0..<500 {
        group.addTask {
          let response = try await transport.send(HTTPRequest("GET", server.url("/\(index)")))
          return (index, String(decoding: try await response.body.bytes(), as: UTF8.self))
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(texts.count == 500)
    for (index, text) in texts { #expect(text == (0..<5).map { "/\(index)-\($0) " }.joined()) }
    #expect(server.connectionCount > 100)
    #expect(try await eventually { transport.loop.activeCount == 0 })
    server.stop()
  }

  @Test("Cancelling ends a transfer at once, whatever it waits for")
  func cancelled() async throws {
    let server = try LoopbackServer { request in
      request.path == "/head" ? [.waitForClose] : [.chunkedHead(), .chunk("a"), .waitForClose]
    }
    let transport = transport
    // Before it starts.
    let early = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await transport.send(HTTPRequest("GET", server.url("/head")))
    }
    early.cancel()
    await #expect(throws: CancellationError.self) { try await early.value }
    #expect(server.connectionCount == 0)
    // While it waits for the head.
    let head = Task { try await transport.send(HTTPRequest("GET", server.url("/head"))) }
    #expect(try await eventually { server.requestCount == 1 })
    head.cancel()
    await #expect(throws: CancellationError.self) { try await head.value }
    #expect(try await eventually { server.closedEarlyCount == 1 })
    // While it waits for the body.
    let body = Task {
      let response = try await transport.send(HTTPRequest("GET", server.url("/body")))
      return try await response.body.bytes()
    }
    #expect(try await eventually { server.requestCount == 2 })
    try await Task.sleep(for: .milliseconds(50))
    body.cancel()
    await #expect(throws: CancellationError.self) { try await body.value }
    #expect(try await eventually { server.closedEarlyCount == 2 })
    #expect(try await eventually { transport.loop.activeCount == 0 && server.openCount == 0 })
    server.stop()
  }

  @Test("Cancelling ends what is still connecting")
  func cancelledWhileConnecting() async throws {
    // Nobody takes a connection from this queue, so that those behind its end never stand.
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        _ = bind(listener, pointer, size)
        _ = listen(listener, 0)
        _ = getsockname(listener, pointer, &size)
      }
    }
    let url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/"
    let transport = transport
    let tasks = (0..<8).map { _ in Task { try await transport.send(HTTPRequest("GET", url)) } }
    #expect(try await eventually { transport.loop.activeCount == 8 })
    for task in tasks { task.cancel() }
    for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
    #expect(try await eventually { transport.loop.activeCount == 0 })
    // The first ones wait for an answer; those behind them for a connection.
    let kinds = await withTaskGroup(of: TransportError.Kind?.self) { group in
      for _ in 0..<4 {
        group.addTask {
          await failure {
            let limits = TimeLimits(connect: .milliseconds(300), firstByte: .milliseconds(300))
            _ = try await transport.send(HTTPRequest("GET", url, limits: limits))
          }?.kind
        }
      }
      return await group.reduce(into: Set<TransportError.Kind?>()) { $0.insert($1) }
    }
    #expect(kinds.contains(.connectTimeout))
    #expect(kinds.isSubset(of: [.connectTimeout, .firstByteTimeout]))
  }

  @Test("Who drops an answer, or stops reading it, ends the transfer")
  func dropped() async throws {
    let server = try LoopbackServer { _ in [.chunkedHead(), .chunk("a"), .waitForClose] }
    do { _ = try await transport.send(HTTPRequest("GET", server.url())) }
    #expect(try await eventually { server.closedEarlyCount == 1 })
    do {
      let response = try await transport.send(HTTPRequest("GET", server.url()))
      for try await _ in response.body { break }
    }
    #expect(try await eventually { server.closedEarlyCount == 2 && transport.loop.activeCount == 0 })
    server.stop()
  }

  @Test("Who reads slowly makes the other side wait, and still gets everything")
  func backPressure() async {
    // No other test takes memory in a process of its own.
    await #expect(processExitsWith: .success) {
      let total = 64 << 20
      let piece = [UInt8]((0..<65536).map { UInt8(truncatingIfNeeded: $0) })
      let server = try LoopbackServer { _ in
        [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n".utf8))]
          + Array(repeating: .send(piece), count: total / piece.count)
      }
      let before = Usage.now.memory
      // A limit between pieces does not count while it is the reader who is slow.
      let request = HTTPRequest("GET", server.url(), limits: TimeLimits(idle: .seconds(3)), bodyLimit: total)
      let response = try await CurlTransport().send(request)
      try await Task.sleep(for: .seconds(4))
      #expect(Usage.now.memory - before < 16 << 20)
      var (count, most, isRight) = (0, 0, true)
      for try await bytes in response.body {
        isRight =
          isRight && bytes.first == UInt8(truncatingIfNeeded: count)
          && bytes.last == UInt8(truncatingIfNeeded: count + bytes.count - 1)
        count += bytes.count
        // The other side is always faster than that.
        try await Task.sleep(for: .microseconds(300))
        most = max(most, Usage.now.memory - before)
      }
      #expect(most < 16 << 20, "\(most) bytes")
      #expect(count == total)
      #expect(isRight)
    }
  }

  @Test("Cancelling ends a transfer that waits for its reader")
  func cancelledWhilePaused() async throws {
    let server = try LoopbackServer { _ in
      [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n".utf8))]
        + Array(repeating: .send([UInt8](repeating: 1, count: 1 << 20)), count: 95)
    }
    var response: HTTPResponse? = try await transport.send(HTTPRequest("GET", server.url(), bodyLimit: .max))
    try await Task.sleep(for: .milliseconds(200))
    #expect(response?.status == 200)
    response = nil
    #expect(try await eventually { server.closedEarlyCount == 1 && transport.loop.activeCount == 0 })
    server.stop()
  }

  @Test("Nothing is left behind: no file, no thread, no memory")
  func leaks() async {
    await #expect(processExitsWith: .success) {
      let server = try LoopbackServer { request in
        request.path == "/reset" ? [.reset] : request.path == "/slow" ? [.waitForClose] : [.answer(request.path)]
      }
      @Sendable func ask(_ transport: CurlTransport, _ index: Int) async {
        let path = index % 10 == 0 ? "/reset" : index % 10 == 1 ? "/slow" : "/x"
        let limits = TimeLimits(total: path == "/slow" ? .milliseconds(5) : nil)
        let response = try? await transport.send(HTTPRequest("POST", server.url(path), body: [1], limits: limits))
        if index % 3 == 0 { _ = try? await response?.body.bytes() }
      }
      func crowd() async {
        let transport = CurlTransport()
        await withTaskGroup(of: Void.self) { group in
          for index in 0..<100 { group.addTask { await ask(transport, index) } }
        }
      }
      func row() async {
        let transport = CurlTransport()
        for index in 0..<1000 { await ask(transport, index) }
      }
      func settled(_ body: () async throws -> Void) async throws {
        try await body()
        #expect(try await eventually { server.openCount == 0 })
      }
      // One after the other takes the same memory each time, so that what stays of a thousand is seen. What libraries
      // keep for good, they keep after the first ones; and nothing that many at once gave back is there to be used.
      for _ in 0..<2 { try await settled(row) }
      var growth: [Int] = []
      for _ in 0..<3 {
        let before = Usage.now.memory
        try await settled(row)
        growth.append(Usage.now.memory - before)
      }
      let least = try #require(growth.min())
      // A transfer is some thousand bytes.
      #expect(least < 256 << 10, "\(growth)")
      try await settled(crowd)
      let first = Usage.now
      for _ in 0..<20 { try await settled(crowd) }
      // The threads that tasks run on come and go.
      #expect(try await eventually { Usage.now.files <= first.files && Usage.now.threads <= first.threads + 4 })
    }
  }

  @Test("A transport that nobody holds any more ends its thread, behind the last body")
  func ends() async throws {
    let server = try LoopbackServer { _ in [.chunkedHead(), .chunk("a"), .wait(0.2), .chunk("b"), .lastChunk] }
    var transport: CurlTransport? = CurlTransport()
    weak let loop = transport?.loop
    var response = try await transport?.send(HTTPRequest("GET", server.url()))
    transport = nil
    #expect(loop != nil)
    #expect(try await response?.body.bytes() == Array("ab".utf8))
    response = nil
    #expect(try await eventually { loop == nil })
    weak let unused = CurlTransport().loop
    #expect(unused == nil)
    server.stop()
  }

  @Test("Transports that end while their transfers are cancelled")
  func endsCancelled() async throws {
    let server = try LoopbackServer { _ in [.chunkedHead(), .chunk("a"), .chunk("b"), .waitForClose] }
    for _ in 0..<200 {
      let task = Task {
        let response = try await CurlTransport().send(HTTPRequest("GET", server.url()))
        for try await _ in response.body {}
      }
      try await Task.sleep(for: .microseconds(Int.random(in: 0...2000)))
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
    }
    #expect(try await eventually { server.openCount == 0 })
    server.stop()
  }

  @Test("A transport that was made while no file was free still hears what it is asked")
  func deaf() async {
    await #expect(processExitsWith: .success) {
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
      var limit = rlimit()
      getrlimit(files, &limit)
      var none = limit
      none.rlim_cur = 0
      setrlimit(files, &none)
      let transport = CurlTransport()
      setrlimit(files, &limit)
      let server = try LoopbackServer { request in request.path == "/wait" ? [.waitForClose] : [.answer("{}")] }
      let waiting = Task { try await transport.send(HTTPRequest("GET", server.url("/wait"))) }
      #expect(try await eventually { server.requestCount == 1 })
      // Now the thread waits for what comes, which is nothing.
      try await Task.sleep(for: .milliseconds(300))
      let next = Task { try await transport.send(HTTPRequest("GET", server.url())).status }
      #expect(try await eventually { server.requestCount == 2 })
      #expect(try await next.value == 200)
      try await Task.sleep(for: .milliseconds(300))
      waiting.cancel()
      #expect(try await eventually { server.closedEarlyCount == 1 })
    }
  }
}

/// What this process has of the system.
private struct Usage {
  let memory: Int
  let files: Int
  let threads: Int

  static var now: Usage {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    func count(_ folder: String) -> Int {
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(folder)").count) ?? 0
    }
    return Usage(
      memory: (pages.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4096, files: count("fd"),
      threads: count("task"))
  }
}
