public import Typecast

/// What a server answers to a request.
public struct ServerAnswer: Sendable {
  enum Content: Sendable {
    case whole([UInt8])
    case stream(HTTPBody, length: Int?)
    case broken(BrokenConnection)
  }

  let status: Int
  let headers: HTTPHeaders
  let content: Content

  /// An answer whose body is there already.
  ///
  /// How the body is delimited is the server's affair: headers that say it, such as `Content-Length`, are left out. A
  /// status or a header that HTTP does not allow makes the answer a 500 that says so.
  public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
    self.init(status: status, headers: headers, content: .whole(body))
  }

  /// An answer whose body comes in pieces. Each goes to the client at once, and none is pulled before the client has
  /// taken the one before.
  ///
  /// A body that throws breaks the connection off, as `BrokenConnection` says if it throws that, so that nobody takes
  /// the pieces for all of it.
  /// - Parameter length: How many bytes the body has, where that is known. One of another length breaks off, too.
  public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), stream: HTTPBody, length: Int? = nil) {
    self.init(status: status, headers: headers, content: .stream(stream, length: length))
  }

  /// No answer: the connection is broken off.
  public static func broken(_ connection: BrokenConnection) -> ServerAnswer {
    ServerAnswer(status: 0, headers: HTTPHeaders(), content: .broken(connection))
  }

  init(status: Int, headers: HTTPHeaders, content: Content) {
    self.status = status
    self.headers = headers
    self.content = content
  }

  /// A short answer of the server itself.
  static func text(_ status: Int, _ text: String) -> ServerAnswer {
    ServerAnswer(
      status: status, headers: HTTPHeaders([("Content-Type", "text/plain; charset=utf-8")]),
      body: Array("\(text)\n".utf8))
  }
}
