/// The ways to search for a pattern.
package enum PatternEngineKind: Sendable {
  /// Sets one after another, without a choice.
  case runs
  /// A table, a byte at a time.
  case automaton
  /// Several tables that must all agree.
  case gates
  /// All paths at once.
  case simulation
  /// One path after another, within a budget.
  case backtracking
}

/// A pattern made ready to search for, in the quickest way that it allows.
enum PatternEngine {
  case runs(PatternRuns)
  case automaton(PatternAutomaton)
  case gates(UnsafeMutableBufferPointer<Gate>)
  case simulation(PatternSimulation)
  case backtracking(PatternBacktracker)

  /// A condition on a text.
  struct Gate {
    var automaton: PatternAutomaton
    var expected: Bool
  }

  /// Nil when the pattern tells too many characters apart; the given kind is used where it can be.
  init?(_ root: PatternNode, _ groupCount: Int, _ kind: PatternEngineKind?, _ stepLimit: Int?) {
    let refersBack = root.contains { if case .backReference = $0 { true } else { false } }
    if !refersBack, kind != .backtracking {
      let simplified = root.simplifiedForSearch
      if kind == nil || kind == .runs, let runs = PatternRuns(simplified) {
        self = .runs(runs)
        return
      }
      if kind != .simulation, let gates = simplified.gates, let engine = PatternEngine.gates(gates) {
        self = engine
        return
      }
      if let program = PatternProgram(simplified) {
        if kind != .simulation, let table = PatternAutomatonBuilder.table(for: program, anchored: false) {
          self = .automaton(PatternAutomaton(table, program.classes))
        } else {
          self = .simulation(PatternSimulation(program, stepLimit: stepLimit ?? PatternLimits.simulationSteps))
        }
        return
      }
    }
    let steps = stepLimit ?? PatternLimits.backtrackingSteps
    guard let backtracker = PatternBacktracker(root, groupCount: groupCount, stepLimit: steps) else { return nil }
    self = .backtracking(backtracker)
  }

  private static func gates(
    _ gates: (conditions: [(body: PatternNode, negated: Bool)], rest: PatternNode)
  ) -> PatternEngine? {
    var found: [Gate] = []
    let parts = [(body: gates.rest, negated: false)] + gates.conditions
    for part in parts {
      guard let program = PatternProgram(part.body.simplifiedAtEnd),
        let table = PatternAutomatonBuilder.table(for: program, anchored: true)
      else {
        for gate in found { gate.automaton.deallocate() }
        return nil
      }
      found.append(Gate(automaton: PatternAutomaton(table, program.classes), expected: !part.negated))
    }
    let memory = UnsafeMutableBufferPointer<Gate>.allocate(capacity: found.count)
    _ = memory.initialize(from: found)
    return .gates(memory)
  }

  var kind: PatternEngineKind {
    switch self {
    case .runs: .runs
    case .automaton: .automaton
    case .gates: .gates
    case .simulation: .simulation
    case .backtracking: .backtracking
    }
  }

  func deallocate() {
    switch self {
    case .runs(let runs):
      runs.deallocate()
    case .automaton(let automaton):
      automaton.deallocate()
    case .gates(let gates):
      for gate in gates { gate.automaton.deallocate() }
      gates.deallocate()
    case .simulation, .backtracking:
      break
    }
  }

  func search(_ text: UnsafeBufferPointer<UInt8>, within budget: inout PatternBudget) -> PatternVerdict {
    switch self {
    case .runs(let runs):
      return runs.search(text) ? .match : .noMatch
    case .automaton(let automaton):
      return automaton.search(text) ? .match : .noMatch
    case .gates(let gates):
      for index in 0..<gates.count where gates[index].automaton.search(text) != gates[index].expected {
        return .noMatch
      }
      return .match
    case .simulation(let simulation):
      return budget.search(text, limit: simulation.stepLimit) { simulation.search(text, steps: &$0) }
    case .backtracking(let backtracker):
      return budget.search(text, limit: backtracker.stepLimit) { backtracker.search(text, steps: &$0) }
    }
  }
}
