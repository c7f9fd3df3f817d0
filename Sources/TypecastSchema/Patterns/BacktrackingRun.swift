/// One search by backtracking: an explicit stack, a log of what to undo, and a budget of steps.
struct BacktrackingRun {
  private let program: PatternBacktracker
  private let text: UnsafeBufferPointer<UInt8>
  private let registers: UnsafeMutablePointer<Int>
  private var stack: [Entry] = []
  /// The entry of the innermost look-around that is being decided, or -1.
  private var openLook = -1
  private(set) var remaining: Int

  private struct Entry {
    enum Kind: UInt8 {
      /// Continue at instruction `index` from position `value`.
      case choice
      /// Put `value` back into register `index`.
      case undo
      /// Look-around `index` began at `value`; `extra` is the entry of the one around it.
      case look
      /// The greedy run of instruction `index` may give back from `extra` down to `value`.
      case run
      /// The lazy run of instruction `index` may take more after `extra` rounds, from `value`.
      case lazyRun
    }

    var kind: Kind
    var index: UInt32
    var value: Int
    var extra: Int = 0
  }

  init(_ program: PatternBacktracker, _ text: UnsafeBufferPointer<UInt8>, stepLimit: Int) {
    self.program = program
    self.text = text
    registers = .allocate(capacity: program.registerCount)
    registers.initialize(repeating: -1, count: program.registerCount)
    remaining = stepLimit
  }

  func deallocate() {
    registers.deallocate()
  }

  mutating func search() -> PatternVerdict {
    var start = 0
    while true {
      registers.update(repeating: -1, count: program.registerCount)
      stack.removeAll(keepingCapacity: true)
      openLook = -1
      remaining -= program.registerCount
      guard let found = attempt(at: start) else { return .undecided }
      if found { return .match }
      guard start < text.count, !program.anchored else { return .noMatch }
      start = next(after: start)
    }
  }

  /// Whether a match begins at a position; nil over the limit.
  private mutating func attempt(at start: Int) -> Bool? {
    var index = program.entry
    var position = start
    while true {
      remaining -= 1
      guard remaining > 0, stack.count < PatternLimits.backtrackingDepth else { return nil }
      let instruction = program.instructions[Int(index)]
      var holds = true
      index = instruction.next
      switch instruction.operation {
      case .take:
        holds = take(instruction.argument, &position)
      case .takeBack:
        holds = takeBack(instruction.argument, &position)
      case .split:
        stack.append(Entry(kind: .choice, index: instruction.other, value: position))
      case .assertion:
        holds = check(instruction.argument, position)
      case .save:
        set(Int(instruction.argument), position)
      case .backReference, .backReferenceBack:
        holds = repeatCapture(instruction, &position)
      case .look:
        stack.append(Entry(kind: .look, index: instruction.argument, value: position, extra: openLook))
        openLook = stack.count - 1
        index = program.looks[Int(instruction.argument)].entry
      case .acceptLook:
        holds = closeLook(&index, &position)
      case .accept:
        return true
      case .enterLoop:
        set(program.loops[Int(instruction.argument)].register, 0)
      case .testLoop:
        test(program.loops[Int(instruction.argument)], &index, position)
      case .iterateLoop:
        iterate(program.loops[Int(instruction.argument)], &index, position)
      case .endLoop:
        let loop = program.loops[Int(instruction.argument)]
        holds = registers[loop.register] <= loop.minimum || registers[loop.register + 1] != position
      case .run, .runBack:
        holds = beginRun(instruction, &position)
      }
      if !holds, !backtrack(&index, &position) { return false }
    }
  }

  // MARK: Going back

  /// Restores the last open choice; false when there is none.
  private mutating func backtrack(_ index: inout UInt32, _ position: inout Int) -> Bool {
    while let entry = stack.popLast() {
      remaining -= 1
      switch entry.kind {
      case .undo:
        registers[Int(entry.index)] = entry.value
      case .choice:
        index = entry.index
        position = entry.value
        return true
      case .look:
        openLook = entry.extra
        let look = program.looks[Int(entry.index)]
        guard look.negated else { continue }
        index = look.next
        position = entry.value
        return true
      case .run:
        let instruction = program.instructions[Int(entry.index)]
        position = instruction.operation == .run ? previous(before: entry.extra) : next(after: entry.extra)
        if position != entry.value {
          stack.append(Entry(kind: .run, index: entry.index, value: entry.value, extra: position))
        }
        index = instruction.next
        return true
      case .lazyRun:
        let instruction = program.instructions[Int(entry.index)]
        let loop = program.loops[Int(instruction.argument)]
        position = entry.value
        guard takeOne(instruction, loop, &position) else { continue }
        if entry.extra + 1 < loop.maximum {
          stack.append(Entry(kind: .lazyRun, index: entry.index, value: position, extra: entry.extra + 1))
        }
        index = instruction.next
        return true
      }
    }
    return false
  }

  private mutating func set(_ register: Int, _ value: Int) {
    guard registers[register] != value else { return }
    stack.append(Entry(kind: .undo, index: UInt32(register), value: registers[register]))
    registers[register] = value
  }

  /// The body of a look-around has matched: its choices are dropped, its captures stay only if it is positive.
  private mutating func closeLook(_ index: inout UInt32, _ position: inout Int) -> Bool {
    let base = openLook
    let entry = stack[base]
    let look = program.looks[Int(entry.index)]
    openLook = entry.extra
    remaining -= stack.count - base
    if look.negated {
      while stack.count > base, let undone = stack.popLast() {
        if undone.kind == .undo { registers[Int(undone.index)] = undone.value }
      }
      return false
    }
    var kept = base
    for source in (base + 1)..<stack.count where stack[source].kind == .undo {
      stack[kept] = stack[source]
      kept += 1
    }
    stack.removeSubrange(kept...)
    index = look.next
    position = entry.value
    return true
  }

  // MARK: Loops

  private mutating func test(_ loop: PatternBacktracker.Loop, _ index: inout UInt32, _ position: Int) {
    let count = registers[loop.register]
    if count < loop.minimum {
      iterate(loop, &index, position)
    } else if count >= loop.maximum {
      index = loop.exit
    } else if loop.lazy {
      stack.append(Entry(kind: .choice, index: loop.iterate, value: position))
      index = loop.exit
    } else {
      stack.append(Entry(kind: .choice, index: loop.exit, value: position))
      iterate(loop, &index, position)
    }
  }

  private mutating func iterate(_ loop: PatternBacktracker.Loop, _ index: inout UInt32, _ position: Int) {
    set(loop.register, registers[loop.register] + 1)
    set(loop.register + 1, position)
    for register in loop.captures { set(register, -1) }
    remaining -= loop.captures.count
    index = loop.body
  }

  private mutating func beginRun(_ instruction: PatternBacktracker.Instruction, _ position: inout Int) -> Bool {
    let loop = program.loops[Int(instruction.argument)]
    var count = 0
    while count < loop.minimum {
      guard takeOne(instruction, loop, &position) else { return false }
      count += 1
    }
    let least = position
    if loop.lazy {
      if count < loop.maximum {
        stack.append(Entry(kind: .lazyRun, index: loop.iterate, value: position, extra: count))
      }
      return true
    }
    while count < loop.maximum, takeOne(instruction, loop, &position) { count += 1 }
    if position != least {
      stack.append(Entry(kind: .run, index: loop.iterate, value: least, extra: position))
    }
    return true
  }

  private mutating func takeOne(
    _ instruction: PatternBacktracker.Instruction, _ loop: PatternBacktracker.Loop, _ position: inout Int
  ) -> Bool {
    remaining -= 1
    return instruction.operation == .run ? take(loop.set, &position) : takeBack(loop.set, &position)
  }

  // MARK: Reading

  private func take(_ set: UInt32, _ position: inout Int) -> Bool {
    guard position < text.count else { return false }
    guard program.classes.contains(set: Int(set), group: group(at: position)) else { return false }
    position = next(after: position)
    return true
  }

  private func takeBack(_ set: UInt32, _ position: inout Int) -> Bool {
    guard position > 0 else { return false }
    let start = previous(before: position)
    guard program.classes.contains(set: Int(set), group: group(at: start)) else { return false }
    position = start
    return true
  }

  private func group(at position: Int) -> Int {
    let byte = text[position]
    if byte < 0x80 { return Int(program.asciiGroups[Int(byte)]) }
    guard let base = text.baseAddress else { return 0 }
    return program.classes.group(of: decodeScalar(base + position, base + text.count).scalar)
  }

  private func next(after position: Int) -> Int {
    var position = position + 1
    while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
    return position
  }

  private func previous(before position: Int) -> Int {
    var position = position - 1
    while position > 0, text[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }

  private mutating func repeatCapture(
    _ instruction: PatternBacktracker.Instruction, _ position: inout Int
  ) -> Bool {
    let start = registers[2 * Int(instruction.argument)]
    let end = registers[2 * Int(instruction.argument) + 1]
    guard start >= 0, end >= start else { return true }
    let length = end - start
    let forward = instruction.operation == .backReference
    let from = forward ? position : position - length
    guard from >= 0, from + length <= text.count else { return false }
    remaining -= length
    for offset in 0..<length where text[start + offset] != text[from + offset] { return false }
    position = forward ? position + length : from
    return true
  }

  private func check(_ assertion: UInt32, _ position: Int) -> Bool {
    switch PatternNode.Assertion(rawValue: UInt8(truncatingIfNeeded: assertion)) {
    case .start: position == 0
    case .end: position == text.count
    case .wordBoundary: isWordBoundary(text, position)
    case .notWordBoundary: !isWordBoundary(text, position)
    case nil: false
    }
  }
}
