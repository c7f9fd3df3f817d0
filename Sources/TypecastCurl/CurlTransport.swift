public import Typecast

/// A transport over libcurl. All requests of one transport share a thread, its connections and its TLS sessions.
///
/// Proxies are taken from the environment as libcurl does it, authorities from `CURL_CA_BUNDLE`, `SSL_CERT_FILE` and
/// `SSL_CERT_DIR` where these are set.
public final class CurlTransport: Transport {
  /// The transport that models use if they are not given another one.
  public static let shared = CurlTransport()

  let loop: CurlLoop
  private let options: Options

  /// A transport with connections and a thread of its own, which end with it.
  public init(_ options: Options = Options()) {
    self.options = options
    loop = CurlLoop()
  }

  deinit { loop.stop() }

  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    var request = request
    var redirects = 0
    let start = monotonicNow()
    while true {
      let address = try RequestCheck.check(request)
      try LoopbackGuard.check(address)
      // Being sent elsewhere takes of the same time.
      let transfer = Transfer(request, address, options, loop, start: start)
      let response = try await transfer.response()
      guard let next = try Redirect.next(after: response, to: request, at: address) else { return response }
      redirects += 1
      guard redirects <= Redirect.most else {
        throw TransportError(
          .redirect, "\(address.host) sent the request on more than \(Redirect.most) times; correct the base URL.")
      }
      request = next
    }
  }
}
