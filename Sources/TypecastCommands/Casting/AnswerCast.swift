import Typecast
import TypecastJSON
import TypecastPrompts

/// Asks for a value, prints it, and tells on standard error how it came about.
struct AnswerCast {
  let asker: Asker<JSONValue>
  let environment: CommandEnvironment

  func run(
    _ messages: [PromptMessage], settings: PromptSettings, streams: Bool
  ) async throws(CommandFailure) -> ExitStatus {
    let result = try await streams ? streamed(messages, settings) : whole(messages, settings)
    switch result {
    case .success(let reply):
      try environment.error.write(reply.report + "\n")
      try environment.output.writeLine(JSONWriter().bytes(of: reply.value))
      return .success
    case .failure(let error):
      try environment.error.write("error: \(error.report)\n")
      switch error.kind {
      case .modelFailed, .timeout: return .modelFailed
      case .budget: return .budgetUsed
      default: return .failure
      }
    }
  }

  private func whole(_ messages: [PromptMessage], _ settings: PromptSettings) async -> Result<
    Reply<JSONValue>, ReplyError
  > {
    do throws(ReplyError) {
      return .success(try await asker.ask(messages, of: settings))
    } catch {
      return .failure(error)
    }
  }

  /// Prints each partial value that shows something new.
  private func streamed(
    _ messages: [PromptMessage], _ settings: PromptSettings
  ) async throws(CommandFailure) -> Result<Reply<JSONValue>, ReplyError> {
    var events = asker.stream(messages, of: settings).makeAsyncIterator()
    var last: [UInt8] = []
    while true {
      let event: ReplyEvent<JSONValue>?
      do throws(ReplyError) {
        event = try await events.next()
      } catch {
        return .failure(error)
      }
      switch event {
      case .partial(let partial):
        let line = JSONWriter().bytes(of: JSONValue(partial))
        guard line != last else { continue }
        last = line
        try environment.output.writeLine(line)
        try environment.output.flush()
      case .restart(let attempt):
        try environment.error.writeLine("asking again after the \(attempt.purpose.rawValue) to \(attempt.model)")
      case .reply(let reply):
        return .success(reply)
      case nil:
        // A stream ends with a reply or an error.
        return .failure(ReplyError(.cancelled, "The call was cancelled."))
      }
    }
  }
}
