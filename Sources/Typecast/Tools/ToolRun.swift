/// One call of a tool, and what came of it.
public struct ToolRun: Sendable {
  /// What the model wanted.
  public let call: ToolCall
  /// What the model got.
  public let result: ToolResult

  /// What was done to the argument to make it valid.
  public let repairs: [Repair]

  /// How long the tool took.
  public let duration: Duration
}

extension [Tool] {
  /// What is wrong with these tools as a set; nil if nothing is.
  var fault: String? {
    var names: Set<String> = []
    for tool in self {
      let name = tool.offer.name
      let isPlain = name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
          || byte == 0x2D
      }
      if name.isEmpty || name.utf8.count > 64 || !isPlain {
        return "The tool '\(name)' needs a name of up to 64 letters, digits, '_' and '-'."
      }
      if !names.insert(name).inserted { return "Two tools are called '\(name)'; rename one." }
    }
    return nil
  }

  /// Runs what a model wants to have run, all at once; what came of those that were through is told in the order of the calls.
  ///
  /// The first tool that fails ends the others.
  func run(
    _ calls: [ToolCall], level: RepairLevel, clock: CallClock
  ) async -> (runs: [ToolRun], failure: (tool: String, error: any Error)?) {
    await withTaskGroup(of: (Int, Result<ToolRun, any Error>).self) { group in
      for (index, call) in calls.enumerated() {
        group.addTask {
          // Not within the pair: Swift 6.3 with -O loses the index that is written before the wait.
          let result: Result<ToolRun, any Error>
          do {
            result = .success(try await run(call, level: level, clock: clock))
          } catch {
            result = .failure(error)
          }
          return (index, result)
        }
      }
      var runs = [ToolRun?](repeating: nil, count: calls.count)
      var failure: (tool: String, error: any Error)?
      for await (index, result) in group {
        switch result {
        case .success(let run): runs[index] = run
        case .failure(let error):
          if failure == nil { failure = (calls[index].name, error) }
          group.cancelAll()
        }
      }
      return (runs.compactMap { $0 }, failure)
    }
  }

  private func run(_ call: ToolCall, level: RepairLevel, clock: CallClock) async throws -> ToolRun {
    let start = clock.now()
    func finished(_ text: String, repairs: [Repair] = [], isError: Bool = false) -> ToolRun {
      ToolRun(
        call: call, result: ToolResult(id: call.id, name: call.name, text: text, isError: isError), repairs: repairs,
        duration: clock.now() - start)
    }
    guard let tool = first(where: { $0.offer.name.utf8.elementsEqual(call.name.utf8) }) else {
      let names = map(\.offer.name).joined(separator: ", ")
      return finished("There is no tool '\(call.name.prefix(64))'. The tools are: \(names).", isError: true)
    }
    // What a tool does may not be undone: nothing is made up for it.
    let outcome = try await tool.run(call.arguments, Swift.min(level, .coerce))
    switch outcome.answer {
    case .success(let text): return finished(text, repairs: outcome.repairs)
    case .failure(let objection):
      return finished(FollowUp.list(objection.problems), repairs: outcome.repairs, isError: true)
    }
  }
}
