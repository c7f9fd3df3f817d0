import Typecast
import TypecastJSON
import TypecastPrompts

/// Asks for a value, prints it, and tells on standard error how it came about.
struct AnswerCast {
  let asker: Asker<JSONValue>
  /// The models that may be asked.
  let names: [String]
  let printsJSON: Bool
  let environment: CommandEnvironment

  func run(
    _ messages: [PromptMessage], settings: PromptSettings, streams: Bool
  ) async throws(CommandFailure) -> ExitStatus {
    let result = try await environment.progress.during("asking \(names.joined(separator: ", then "))") {
      () async throws(CommandFailure) in
      try await streams ? streamed(messages, settings) : whole(messages, settings)
    }
    switch result {
    case .success(let reply):
      try tell(reply.report)
      try environment.output.writeLine(JSONWriter().bytes(of: printsJSON ? reply.json : reply.value))
      return .success
    case .failure(let error):
      try tell("error: \(error.report)")
      if printsJSON { try environment.output.writeLine(JSONWriter().bytes(of: error.json)) }
      return ExitStatus(error)
    }
  }

  /// Writes lines to standard error; what comes from a model must not move the cursor.
  private func tell(_ lines: String) throws(CommandFailure) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      try environment.error.writeLine(PlacedMessage.withoutControls(String(line)))
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

  /// Prints the partial values that show something new.
  ///
  /// Each line repeats all that is known, so the longer they get, the more values are passed over: the output stays in
  /// proportion to the answer.
  private func streamed(
    _ messages: [PromptMessage], _ settings: PromptSettings
  ) async throws(CommandFailure) -> Result<Reply<JSONValue>, ReplyError> {
    var events = asker.stream(messages, of: settings).makeAsyncIterator()
    var last: [UInt8] = []
    var passedOver = 0
    while true {
      let event: ReplyEvent<JSONValue>?
      do throws(ReplyError) {
        event = try await events.next()
      } catch {
        return .failure(error)
      }
      switch event {
      case .partial(let partial):
        passedOver += 1
        if passedOver <= last.count / 512 { continue }
        passedOver = 0
        let line = JSONWriter().bytes(of: JSONValue(partial))
        guard line != last else { continue }
        last = line
        try environment.output.writeLine(
          printsJSON ? Array(#"{"partial":"#.utf8) + line + [UInt8(ascii: "}")] : line)
        try environment.output.flush()
      case .restart(let attempt):
        last = []
        try tell("asking again after the \(attempt.purpose.rawValue) to \(attempt.model)")
      case .reply(let reply):
        return .success(reply)
      case nil:
        // A stream ends with a reply or an error.
        return .failure(ReplyError(.cancelled, "The call was cancelled."))
      }
    }
  }
}

extension ExitStatus {
  /// What a call that gave no value ends with.
  init(_ error: ReplyError) {
    switch error.kind {
    case .budget: self = .budgetUsed
    case .timeout: self = .modelFailed
    default: self = error.underlying == nil ? .failure : .modelFailed
    }
  }
}

// The objects of `--json`.

extension Reply<JSONValue> {
  fileprivate var json: JSONValue {
    [
      "value": value, "attempts": .array(attempts.map(\.jsonObject)), "usage": usage.json,
      "seconds": timings.jsonSeconds,
    ]
  }
}

extension ReplyError {
  fileprivate var json: JSONValue {
    [
      "error": ["kind": .string(kind.rawValue), "message": .string(message)],
      "attempts": .array(attempts.map(\.jsonObject)), "usage": usage.json, "seconds": timings.jsonSeconds,
    ]
  }
}

extension Attempt {
  fileprivate var jsonObject: JSONValue {
    var object: JSONObject = [
      "purpose": .string(purpose.rawValue), "model": .string(model), "repairs": .array(repairs.map(\.json)),
    ]
    object["problems"] = .array(
      (problem?.problems ?? []).map {
        ["pointer": .string($0.pointer.description), "message": .string($0.message)]
      })
    if let failure { object["failure"] = .string(String(describing: failure)) }
    object["usage"] = usage.json
    return .object(object)
  }
}

extension Timings {
  /// How long all of it took, to a thousandth.
  fileprivate var jsonSeconds: JSONValue {
    let milliseconds = (total / .milliseconds(1)).rounded()
    return JSONNumber(milliseconds / 1000).map { .number($0) } ?? .null
  }
}
