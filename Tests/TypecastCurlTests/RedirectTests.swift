import LoopbackServer
import Testing
import Typecast

@testable import TypecastCurl

@Suite("Answers that send a request on")
struct RedirectTests {
  private let transport = CurlTransport()

  /// A server whose paths are a status and a place.
  private func server() throws -> LoopbackServer {
    try LoopbackServer { request in
      let parts = request.path.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      guard parts.count == 2, let status = Int(parts[0]) else {
        let names = ["authorization", "x-api-key", "cookie", "x-plain", "content-type", "anthropic-version"]
        let values = names.map { request.headers[$0] ?? "-" }
        return [.answer("\(request.method) \(request.path) \(values.joined(separator: " ")) \(request.body.count)")]
      }
      return [.answer("", status: "\(status) Moved", ["Location: \(parts[1])"])]
    }
  }

  private func request(_ method: String, _ url: String) -> HTTPRequest {
    HTTPRequest(
      method, url,
      headers: HTTPHeaders([
        (name: "Authorization", value: "a"), (name: "X-API-Key", value: "b"), (name: "Cookie", value: "c"),
        (name: "X-Plain", value: "d"), (name: "Content-Type", value: "e"), (name: "anthropic-version", value: "f"),
      ]), body: method == "POST" ? [1, 2, 3] : [])
  }

  private func text(_ request: HTTPRequest) async throws -> String {
    String(decoding: try await transport.send(request).body.bytes(), as: UTF8.self)
  }

  @Test("On the same host everything goes along")
  func same() async throws {
    let server = try server()
    #expect(try await text(request("POST", server.url("/307//ok"))) == "POST /ok a b c d e f 3")
    #expect(try await text(request("POST", server.url("/308//ok?x"))) == "POST /ok?x a b c d e f 3")
    #expect(try await text(request("GET", server.url("/302//a"))) == "GET /a a b c d e f 0")
    #expect(try await text(request("GET", server.url("/301/\(server.url("/a"))"))) == "GET /a a b c d e f 0")
    server.stop()
  }

  @Test("No other host gets a key, nor a header that is not known to hold none")
  func other() async throws {
    let (first, second) = (try server(), try server())
    for target in [second.url("/a"), "//127.0.0.1:\(second.port)/a"] {
      #expect(try await text(request("POST", first.url("/307/\(target)"))) == "POST /a - - - - e f 3", "\(target)")
    }
    // The way back is one to another host, too.
    let there = second.url("/307/\(first.url("/a"))")
    #expect(try await text(request("POST", first.url("/307/\(there)"))) == "POST /a - - - - e f 3")
    first.stop()
    second.stop()
  }

  @Test("What would lose its body, lead in circles or out of HTTP, is an error")
  func refused() async throws {
    let server = try server()
    func kind(_ method: String, _ path: String) async -> TransportError? {
      await failure { _ = try await transport.send(request(method, server.url(path))) }
    }
    for status in [301, 302, 303] {
      let error = await kind("POST", "/\(status)/http://api.example.com/v1?key=secret")
      #expect(error?.kind == .redirect)
      #expect(error?.message.contains("api.example.com") == true)
      #expect(error?.message.contains("secret") == false)
    }
    #expect(await kind("GET", "/302/ftp://x/y")?.kind == .redirect)
    #expect(await kind("GET", "/302/file:///etc/passwd")?.kind == .redirect)
    #expect(await kind("GET", "/302/http://")?.kind == .redirect)
    let circle = try LoopbackServer { _ in [.answer("", status: "302 Found", ["Location: /"])] }
    #expect(await failure { _ = try await transport.send(request("GET", circle.url())) }?.kind == .redirect)
    #expect(circle.requestCount == 11)
    circle.stop()
    server.stop()
  }

  @Test("Nothing goes from a safe connection to one that others can read")
  func downgrade() throws {
    let response = HTTPResponse(
      status: 307, headers: HTTPHeaders([(name: "location", value: "http://a.example/x")]), body: HTTPBody([]))
    let address = try #require(Address("https://a.example/"))
    #expect(throws: TransportError.self) {
      try Redirect.next(after: response, to: HTTPRequest("POST", "https://a.example/"), at: address)
    }
  }

  @Test(
    "A place is found from where it is named",
    arguments: [
      ("https://h/a/b?c", "x", "https://h/a/x"), ("https://h/a/b?c", "/x", "https://h/x"),
      ("https://h:1/a", "//g/x", "https://g/x"), ("https://h", "x", "https://h/x"),
      ("https://h/a?b", "?c", "https://h/a?c"),
      ("https://h/a", "https://g:2/", "https://g:2/"),
    ])
  func resolved(base: String, location: String, expected: String) throws {
    let response = HTTPResponse(
      status: 308, headers: HTTPHeaders([(name: "location", value: location)]), body: HTTPBody([]))
    let address = try #require(Address(base))
    #expect(try Redirect.next(after: response, to: HTTPRequest("GET", base), at: address)?.url == expected)
  }
}
