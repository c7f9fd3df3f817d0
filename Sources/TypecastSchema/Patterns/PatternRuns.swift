/// A pattern such as `^[a-z][a-z0-9-]{1,62}$`: sets one after another, each repeated, with never a choice to make.
///
/// A trivial value over memory of its own, so that a search neither retains nor releases; whoever holds it frees it.
struct PatternRuns {
  /// A set and how often it is taken.
  struct Run {
    var set: ScalarSet
    var minimum: Int
    var maximum: Int
  }

  fileprivate struct Step {
    var table: UnsafePointer<UInt8>
    var ranges: UnsafePointer<ScalarSet.Range>
    var rangeCount: Int
    var minimum: Int
    var maximum: Int
  }

  /// What a byte at the start of a code point says about membership.
  private static let outside: UInt8 = 0
  private static let ascii: UInt8 = 1
  private static let leading: UInt8 = 2
  private static let undetermined: UInt8 = 3

  private let memory: UnsafeMutableRawPointer
  private let steps: UnsafePointer<Step>
  private let count: Int
  private let toEnd: Bool

  /// Nil when the pattern is not of this kind, or so long that a table for all of it is better.
  init?(_ root: PatternNode) {
    guard let (runs, toEnd) = root.runs else { return nil }
    let length = runs.reduce(0) { $0 + ($1.maximum == .max ? 1 : min($1.maximum, 1_000)) }
    guard runs.count <= 4 || length > 48 else { return nil }

    let rangeCount = runs.reduce(0) { $0 + $1.set.ranges.count }
    let stepBytes = runs.count * MemoryLayout<Step>.stride
    let rangeBytes = rangeCount * MemoryLayout<ScalarSet.Range>.stride
    memory = UnsafeMutableRawPointer.allocate(byteCount: stepBytes + rangeBytes + runs.count * 256, alignment: 16)
    let steps = memory.bindMemory(to: Step.self, capacity: runs.count)
    var ranges = (memory + stepBytes).bindMemory(to: ScalarSet.Range.self, capacity: rangeCount)
    var table = (memory + stepBytes + rangeBytes).bindMemory(to: UInt8.self, capacity: runs.count * 256)
    for (index, run) in runs.enumerated() {
      ranges.initialize(from: run.set.ranges, count: run.set.ranges.count)
      PatternRuns.fill(table, run.set)
      let step = Step(
        table: UnsafePointer(table), ranges: UnsafePointer(ranges), rangeCount: run.set.ranges.count,
        minimum: run.minimum, maximum: run.maximum)
      (steps + index).initialize(to: step)
      ranges += run.set.ranges.count
      table += 256
    }
    self.steps = UnsafePointer(steps)
    count = runs.count
    self.toEnd = toEnd
  }

  func deallocate() {
    memory.deallocate()
  }

  private static func fill(_ table: UnsafeMutablePointer<UInt8>, _ set: ScalarSet) {
    table.initialize(repeating: outside, count: 256)
    for range in set.ranges {
      if range.first < 0x80 {
        for scalar in range.first...min(range.last, 0x7F) { table[Int(scalar)] = ascii }
      }
      guard range.last >= 0x80 else { continue }
      for byte in leadingByte(max(range.first, 0x80))...leadingByte(range.last) {
        let all = scalars(leadingByte: byte)
        table[Int(byte)] = range.first <= all.lowerBound && range.last >= all.upperBound ? leading : undetermined
      }
    }
  }

  private static func leadingByte(_ scalar: UInt32) -> UInt8 {
    scalar < 0x800
      ? UInt8(0xC0 | scalar >> 6) : scalar < 0x10000 ? UInt8(0xE0 | scalar >> 12) : UInt8(0xF0 | scalar >> 18)
  }

  /// Whether the text has a match; it must be valid UTF-8, but nothing outside of it is read if it is not.
  @inline(__always)
  func search(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard var pointer = text.baseAddress else { return !(0..<count).contains { steps[$0].minimum > 0 } }
    let end = pointer + text.count
    for index in 0..<count {
      let step = steps[index]
      let table = step.table
      var taken = 0
      repeat {
        let start = pointer
        let limit = pointer + min(end - pointer, step.maximum - taken)
        while pointer < limit, table[Int(pointer.pointee)] == PatternRuns.ascii { pointer += 1 }
        taken += pointer - start
        guard pointer < limit else { break }
        let kind = table[Int(pointer.pointee)]
        guard kind != PatternRuns.outside else { break }
        let (scalar, length) = decodeScalar(pointer, end)
        guard kind == PatternRuns.leading || step.contains(scalar) else { break }
        pointer += length
        taken += 1
      } while taken < step.maximum
      guard taken >= step.minimum else { return false }
    }
    return !toEnd || pointer == end
  }
}

extension PatternRuns.Step {
  fileprivate func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = rangeCount
    while low < high {
      let middle = (low + high) / 2
      if scalar > ranges[middle].last {
        low = middle + 1
      } else if scalar < ranges[middle].first {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}

extension PatternNode {
  /// The pattern as runs from the start of the text, and whether they must reach its end.
  fileprivate var runs: (runs: [PatternRuns.Run], toEnd: Bool)? {
    guard case .sequence(let nodes) = self, nodes.first == .assertion(.start) else { return nil }
    var runs: [PatternRuns.Run] = []
    let toEnd = nodes.last == .assertion(.end)
    for node in nodes[1..<(toEnd ? nodes.count - 1 : nodes.count)] {
      guard node.addRuns(to: &runs) else { return nil }
    }
    guard runs.count <= 16 else { return nil }
    // A run that may end early or late must not be able to take what comes after it.
    for (index, run) in runs.enumerated() where run.minimum != run.maximum {
      for following in runs[(index + 1)...] {
        guard run.set.isDisjoint(with: following.set) else { return nil }
        if following.minimum > 0 { break }
      }
    }
    return (runs, toEnd)
  }

  private func addRuns(to runs: inout [PatternRuns.Run]) -> Bool {
    switch self {
    case .sequence(let nodes):
      for node in nodes {
        guard node.addRuns(to: &runs) else { return false }
      }
      return true
    case .capture(let body, _, _):
      return body.addRuns(to: &runs)
    case .repetition(let body, let minimum, let maximum, _):
      guard let set = body.singleSet else { return false }
      runs.append(PatternRuns.Run(set: set, minimum: minimum, maximum: maximum ?? .max))
      return true
    default:
      guard let set = singleSet else { return false }
      runs.append(PatternRuns.Run(set: set, minimum: 1, maximum: 1))
      return true
    }
  }

  /// The set of a node that takes just one code point.
  private var singleSet: ScalarSet? {
    switch self {
    case .scalar(let scalar): return ScalarSet(scalar: scalar)
    case .set(let set): return set
    case .capture(let body, _, _): return body.singleSet
    case .choice(let nodes):
      var ranges: [ScalarSet.Range] = []
      for node in nodes {
        guard let set = node.singleSet else { return nil }
        ranges += set.ranges
      }
      return ScalarSet(unordered: ranges)
    default: return nil
    }
  }
}

/// ASCII characters that a simple pattern takes one after the other.
package struct ASCIIRun: Hashable, Sendable {
  /// The ranges that a character has to be in one of, in their order.
  package let ranges: [ClosedRange<UInt8>]
  package let minimum: Int
  package let maximum: Int
}

extension Pattern {
  /// The pattern as runs of ASCII that make up the whole text, if it is that simple: each takes all it can.
  package var asciiRuns: [ASCIIRun]? {
    guard let (runs, toEnd) = root.runs, toEnd else { return nil }
    var simple: [ASCIIRun] = []
    for run in runs {
      guard let last = run.set.ranges.last, last.last < 0x80 else { return nil }
      simple.append(
        ASCIIRun(
          ranges: run.set.ranges.map { UInt8($0.first)...UInt8($0.last) }, minimum: run.minimum, maximum: run.maximum))
    }
    return simple
  }
}
