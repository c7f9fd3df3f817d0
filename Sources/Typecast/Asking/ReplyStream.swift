/// An answer that is shown while it grows: partial values, and the reply last.
///
/// Nothing is asked before somebody reads it, and who stops reading ends the call. Each time that it is gone through, the
/// models are asked anew.
public struct ReplyStream<Value: Answerable>: AsyncSequence, Sendable {
  public typealias Element = ReplyEvent<Value>
  public typealias Failure = ReplyError

  private let run: CallRun<Value>

  init(_ run: CallRun<Value>) {
    self.run = run
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(run) }

  public struct AsyncIterator: AsyncIteratorProtocol {
    private let reading: StreamedCall<Value>

    fileprivate init(_ run: CallRun<Value>) {
      reading = StreamedCall(run)
    }

    /// Whether the last partial value was mended, so that it may still turn out otherwise.
    var isMended: Bool { reading.isMended }

    public mutating func next(isolation actor: isolated (any Actor)?) async throws(ReplyError) -> ReplyEvent<Value>? {
      try await reading.next(isolation: actor)
    }

    public mutating func next() async throws(ReplyError) -> ReplyEvent<Value>? { try await next(isolation: nil) }
  }

  /// The reply, without what it grew from.
  public func reply() async throws(ReplyError) -> Reply<Value> {
    for try await event in self {
      if case .reply(let reply) = event { return reply }
    }
    throw ReplyError(.cancelled, "The task was cancelled.")
  }
}

/// One reading of a streamed call.
private final class StreamedCall<Value: Answerable> {
  private var run: CallRun<Value>
  private var turn: CallRun<Value>.Turn?
  private var pieces: ModelStream.AsyncIterator?
  private var answer = ModelReply("")
  private var hasEnded = false
  private var growing: GrowingReply<Value>
  private var isOver = false

  init(_ run: CallRun<Value>) {
    self.run = run
    growing = run.growing
  }

  var isMended: Bool { growing.isMended }

  func next(isolation actor: isolated (any Actor)?) async throws(ReplyError) -> ReplyEvent<Value>? {
    if isOver { return nil }
    do throws(ReplyError) {
      while true {
        if let event = try await step(isolation: actor) {
          if case .reply = event { end() }
          return event
        }
      }
    } catch {
      end()
      throw error
    }
  }

  /// What is told after an attempt that gave no value; nothing where it only wanted tools.
  private var restart: ReplyEvent<Value>? {
    guard let attempt = run.lastAttempt, !attempt.isWish else { return nil }
    return .restart(attempt)
  }

  private func end() {
    isOver = true
    pieces = nil
  }

  /// Ends a turn.
  private func close() -> CallRun<Value>.Turn? {
    defer { turn = nil }
    pieces = nil
    return turn
  }

  /// Takes the next piece, and tells of it where there is something to tell.
  private func step(isolation actor: isolated (any Actor)?) async throws(ReplyError) -> ReplyEvent<Value>? {
    // A turn is not copied for each piece: it holds the whole request.
    if turn == nil {
      let turn = try run.begin()
      answer = ModelReply("")
      hasEnded = false
      growing = run.growing
      let stream = run.stream(for: turn)
      pieces = stream.makeAsyncIterator()
      self.turn = turn
    }
    let piece: ModelPiece?
    do {
      piece = try await pieces?.next(isolation: actor)
      if piece == nil, !hasEnded { throw EndMissing() }
    } catch {
      if let turn = close() { try run.take(error, in: turn) }
      return restart
    }
    guard let piece else {
      if let turn = close(), let reply = try await run.take(answer, in: turn) { return .reply(reply) }
      return restart
    }
    answer.append(piece)
    switch piece {
    case .text(let text):
      if let start = turn?.start, turn?.firstToken == nil { turn?.firstToken = run.clock.now() - start }
      return growing.append(text).map { .partial($0) }
    case .thinking, .toolCall: return nil
    case .end(let ending):
      hasEnded = true
      return growing.finish(ending.finish).map { .partial($0) }
    }
  }
}

/// A stream that stopped before it said that it was at its end.
struct EndMissing: Error, CustomStringConvertible {
  var description: String { "the answer stopped before its end" }
}
