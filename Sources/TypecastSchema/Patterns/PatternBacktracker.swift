/// A pattern as instructions for a search that tries one path after another, as ECMA-262 describes it.
struct PatternBacktracker {
  enum Operation: UInt8 {
    case take, takeBack
    /// Goes to `next`, and to `other` if that leads nowhere.
    case split
    case assertion
    /// Enters look-around `argument`.
    case look
    case acceptLook
    case accept
    /// Stores the position in register `argument`.
    case save
    case backReference, backReferenceBack
    case enterLoop, testLoop, iterateLoop, endLoop
    /// Repeats a set, which needs no memory per round.
    case run, runBack
  }

  struct Instruction {
    var operation: Operation
    var argument: UInt32 = 0
    var next: UInt32 = 0
    var other: UInt32 = 0
  }

  struct Loop {
    var minimum: Int
    var maximum: Int
    var lazy: Bool
    /// The register of the count; the next one holds where the round began.
    var register: Int
    /// The registers of the groups inside, which every round forgets.
    var captures: Range<Int>
    /// The set of a run.
    var set: UInt32 = 0
    /// The instruction that begins another round, or of the run itself.
    var iterate: UInt32 = 0
    var body: UInt32 = 0
    var exit: UInt32 = 0
  }

  struct Look {
    var entry: UInt32
    var next: UInt32
    var negated: Bool
  }

  private(set) var instructions: [Instruction] = []
  private(set) var loops: [Loop] = []
  private(set) var looks: [Look] = []
  private(set) var classes: ScalarClasses
  private(set) var asciiGroups: [UInt16] = []
  private(set) var registerCount: Int
  private(set) var entry: UInt32 = 0
  private(set) var anchored: Bool
  let stepLimit: Int
  private var sets = PatternSets()

  /// Nil when the pattern tells too many characters apart.
  init?(_ root: PatternNode, groupCount: Int, stepLimit: Int) {
    root.collectSets(&sets)
    guard let classes = ScalarClasses(sets.sets) else { return nil }
    self.classes = classes
    self.stepLimit = stepLimit
    asciiGroups = (0..<128).map { UInt16(classes.group(of: $0)) }
    registerCount = 2 * (groupCount + 1)
    anchored = root.beginsAtStart
    let accept = add(Instruction(operation: .accept))
    entry = build(root, then: accept, backward: false)
  }

  /// Takes its steps off those that it is given.
  func search(_ text: UnsafeBufferPointer<UInt8>, steps: inout Int) -> PatternVerdict {
    var run = BacktrackingRun(self, text, stepLimit: steps)
    defer {
      steps = run.remaining
      run.deallocate()
    }
    return run.search()
  }

  private mutating func add(_ instruction: Instruction) -> UInt32 {
    instructions.append(instruction)
    return UInt32(instructions.count - 1)
  }

  private mutating func build(_ node: PatternNode, then next: UInt32, backward: Bool) -> UInt32 {
    switch node {
    case .empty:
      return next
    case .scalar(let scalar):
      return addTake(sets.number(of: scalar), next, backward)
    case .set(let set):
      return addTake(sets.number(of: set), next, backward)
    case .sequence(let nodes):
      var following = next
      for index in nodes.indices {
        let node = nodes[backward ? index : nodes.count - 1 - index]
        following = build(node, then: following, backward: backward)
      }
      return following
    case .choice(let nodes):
      var entry = build(nodes[nodes.count - 1], then: next, backward: backward)
      for node in nodes.dropLast().reversed() {
        let first = build(node, then: next, backward: backward)
        entry = add(Instruction(operation: .split, next: first, other: entry))
      }
      return entry
    case .capture(let body, let index, _):
      let leaving = UInt32(2 * index + (backward ? 0 : 1))
      let entering = UInt32(2 * index + (backward ? 1 : 0))
      let end = add(Instruction(operation: .save, argument: leaving, next: next))
      let inner = build(body, then: end, backward: backward)
      return add(Instruction(operation: .save, argument: entering, next: inner))
    case .assertion(let assertion):
      return add(Instruction(operation: .assertion, argument: UInt32(assertion.rawValue), next: next))
    case .backReference(let index):
      let operation: Operation = backward ? .backReferenceBack : .backReference
      return add(Instruction(operation: operation, argument: UInt32(index), next: next))
    case .look(let body, let behind, let negated):
      let accept = add(Instruction(operation: .acceptLook))
      let entry = build(body, then: accept, backward: behind)
      looks.append(Look(entry: entry, next: next, negated: negated))
      return add(Instruction(operation: .look, argument: UInt32(looks.count - 1)))
    case .repetition(let body, let minimum, let maximum, let lazy):
      let loop = Loop(
        minimum: minimum, maximum: maximum ?? .max, lazy: lazy, register: registerCount, captures: 0..<0, exit: next)
      return buildLoop(body, loop, backward: backward)
    }
  }

  private mutating func addTake(_ set: Int, _ next: UInt32, _ backward: Bool) -> UInt32 {
    add(Instruction(operation: backward ? .takeBack : .take, argument: UInt32(set), next: next))
  }

  private mutating func buildLoop(_ body: PatternNode, _ loop: Loop, backward: Bool) -> UInt32 {
    let number = UInt32(loops.count)
    loops.append(loop)
    let set: Int? =
      switch body {
      case .scalar(let scalar): sets.number(of: scalar)
      case .set(let set): sets.number(of: set)
      default: nil
      }
    if let set {
      loops[Int(number)].set = UInt32(set)
      loops[Int(number)].iterate = UInt32(instructions.count)
      return add(Instruction(operation: backward ? .runBack : .run, argument: number, next: loop.exit))
    }
    registerCount += 2
    if let captures = body.captures {
      loops[Int(number)].captures = (2 * captures.lowerBound)..<(2 * captures.upperBound)
    }
    let test = add(Instruction(operation: .testLoop, argument: number))
    // The alternative of a lazy loop is one more round: it has an instruction of its own.
    loops[Int(number)].iterate = add(Instruction(operation: .iterateLoop, argument: number))
    let end = add(Instruction(operation: .endLoop, argument: number, next: test))
    loops[Int(number)].body = build(body, then: end, backward: backward)
    return add(Instruction(operation: .enterLoop, argument: number, next: test))
  }
}

extension PatternNode {
  /// Whether a match can only begin where the text does.
  fileprivate var beginsAtStart: Bool {
    switch self {
    case .assertion(.start): true
    case .capture(let body, _, _): body.beginsAtStart
    case .choice(let nodes): nodes.allSatisfy(\.beginsAtStart)
    case .sequence(let nodes): nodes.first?.beginsAtStart ?? false
    default: false
    }
  }
}
