/// Turns a program without look-around into a table, by the subset construction.
struct PatternAutomatonBuilder {
  /// Rows for states; every entry is the first index of another row.
  struct Table {
    var entries: [UInt32]
    var stride: Int
    var start: UInt32
  }

  static let dead: UInt32 = 0

  private let program: PatternProgram
  private let anchored: Bool
  private let groupCount: Int
  private let stride: Int
  private var entries: [UInt32]
  private var work = 0

  /// The instructions of all states, one state after another, and where each state's begin.
  private var items: [UInt32] = []
  private var offsets: [Int] = [0, 0, 0]
  private var flags: [UInt8] = [0, 0]
  private var slots: [UInt32]

  private var marks: [UInt32]
  private var generation: UInt32 = 0
  private var stack: [UInt32] = []
  private var found: [UInt32] = []
  private var foundPending = false

  private static let atStart: UInt8 = 1
  private static let afterWord: UInt8 = 2
  private static let pending: UInt8 = 4

  /// Nil when the automaton would be too large or take too long to build.
  static func table(for program: PatternProgram, anchored: Bool) -> Table? {
    guard program.looks.isEmpty else { return nil }
    var builder = PatternAutomatonBuilder(program, anchored: anchored)
    return builder.build()
  }

  private init(_ program: PatternProgram, anchored: Bool) {
    self.program = program
    self.anchored = anchored
    groupCount = program.classes.count
    stride = groupCount + 2
    entries = [UInt32](repeating: PatternAutomatonBuilder.dead, count: 2 * stride)
    for column in 0..<stride { entries[stride + column] = UInt32(stride) }
    slots = [UInt32](repeating: 0, count: 64)
    marks = [UInt32](repeating: 0, count: program.instructions.count)
  }

  private mutating func build() -> Table? {
    beginSet()
    var start = UInt32(stride)
    if !follow(program.entry, flags: PatternAutomatonBuilder.atStart) {
      start = intern(flags: PatternAutomatonBuilder.atStart)
    }
    var state = 2
    while state < flags.count {
      guard flags.count <= PatternLimits.states, (flags.count + 1) * stride <= PatternLimits.tableEntries else {
        return nil
      }
      let row = state * stride
      for group in 0..<groupCount {
        guard work <= PatternLimits.constructionWork else { return nil }
        entries[row + group] = step(state, group: group)
      }
      entries[row + groupCount] = UInt32(row)
      entries[row + groupCount + 1] = acceptsAtEnd(state) ? UInt32(stride) : PatternAutomatonBuilder.dead
      state += 1
    }
    return Table(entries: entries, stride: stride, start: start)
  }

  private mutating func step(_ state: Int, group: Int) -> UInt32 {
    beginSet()
    let isWord = program.isWord(group)
    let after: UInt8 = isWord ? PatternAutomatonBuilder.afterWord : 0
    if flags[state] & PatternAutomatonBuilder.pending != 0 {
      // Conditions that waited for the next code point are decided before it is taken.
      var reached: [UInt32] = []
      if resolve(state, next: isWord, atEnd: false, into: &reached) { return UInt32(stride) }
      beginSet()
      for index in reached where take(index, group: group, flags: after) { return UInt32(stride) }
    } else {
      for position in offsets[state]..<offsets[state + 1] {
        if take(items[position], group: group, flags: after) { return UInt32(stride) }
      }
    }
    if !anchored, follow(program.entry, flags: after) { return UInt32(stride) }
    return intern(flags: after)
  }

  private mutating func acceptsAtEnd(_ state: Int) -> Bool {
    guard flags[state] & PatternAutomatonBuilder.pending != 0 else { return false }
    var reached: [UInt32] = []
    return resolve(state, next: false, atEnd: true, into: &reached)
  }

  private mutating func take(_ index: UInt32, group: Int, flags: UInt8) -> Bool {
    let instruction = program.instructions[Int(index)]
    work += 1
    guard instruction.operation == .take,
      program.classes.contains(set: Int(instruction.argument), group: group)
    else { return false }
    return follow(instruction.next, flags: flags)
  }

  // MARK: Sets of instructions

  private mutating func beginSet() {
    generation += 1
    found.removeAll(keepingCapacity: true)
    foundPending = false
  }

  /// Adds what is reached without taking anything; true when that includes the end of the pattern.
  private mutating func follow(_ entry: UInt32, flags: UInt8) -> Bool {
    stack.append(entry)
    while let index = stack.popLast() {
      guard marks[Int(index)] != generation else { continue }
      marks[Int(index)] = generation
      work += 1
      let instruction = program.instructions[Int(index)]
      switch instruction.operation {
      case .take, .look:
        found.append(index)
      case .split:
        stack.append(instruction.other)
        stack.append(instruction.next)
      case .assertion:
        if instruction.argument == UInt32(PatternNode.Assertion.start.rawValue) {
          if flags & PatternAutomatonBuilder.atStart != 0 { stack.append(instruction.next) }
        } else {
          found.append(index)
          foundPending = true
        }
      case .accept:
        stack.removeAll(keepingCapacity: true)
        return true
      }
    }
    return false
  }

  /// Decides every condition of a state, now that what comes next is known.
  private mutating func resolve(
    _ state: Int, next nextIsWord: Bool, atEnd: Bool, into reached: inout [UInt32]
  ) -> Bool {
    let atStart = flags[state] & PatternAutomatonBuilder.atStart != 0
    let boundary = (flags[state] & PatternAutomatonBuilder.afterWord != 0) != nextIsWord
    beginSet()
    stack.append(contentsOf: items[offsets[state]..<offsets[state + 1]])
    while let index = stack.popLast() {
      guard marks[Int(index)] != generation else { continue }
      marks[Int(index)] = generation
      work += 1
      let instruction = program.instructions[Int(index)]
      switch instruction.operation {
      case .take, .look:
        reached.append(index)
      case .split:
        stack.append(instruction.other)
        stack.append(instruction.next)
      case .assertion:
        let holds =
          switch PatternNode.Assertion(rawValue: UInt8(truncatingIfNeeded: instruction.argument)) {
          case .start: atStart
          case .end: atEnd
          case .wordBoundary: boundary
          case .notWordBoundary: !boundary
          case nil: false
          }
        if holds { stack.append(instruction.next) }
      case .accept:
        stack.removeAll(keepingCapacity: true)
        return true
      }
    }
    return false
  }

  // MARK: States

  /// The row of the state that is the set found last.
  private mutating func intern(flags context: UInt8) -> UInt32 {
    guard !found.isEmpty else { return PatternAutomatonBuilder.dead }
    found.sort()
    // Without a waiting condition it does not matter how the position was reached.
    let flag = foundPending ? context | PatternAutomatonBuilder.pending : 0
    var hash = UInt64(flag) &+ 0x9E37_79B9_7F4A_7C15
    for item in found { hash = (hash ^ UInt64(item)) &* 0xFF51_AFD7_ED55_8CCD ^ (hash >> 29) }
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] != 0 {
      let state = Int(slots[slot])
      if flags[state] == flag, items[offsets[state]..<offsets[state + 1]].elementsEqual(found) {
        return UInt32(state * stride)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let state = flags.count
    slots[slot] = UInt32(state)
    flags.append(flag)
    items += found
    offsets.append(items.count)
    work += found.count
    entries.append(contentsOf: repeatElement(PatternAutomatonBuilder.dead, count: stride))
    if flags.count * 2 > slots.count { growSlots() }
    return UInt32(state * stride)
  }

  private mutating func growSlots() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for state in 2..<flags.count {
      var hash = UInt64(flags[state]) &+ 0x9E37_79B9_7F4A_7C15
      for item in items[offsets[state]..<offsets[state + 1]] {
        hash = (hash ^ UInt64(item)) &* 0xFF51_AFD7_ED55_8CCD ^ (hash >> 29)
      }
      var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(state)
    }
  }
}
