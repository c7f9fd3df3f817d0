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
  private var needsFirstToken = true

  /// Whether the present answer has been shown, in part.
  private var hasShown = false
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
        // A turn is not copied for each piece: it holds the whole request.
        if turn == nil { try begin() }
        if hasEnded {
          if let event = try await finish(isolation: actor) { return event }
          continue
        }
        let piece: ModelPiece?
        do {
          piece = try await pieces?.next(isolation: actor)
        } catch {
          if let event = try fail(error) { return event }
          continue
        }
        switch piece {
        case .text(let text):
          if let partial = take(text) { return .partial(partial) }
        case .end(let ending):
          answer.append(.end(ending))
          hasEnded = true
          pieces = nil
          if let partial = growing.finish(ending.finish) { return .partial(partial) }
        case .thinking(let text):
          noteFirstToken()
          answer.thinking += text
        case .toolCall(let call): answer.toolCalls.append(call)
        case .usage(let usage): answer.usage = usage
        case nil:
          if let event = try fail(EndMissing()) { return event }
        }
      }
    } catch {
      end()
      throw error
    }
  }

  private func begin() throws(ReplyError) {
    let turn = try run.begin()
    answer = ModelReply("")
    hasEnded = false
    needsFirstToken = true
    hasShown = false
    growing = run.growing
    pieces = run.stream(for: turn).makeAsyncIterator()
    self.turn = turn
  }

  private func take(_ text: String) -> Value.Partial? {
    answer.text += text
    noteFirstToken()
    guard let partial = growing.append(text) else { return nil }
    hasShown = true
    return partial
  }

  private func noteFirstToken() {
    guard needsFirstToken, let start = turn?.start else { return }
    turn?.firstToken = run.clock.now() - start
    needsFirstToken = false
  }

  private func fail(_ error: any Error) throws(ReplyError) -> ReplyEvent<Value>? {
    let reply = answer.text.isEmpty && answer.thinking.isEmpty && answer.usage == Usage() ? nil : answer
    if let turn = close() { try run.take(error, after: reply, in: turn) }
    return restart
  }

  private func finish(isolation actor: isolated (any Actor)?) async throws(ReplyError) -> ReplyEvent<Value>? {
    guard let turn = close(), let reply = try await run.take(answer, in: turn) else { return restart }
    end()
    return .reply(reply)
  }

  /// What is told after an attempt that gave no value; nothing where it only wanted tools, and showed nothing beside.
  private var restart: ReplyEvent<Value>? {
    guard let attempt = run.lastAttempt, !attempt.isWish || hasShown else { return nil }
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
}

/// A stream that stopped before it said that it was at its end.
struct EndMissing: Error, CustomStringConvertible {
  var description: String { "the answer stopped before its end" }
}
