/// What stands between a caller and a model: logs, traces, limits, caches.
///
/// It may change the request, ask `next` never, once or more often, and change what comes back. Both ways to ask are there to
/// be written, so that none of them is passed by.
public protocol ModelMiddleware: Sendable {
  /// Takes part in a question whose answer comes as a whole.
  func reply(
    to request: ModelRequest, of model: any Model, next: @Sendable (ModelRequest) async throws -> ModelReply
  ) async throws -> ModelReply

  /// Takes part in a question whose answer comes in pieces.
  func stream(
    _ request: ModelRequest, of model: any Model, next: @escaping @Sendable (ModelRequest) -> ModelStream
  ) -> ModelStream
}

extension Model {
  /// This model with something between it and who asks. The first of several is the outermost.
  public func with(_ middleware: any ModelMiddleware...) -> any Model {
    middleware.reversed().reduce(self as any Model) { WrappedModel(base: $0, middleware: $1) }
  }
}

private struct WrappedModel: Model {
  let base: any Model
  let middleware: any ModelMiddleware

  var name: String { base.name }

  func reply(to request: ModelRequest) async throws -> ModelReply {
    try await middleware.reply(to: request, of: base) { [base] in try await base.reply(to: $0) }
  }

  func stream(_ request: ModelRequest) -> ModelStream {
    middleware.stream(request, of: base) { [base] in base.stream($0) }
  }
}
