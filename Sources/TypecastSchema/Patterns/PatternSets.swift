/// Numbers the sets of a pattern.
struct PatternSets {
  private(set) var sets: [ScalarSet] = []
  private var ascii = [Int32](repeating: -1, count: 128)
  private var scalars: [UInt32: Int] = [:]
  private var numbers: [ScalarSet: Int] = [:]

  mutating func number(of scalar: UInt32) -> Int {
    if scalar < 128 {
      if ascii[Int(scalar)] < 0 {
        ascii[Int(scalar)] = Int32(sets.count)
        sets.append(ScalarSet(scalar: scalar))
      }
      return Int(ascii[Int(scalar)])
    }
    if let known = scalars[scalar] { return known }
    scalars[scalar] = sets.count
    sets.append(ScalarSet(scalar: scalar))
    return sets.count - 1
  }

  mutating func number(of set: ScalarSet) -> Int {
    if let single = set.single { return number(of: single) }
    if sets.count <= 8 {
      if let known = sets.firstIndex(of: set) { return known }
    } else {
      if numbers.isEmpty {
        for (number, known) in sets.enumerated() where known.single == nil { numbers[known] = number }
      }
      if let known = numbers[set] { return known }
    }
    if sets.count > 8 || !numbers.isEmpty { numbers[set] = sets.count }
    sets.append(set)
    return sets.count - 1
  }
}

extension PatternNode {
  /// Numbers every set in the tree.
  func collectSets(_ table: inout PatternSets) {
    switch self {
    case .empty, .assertion, .backReference: break
    case .scalar(let scalar): _ = table.number(of: scalar)
    case .set(let set): _ = table.number(of: set)
    case .capture(let body, _, _), .look(let body, _, _), .repetition(let body, _, _, _): body.collectSets(&table)
    case .sequence(let nodes), .choice(let nodes): for node in nodes { node.collectSets(&table) }
    }
  }
}
