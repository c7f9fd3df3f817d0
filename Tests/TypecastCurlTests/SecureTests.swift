import Testing
import Typecast

@testable import TypecastCurl

@Suite("TLS and HTTP/2", .serialized)
struct SecureTests {
  private let server: SecureServer

  init() throws {
    server = try SecureServer(files: ["answer": "hello", "large": String(repeating: "0123456789", count: 100_000)])
  }

  private func text(_ transport: CurlTransport, _ path: String) async throws -> String {
    try await Self.text(transport, at: server.url(path))
  }

  private static func text(_ transport: CurlTransport, at url: String) async throws -> String {
    let response = try await transport.send(HTTPRequest("POST", url, body: Array("question".utf8)))
    return String(decoding: try await response.body.bytes(), as: UTF8.self)
  }

  @Test("A server that nobody vouches for is refused, with the variable that would trust it")
  func untrusted() async throws {
    let error = await failure { _ = try await self.text(CurlTransport(), "answer") }
    #expect(error?.kind == .tls)
    #expect(error?.message.contains("CURL_CA_BUNDLE") == true)
    #expect(!server.log.contains(":path"))
  }

  @Test("A file of authorities that is not there is an error of its own")
  func missingAuthorities() async throws {
    let transport = CurlTransport(CurlTransport.Options(authorities: "/no/such/file.pem"))
    let error = await failure { _ = try await self.text(transport, "answer") }
    #expect(error?.kind == .tls)
  }

  @Test("Many requests at once share one connection of HTTP/2")
  func shared() async throws {
    let transport = CurlTransport(CurlTransport.Options(authorities: server.authority))
    #expect(try await text(transport, "answer") == "hello")
    let url = server.url("answer")
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<90 { group.addTask { try await Self.text(transport, at: url) } }
      for try await text in group { #expect(text == "hello") }
    }
    // The server takes 100 streams a connection; libcurl gives each one above that a connection of its own.
    #expect(server.connections == 1)
  }

  @Test("A large answer comes whole through the windows of HTTP/2, read slowly")
  func large() async throws {
    let transport = CurlTransport(CurlTransport.Options(authorities: server.authority))
    let response = try await transport.send(HTTPRequest("GET", server.url("large")))
    var count = 0
    for try await bytes in response.body {
      count += bytes.count
      try await Task.sleep(for: .microseconds(200))
    }
    #expect(count == 1_000_000)
    #expect(server.connections == 1)
  }

  @Test("Leaving one stream does not disturb the others of its connection")
  func left() async throws {
    let transport = CurlTransport(CurlTransport.Options(authorities: server.authority))
    for _ in 0..<20 {
      let task = Task { [url = server.url("large")] in try await Self.text(transport, at: url) }
      task.cancel()
      #expect(try await text(transport, "answer") == "hello")
      _ = await task.result
    }
    #expect(server.connections <= 2)
  }
}
