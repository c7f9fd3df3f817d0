/// What belongs to the caller: its tools and its checks.
extension CallRun {
  /// Runs the tools that a model wants.
  mutating func run(
    _ calls: [ToolCall]
  ) async throws -> (runs: [ToolRun], failure: (tool: String, error: any Error)?) {
    toolRounds += 1
    if toolRounds > asker.policy.toolRounds { throw TooManyRounds() }
    return try await withinBudget { [tools = asker.tools, level = asker.policy.level, clock] in
      await tools.run(calls, level: level, clock: clock)
    }
  }

  private struct TooManyRounds: Error {}

  /// Does something of the caller's in the environment of the call and in the time that is left.
  private func withinBudget<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let left = asker.policy.budget.time.map { $0 - (clock.now() - start) }
    if let left, left <= .zero { throw TimeLimitReached() }
    return try await CallEnvironment.$current.withValue(environment) {
      try await withTimeLimit(left.map { min($0, .seconds(1_000_000_000)) }, clock, body)
    }
  }

  /// What a tool or a check threw, as the end of the call. What it says is not repeated: it may not be meant for others.
  func thrown(_ error: any Error, _ kind: ReplyError.Kind, _ what: String) -> ReplyError {
    if Task.isCancelled { return failure(.cancelled, "The task was cancelled.") }
    if error is TimeLimitReached { return timeIsUp() }
    if error is TooManyRounds {
      return failure(
        .budget, "\(route.model.name) wanted tools more than \(asker.policy.toolRounds) times; raise policy.toolRounds."
      )
    }
    return failure(kind, "\(what) with an error of type \(type(of: error)); see underlying.", underlying: error)
  }

  /// What the checks say that object; nil if none does.
  func objection(to value: Value) async throws -> Objection? {
    if asker.checks.isEmpty { return nil }
    return try await withinBudget { [checks = asker.checks] in
      var problems: [CastError.Problem] = []
      for check in checks {
        do {
          try await check(value)
        } catch let objection as Objection {
          problems +=
            objection.problems.isEmpty ? [CastError.Problem("a check objects to the value")] : objection.problems
        }
      }
      return problems.isEmpty ? nil : Objection(problems)
    }
  }
}
