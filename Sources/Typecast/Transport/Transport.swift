/// What carries requests to a server and answers back: over a network, or out of a recording.
public protocol Transport: Sendable {
  /// Sends a request, and gives the answer as soon as its headers are there.
  ///
  /// It keeps the limits of the request, stops when the task is cancelled, and never shows a secret in an error.
  func send(_ request: HTTPRequest) async throws -> HTTPResponse
}
