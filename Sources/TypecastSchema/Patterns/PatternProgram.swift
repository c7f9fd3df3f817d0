/// A pattern without back-references as a non-deterministic automaton over groups of code points.
struct PatternProgram {
  enum Operation: UInt8 {
    /// Takes a code point of set `argument` and goes to `next`.
    case take
    /// Goes to `next` and to `other`.
    case split
    /// Goes to `next` where assertion `argument` holds.
    case assertion
    /// Goes to `next` where look-around `argument` holds.
    case look
    case accept
  }

  struct Instruction {
    var operation: Operation
    var argument: UInt32 = 0
    var next: UInt32 = 0
    var other: UInt32 = 0
  }

  /// A condition that a program of its own decides for every position.
  struct Look {
    var entry: UInt32
    var behind: Bool
    var negated: Bool
  }

  private(set) var instructions: [Instruction] = []
  private(set) var looks: [Look] = []
  private(set) var classes: ScalarClasses
  private(set) var entry: UInt32 = 0
  /// The set of word characters, where an assertion asks for it.
  private(set) var wordSet: Int?
  private var sets = PatternSets()

  /// Nil when the pattern refers back, or is too large once its counted repetitions are written out.
  init?(_ root: PatternNode) {
    guard let size = root.writtenOutSize, size <= PatternLimits.instructions else { return nil }
    var table = PatternSets()
    root.collectSets(&table)
    if root.contains(where: { $0 == .assertion(.wordBoundary) || $0 == .assertion(.notWordBoundary) }) {
      wordSet = table.number(of: .wordCharacters)
    }
    guard let classes = ScalarClasses(table.sets) else { return nil }
    self.classes = classes
    sets = table
    instructions.reserveCapacity(size + 1)
    let accept = add(Instruction(operation: .accept))
    entry = build(root, then: accept, backward: false)
  }

  func isWord(_ group: Int) -> Bool {
    wordSet.map { classes.contains(set: $0, group: group) } ?? false
  }

  private mutating func add(_ instruction: Instruction) -> UInt32 {
    instructions.append(instruction)
    return UInt32(instructions.count - 1)
  }

  /// Adds a node from its end to its beginning, so that what follows is always known.
  private mutating func build(_ node: PatternNode, then next: UInt32, backward: Bool) -> UInt32 {
    switch node {
    case .empty, .backReference:
      return next
    case .scalar(let scalar):
      return add(Instruction(operation: .take, argument: UInt32(sets.number(of: scalar)), next: next))
    case .set(let set):
      return add(Instruction(operation: .take, argument: UInt32(sets.number(of: set)), next: next))
    case .sequence(let nodes):
      var following = next
      if backward {
        for node in nodes { following = build(node, then: following, backward: true) }
      } else {
        for node in nodes.reversed() { following = build(node, then: following, backward: false) }
      }
      return following
    case .choice(let nodes):
      var entry = build(nodes[nodes.count - 1], then: next, backward: backward)
      for node in nodes.dropLast().reversed() {
        let first = build(node, then: next, backward: backward)
        entry = add(Instruction(operation: .split, next: first, other: entry))
      }
      return entry
    case .capture(let body, _, _):
      return build(body, then: next, backward: backward)
    case .repetition(let body, let minimum, let maximum, _):
      return buildRepetition(body, minimum, maximum, then: next, backward: backward)
    case .assertion(let assertion):
      return add(Instruction(operation: .assertion, argument: UInt32(assertion.rawValue), next: next))
    case .look(let body, let behind, let negated):
      let accept = add(Instruction(operation: .accept))
      // What lies ahead is decided from the end of the text backwards, so that one pass decides all positions.
      let entry = build(body, then: accept, backward: !behind)
      looks.append(Look(entry: entry, behind: behind, negated: negated))
      return add(Instruction(operation: .look, argument: UInt32(looks.count - 1), next: next))
    }
  }

  private mutating func buildRepetition(
    _ body: PatternNode, _ minimum: Int, _ maximum: Int?, then next: UInt32, backward: Bool
  ) -> UInt32 {
    var entry = next
    if let maximum {
      for _ in 0..<max(0, maximum - minimum) {
        let first = build(body, then: entry, backward: backward)
        entry = add(Instruction(operation: .split, next: first, other: next))
      }
    } else {
      let loop = add(Instruction(operation: .split, next: 0, other: next))
      let first = build(body, then: loop, backward: backward)
      instructions[Int(loop)].next = first
      entry = minimum > 0 ? first : loop
    }
    for _ in 0..<(maximum == nil ? max(0, minimum - 1) : minimum) {
      entry = build(body, then: entry, backward: backward)
    }
    return entry
  }
}

extension PatternNode {
  /// How many instructions the node takes, or nil when it refers back.
  var writtenOutSize: Int? {
    switch self {
    case .empty: return 0
    case .scalar, .set, .assertion: return 1
    case .backReference: return nil
    case .capture(let body, _, _): return body.writtenOutSize
    case .look(let body, _, _): return body.writtenOutSize.map { $0 + 2 }
    case .sequence(let nodes):
      return nodes.reduce(0) { sum, node in sum.flatMap { sum in node.writtenOutSize.map { min($0 + sum, 1 << 40) } } }
    case .choice(let nodes):
      return nodes.reduce(0) { sum, node in
        sum.flatMap { sum in node.writtenOutSize.map { min($0 + sum + 1, 1 << 40) } }
      }
    case .repetition(let body, let minimum, let maximum, _):
      guard let size = body.writtenOutSize else { return nil }
      let copies = maximum ?? max(minimum, 1)
      return (size + 1).multipliedReportingOverflow(by: copies).overflow
        ? 1 << 40 : min((size + 1) * copies + 1, 1 << 40)
    }
  }
}
