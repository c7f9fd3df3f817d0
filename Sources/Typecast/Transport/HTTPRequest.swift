/// What is sent to a server.
public struct HTTPRequest: Sendable {
  /// The method, such as `POST`.
  public var method: String
  /// The whole address.
  public var url: String
  /// What is sent before the body.
  public var headers: HTTPHeaders
  /// What is sent; empty for none.
  public var body: [UInt8]
  /// How long it may take.
  public var limits: TimeLimits
  /// The most bytes that the body of an answer may have.
  public var bodyLimit: Int

  /// A request whose answer has at most 64 MiB, unless another limit is given.
  public init(
    _ method: String, _ url: String, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = [],
    limits: TimeLimits = TimeLimits(), bodyLimit: Int = 64 << 20
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.limits = limits
    self.bodyLimit = bodyLimit
  }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What is asked of whom, without headers, body, query, and a password in the address, which may hold secrets.
  public var description: String {
    let bytes = Array(url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    var shown = bytes[...]
    if let slashes = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) {
      let place = bytes[(slashes + 3)...].prefix { $0 != UInt8(ascii: "/") }
      if let at = place.lastIndex(of: UInt8(ascii: "@")) { shown = bytes[..<(slashes + 3)] + bytes[(at + 1)...] }
    }
    return "\(method) \(String(decoding: shown, as: UTF8.self)), \(body.count) bytes"
  }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(reflecting: description) }
}
