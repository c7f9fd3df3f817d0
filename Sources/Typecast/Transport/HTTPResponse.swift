/// What a server answers: the head is there, the body may still be coming.
public struct HTTPResponse: Sendable {
  /// The status, such as 200.
  public var status: Int
  /// What came before the body.
  public var headers: HTTPHeaders
  /// The body, to be read once.
  public var body: HTTPBody

  /// An answer, for transports of your own.
  public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: HTTPBody) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
