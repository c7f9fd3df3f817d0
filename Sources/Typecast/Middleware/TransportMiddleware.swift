/// What stands between a provider and the network.
public protocol TransportMiddleware: Sendable {
  /// Sends a request by calling `next`: with this or another request, several times, or not at all.
  func send(
    _ request: HTTPRequest, next: @Sendable (HTTPRequest) async throws -> HTTPResponse
  ) async throws -> HTTPResponse
}

extension Transport {
  /// This transport with something between it and who sends. The first of several is the outermost.
  public func with(_ middleware: any TransportMiddleware...) -> any Transport {
    middleware.reversed().reduce(self as any Transport) { WrappedTransport(base: $0, middleware: $1) }
  }
}

private struct WrappedTransport: Transport {
  let base: any Transport
  let middleware: any TransportMiddleware

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await middleware.send(request) { [base] in try await base.send($0) }
  }
}
