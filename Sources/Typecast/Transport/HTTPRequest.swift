/// What is sent to a server.
public struct HTTPRequest: Sendable {
  public var method: String
  /// The whole address.
  public var url: String
  public var headers: HTTPHeaders
  public var body: [UInt8]
  public var limits: TimeLimits
  /// The most bytes that the body of an answer may have.
  public var bodyLimit: Int

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
  /// What is asked of whom, without headers, body and query, which may hold secrets.
  public var description: String {
    let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
    return "\(method) \(url[..<end]), \(body.count) bytes"
  }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(reflecting: description) }
}
