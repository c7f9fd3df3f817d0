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

    /// An error with what has happened so far.
    func failure(_ kind: ReplyError.Kind, _ message: String) -> ReplyError { reading.failure(kind, message) }

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
  private var turn: Turn?
  private var answer: AnswerReading?
  private var isOver = false

  init(_ run: CallRun<Value>) {
    self.run = run
  }

  var isMended: Bool { answer?.isMended ?? false }

  /// The error that ends the call here.
  func failure(_ kind: ReplyError.Kind, _ message: String) -> ReplyError { run.failure(kind, message) }

  func next(isolation actor: isolated (any Actor)?) async throws(ReplyError) -> ReplyEvent<Value>? {
    if isOver { return nil }
    do throws(ReplyError) {
      while true {
        let answer: AnswerReading
        if let open = self.answer { answer = open } else { answer = try begin() }
        let news: AnswerReading.News
        do {
          news = try await answer.next(isolation: actor)
        } catch {
          if let event = try fail(error) { return event }
          continue
        }
        switch news {
        case .value(let json):
          if let partial = Value.Partial(partial: json) { return .partial(partial) }
        case .end:
          if let event = try await finish(isolation: actor) { return event }
        }
      }
    } catch {
      end()
      throw error
    }
  }

  private func begin() throws(ReplyError) -> AnswerReading {
    let turn = try run.begin()
    let answer = run.reading(for: turn)
    self.turn = turn
    self.answer = answer
    return answer
  }

  private func fail(_ error: any Error) throws(ReplyError) -> ReplyEvent<Value>? {
    guard let (turn, answer) = close() else { return nil }
    let reply = answer.reply
    let isEmpty = reply.text.isEmpty && reply.thinking.isEmpty && reply.usage == Usage()
    // A stream that is cancelled just ends.
    let error = Task.isCancelled ? CancellationError() : error
    try run.take(error, after: isEmpty ? nil : reply, in: turn)
    return restart(after: answer)
  }

  private func finish(isolation actor: isolated (any Actor)?) async throws(ReplyError) -> ReplyEvent<Value>? {
    guard let (turn, answer) = close() else { return nil }
    guard let reply = try await run.take(answer.reply, in: turn) else { return restart(after: answer) }
    end()
    return .reply(reply)
  }

  /// What is told after an attempt that gave no value; nothing where it only wanted tools, and showed nothing beside.
  private func restart(after answer: AnswerReading) -> ReplyEvent<Value>? {
    guard let attempt = run.lastAttempt, !attempt.isWish || answer.hasTold else { return nil }
    return .restart(attempt)
  }

  private func end() {
    isOver = true
    answer = nil
  }

  /// Ends a turn.
  private func close() -> (Turn, AnswerReading)? {
    guard var turn, let answer else { return nil }
    self.turn = nil
    self.answer = nil
    turn.firstToken = answer.firstToken
    return (turn, answer)
  }
}
