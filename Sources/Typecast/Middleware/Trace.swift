/// Prints what is asked and answered, in lines for people:
///
///     let client = InvoiceClient(model.with(Trace { print($0) }))
///
/// Texts are left out unless they are asked for: they may hold what does not belong in a log.
public struct Trace: ModelMiddleware {
  private let showsTexts: Bool
  private let write: @Sendable (String) -> Void

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

/// The lines of one request.
struct TraceEntry: Sendable {
  private let label: String
  private let clock: CallClock
  private let start: Duration
  private let showsTexts: Bool
  private let write: @Sendable (String) -> Void
  private var firstToken: Duration?

  init(
    _ request: ModelRequest, _ model: String, _ clock: CallClock, showsTexts: Bool,
    write: @escaping @Sendable (String) -> Void
  ) {
    label = request.id.isEmpty ? model : "\(model) \(request.id)"
    self.clock = clock
    self.showsTexts = showsTexts
    self.write = write
    start = clock.now()
    let count = request.messages.count == 1 ? "1 message" : "\(request.messages.count) messages"
    var facts = ["\(count), \(request.byteCount) bytes"]
    if request.schema != nil { facts.append("answer \(request.schemaName)") }
    if !request.tools.isEmpty { facts.append("tools \(request.tools.map(\.name).joined(separator: ", "))") }
    if let temperature = request.settings.temperature { facts.append("temperature \(temperature)") }
    if let tokens = request.settings.maxTokens { facts.append("up to \(tokens) tokens") }
    if let seed = request.settings.seed { facts.append("seed \(seed)") }
    write("→ \(label): \(facts.joined(separator: ", "))")
    guard showsTexts else { return }
    for message in request.messages { show("\(message.role.rawValue): ", message.text) }
  }

  /// Notes that something came.
  mutating func note(_ piece: ModelPiece) {
    if firstToken == nil, case .text = piece { firstToken = clock.now() - start }
  }

  func close(_ reply: ModelReply) {
    let first = (reply.ending.firstToken ?? firstToken).map { " (first token after \($0.short))" } ?? ""
    var facts = ["\(reply.finish) after \((clock.now() - start).short)\(first)", "\(reply.text.utf8.count) bytes"]
    if !reply.thinking.isEmpty { facts.append("\(reply.thinking.utf8.count) bytes of thoughts") }
    if !reply.toolCalls.isEmpty { facts.append("wants \(reply.toolCalls.map(\.name).joined(separator: ", "))") }
    if reply.usage != Usage() { facts.append("tokens \(reply.usage)") }
    if let requestID = reply.ending.requestID { facts.append("request \(requestID)") }
    write("← \(label): \(facts.joined(separator: ", "))")
    if showsTexts { show("", reply.text) }
  }

  func close(_ error: any Error) {
    write("← \(label): failed after \((clock.now() - start).short): \(String(describing: error).excerpt(300))")
  }

  private func show(_ prefix: String, _ text: String) {
    for line in (prefix + text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      write("    \(line)")
    }
  }
}

/// A stream that is noted down while somebody reads it.
private struct TracedStream: AsyncSequence, Sendable {
  typealias Element = ModelPiece
  typealias Failure = any Error

  let base: ModelStream
  let open: @Sendable () -> TraceEntry

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: base.makeAsyncIterator(), entry: open()) }

  struct AsyncIterator: AsyncIteratorProtocol {
    var base: ModelStream.AsyncIterator
    var entry: TraceEntry
    var reply = ModelReply("")
    var isClosed = false

    mutating func next(isolation actor: isolated (any Actor)?) async throws -> ModelPiece? {
      do {
        let piece = try await base.next(isolation: actor)
        if let piece {
          entry.note(piece)
          reply.append(piece)
          if case .end = piece { close(reply) }
        } else if !isClosed {
          isClosed = true
          entry.close(EndMissing())
        }
        return piece
      } catch {
        if !isClosed { entry.close(error) }
        isClosed = true
        throw error
      }
    }

    mutating func next() async throws -> ModelPiece? { try await next(isolation: nil) }

    private mutating func close(_ reply: ModelReply) {
      if !isClosed { entry.close(reply) }
      isClosed = true
    }
  }
}
