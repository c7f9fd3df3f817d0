import LoopbackServer
import Synchronization
import Testing
import Typecast

@testable import TypecastCurl

@Suite("Proxies")
struct ProxyTests {
  @Test("A request without TLS goes to the proxy as a whole")
  func plain() async throws {
    let proxy = try LoopbackServer { request in [.answer("\(request.method) \(request.path)")] }
    let transport = CurlTransport(CurlTransport.Options(proxy: proxy.url("")))
    let response = try await transport.send(HTTPRequest("GET", "http://api.invalid/v1"))
    #expect(String(decoding: try await response.body.bytes(), as: UTF8.self) == "GET http://api.invalid/v1")
    proxy.stop()
  }

  @Test(
    "A proxy that lets nobody through is named as the reason, and sees no key",
    arguments: [
      (401, TransportError.Kind.badRequest), (403, .badRequest), (404, .badRequest), (407, .badRequest),
      (429, .refused), (502, .refused), (503, .refused),
    ])
  func refused(status: Int, kind: TransportError.Kind) async throws {
    let seen = Mutex<[LoopbackServer.Request]>([])
    let proxy = try LoopbackServer { request in
      seen.withLock { $0.append(request) }
      return [.answer("no", status: "\(status) No"), .close]
    }
    let options = CurlTransport.Options(proxy: "http://user:hunter2@127.0.0.1:\(proxy.port)")
    var request = HTTPRequest("POST", "https://api.invalid/v1?key=sk-secret", body: [1])
    request.headers.add("Authorization", "Bearer sk-secret")
    let error = await failure { _ = try await CurlTransport(options).send(request) }
    #expect(error?.kind == kind)
    let message = error?.message ?? ""
    #expect(message.contains("proxy") && message.contains("api.invalid") && message.contains("\(status)"))
    #expect(!message.contains("hunter2") && !message.contains("sk-secret"))
    for request in seen.withLock({ $0 }) {
      #expect(request.method == "CONNECT")
      #expect(request.headers["authorization"] == nil)
    }
    #expect(seen.withLock { !$0.isEmpty })
    proxy.stop()
  }

  @Test("A proxy that is not there is named as the reason")
  func missing() async throws {
    let transport = CurlTransport(CurlTransport.Options(proxy: "http://no-such-proxy.invalid:1"))
    let error = await failure { _ = try await transport.send(HTTPRequest("GET", "http://api.invalid/")) }
    #expect(error?.kind == .dns)
    #expect(error?.message.contains("proxy") == true)
  }

  @Test("A proxy that does not answer is told from a server that does not", arguments: ["http", "socks5"])
  func silent(scheme: String) async throws {
    let transport = CurlTransport(CurlTransport.Options(proxy: "\(scheme)://user:hunter2@127.0.0.1:1"))
    let error = await failure { _ = try await transport.send(HTTPRequest("GET", "http://127.0.0.1:2/")) }
    #expect(error?.kind == .other)
    #expect(error?.message.contains("proxy") == true)
    #expect(error?.message.contains("hunter2") == false)
    let direct = CurlTransport(CurlTransport.Options(proxy: ""))
    let gone = await failure { _ = try await direct.send(HTTPRequest("GET", "http://127.0.0.1:2/")) }
    #expect(gone?.kind == .refused)
  }

  @Test("The password of a proxy is in no description")
  func description() {
    let options = CurlTransport.Options(proxy: "http://user:hunter2@proxy.example")
    var text = "\(options) \(String(reflecting: options)) \(CurlTransport(options))"
    dump(options, to: &text)
    dump(CurlTransport(options), to: &text)
    #expect(!text.contains("hunter2"))
  }
}
