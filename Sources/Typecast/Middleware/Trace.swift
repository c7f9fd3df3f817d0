/// Prints what is asked and answered, in lines for people:
///
///     let client = InvoiceClient(model.with(Trace { print($0) }))
///
/// Texts are left out unless they are asked for: they may hold what does not belong in a log.
public struct Trace: ModelMiddleware {
  private let showsTexts: Bool
  private let write: @Sendable (String) -> Void

  /// Hands each line to a function of yours, without a line end. With texts, questions and answers are among them.
  public init(showingTexts: Bool = false, _ write: @escaping @Sendable (String) -> Void) {
    showsTexts = showingTexts
    self.write = write
  }

  public func reply(
    to request: ModelRequest, of model: any Model, next: @Sendable (ModelRequest) async throws -> ModelReply
  ) async throws -> ModelReply {
    let entry = entry(for: request, of: model)
    do {
      let reply = try await next(request)
      entry.close(reply)
      return reply
    } catch {
      entry.close(error)
      throw error
    }
  }

  public func stream(
    _ request: ModelRequest, of model: any Model, next: @escaping @Sendable (ModelRequest) -> ModelStream
  ) -> ModelStream {
    let stream = next(request)
    let clock = CallEnvironment.current.clock
    return ModelStream(TracedStream(base: stream) { entry(for: request, of: model, clock: clock) })
  }

  private func entry(for request: ModelRequest, of model: any Model, clock: CallClock? = nil) -> TraceEntry {
    TraceEntry(request, model.name, clock ?? CallEnvironment.current.clock, showsTexts: showsTexts, write: write)
  }
}
