/// Runs a program on all its paths at once, in time linear in the text.
///
/// Look-around is decided first, for every position of the text, innermost first; a pass over the text each.
struct PatternSimulation {
  private let program: PatternProgram
  private let asciiGroups: [UInt16]
  private let anchored: Bool
  let stepLimit: Int

  init(_ program: PatternProgram, stepLimit: Int) {
    self.program = program
    anchored = PatternSimulation.beginsAtStart(program)
    self.stepLimit = stepLimit
    asciiGroups = (0..<128).map { UInt16(program.classes.group(of: $0)) }
  }

  /// Takes its steps off those that it is given.
  func search(_ text: UnsafeBufferPointer<UInt8>, steps: inout Int) -> PatternVerdict {
    let tableWords = (text.count + 64) / 64
    // A bit for every position and look-around; a text that needs more memory stays undecided.
    guard tableWords <= (1 << 22) / max(1, program.looks.count) else { return .undecided }
    var run = Run(program, asciiGroups, text, tableWords: tableWords, stepLimit: steps)
    defer {
      steps = run.remaining
      run.deallocate()
    }
    for (index, look) in program.looks.enumerated() {
      guard run.pass(look.entry, backward: !look.behind, anchored: false, table: index) != nil else {
        return .undecided
      }
    }
    return switch run.pass(program.entry, backward: false, anchored: anchored, table: nil) {
    case true?: .match
    case false?: .noMatch
    case nil: .undecided
    }
  }

  /// Whether every path begins with the start of the text.
  private static func beginsAtStart(_ program: PatternProgram) -> Bool {
    var visited: Set<UInt32> = []
    var stack = [program.entry]
    while let index = stack.popLast() {
      guard visited.insert(index).inserted else { continue }
      let instruction = program.instructions[Int(index)]
      switch instruction.operation {
      case .take, .accept, .look: return false
      case .split: stack += [instruction.next, instruction.other]
      case .assertion:
        if instruction.argument != UInt32(PatternNode.Assertion.start.rawValue) { return false }
      }
      guard visited.count < 1_000 else { return false }
    }
    return true
  }

  /// The memory of one search.
  private struct Run {
    let program: PatternProgram
    let asciiGroups: [UInt16]
    let text: UnsafeBufferPointer<UInt8>
    let tableWords: Int
    let capacity: Int
    let tables: UnsafeMutablePointer<UInt64>
    let marks: UnsafeMutablePointer<Int>
    let stack: UnsafeMutablePointer<UInt32>
    var current: UnsafeMutablePointer<UInt32>
    var following: UnsafeMutablePointer<UInt32>
    var generation = 0
    var remaining: Int

    init(
      _ program: PatternProgram, _ asciiGroups: [UInt16], _ text: UnsafeBufferPointer<UInt8>, tableWords: Int,
      stepLimit: Int
    ) {
      self.program = program
      self.asciiGroups = asciiGroups
      self.text = text
      self.tableWords = tableWords
      capacity = program.instructions.count + 2
      tables = .allocate(capacity: max(1, tableWords * program.looks.count))
      tables.initialize(repeating: 0, count: tableWords * program.looks.count)
      marks = .allocate(capacity: capacity)
      marks.initialize(repeating: 0, count: capacity)
      // Every instruction is expanded once per position and pushes at most two.
      stack = .allocate(capacity: 2 * capacity)
      current = .allocate(capacity: capacity)
      following = .allocate(capacity: capacity)
      // Making ready counts as well, eight instructions as a step.
      remaining = stepLimit - capacity / 8
    }

    func deallocate() {
      tables.deallocate()
      marks.deallocate()
      stack.deallocate()
      current.deallocate()
      following.deallocate()
    }

    /// Fills a table with the positions where the program accepts, or says whether there is one; nil over the limit.
    mutating func pass(_ entry: UInt32, backward: Bool, anchored: Bool, table: Int?) -> Bool? {
      var position = backward ? text.count : 0
      var reachedCount = 0
      var isFirst = true
      while true {
        generation += 1
        var count = 0
        var accepted = false
        for index in 0..<reachedCount {
          accepted = expand(following[index], at: position, &count) || accepted
        }
        if isFirst || !anchored { accepted = expand(entry, at: position, &count) || accepted }
        isFirst = false
        remaining -= count + reachedCount + 1
        guard remaining > 0 else { return nil }
        if accepted {
          guard let table else { return true }
          tables[table * tableWords + position >> 6] |= 1 << UInt64(position & 63)
        }
        if anchored, count == 0 { return false }
        guard backward ? position > 0 : position < text.count else { return false }
        let group = step(&position, backward: backward)
        reachedCount = 0
        for index in 0..<count {
          let instruction = program.instructions[Int(current[index])]
          guard program.classes.contains(set: Int(instruction.argument), group: group) else { continue }
          following[reachedCount] = instruction.next
          reachedCount += 1
        }
      }
    }

    /// Adds what is reached without taking anything; true when the end of the program is among it.
    private mutating func expand(_ entry: UInt32, at position: Int, _ count: inout Int) -> Bool {
      var accepted = false
      var depth = 1
      stack[0] = entry
      while depth > 0 {
        depth -= 1
        let index = Int(stack[depth])
        guard marks[index] != generation else { continue }
        marks[index] = generation
        remaining -= 1
        let instruction = program.instructions[index]
        switch instruction.operation {
        case .take:
          current[count] = UInt32(index)
          count += 1
        case .split:
          stack[depth] = instruction.other
          stack[depth + 1] = instruction.next
          depth += 2
        case .assertion:
          guard holds(instruction.argument, at: position) else { continue }
          stack[depth] = instruction.next
          depth += 1
        case .look:
          let table = Int(instruction.argument)
          let found = tables[table * tableWords + position >> 6] >> UInt64(position & 63) & 1 != 0
          guard found != program.looks[table].negated else { continue }
          stack[depth] = instruction.next
          depth += 1
        case .accept:
          accepted = true
        }
      }
      return accepted
    }

    /// Moves over one code point and gives its group.
    private func step(_ position: inout Int, backward: Bool) -> Int {
      var start = position
      if backward {
        start -= 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        position = start
      }
      let byte = text[start]
      if byte < 0x80 {
        if !backward { position += 1 }
        return Int(asciiGroups[Int(byte)])
      }
      guard let base = text.baseAddress else { return 0 }
      let (scalar, length) = decodeScalar(base + start, base + text.count)
      if !backward { position += length }
      return program.classes.group(of: scalar)
    }

    private func holds(_ assertion: UInt32, at position: Int) -> Bool {
      switch PatternNode.Assertion(rawValue: UInt8(truncatingIfNeeded: assertion)) {
      case .start: position == 0
      case .end: position == text.count
      case .wordBoundary: isWordBoundary(text, position)
      case .notWordBoundary: !isWordBoundary(text, position)
      case nil: false
      }
    }
  }
}

/// Whether just one of the two sides of a position is a word character; those are ASCII.
func isWordBoundary(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
  func isWord(_ index: Int) -> Bool {
    guard index >= 0, index < text.count else { return false }
    return switch text[index] {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
  return isWord(position - 1) != isWord(position)
}
