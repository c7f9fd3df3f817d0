extension PatternParser {
  /// One end of a range: a code point, or a set where only a code point would make a range.
  private enum ClassAtom {
    case scalar(UInt32)
    case set(ScalarSet)
  }

  /// Reads a class; the position is behind the opening bracket.
  mutating func parseClass(from start: Int) throws(PatternError) -> PatternNode {
    var ranges: [ScalarSet.Range] = []
    let inverted = take("^")
    while true {
      guard let byte = peek() else {
        throw PatternError(message: "This class is not closed. Add `]` where it ends.", offset: start)
      }
      if byte == UInt8(ascii: "]") { break }
      let atomStart = position
      let first = try parseClassAtom()
      guard peek() == UInt8(ascii: "-"), let after = peek(1), after != UInt8(ascii: "]") else {
        add(first, to: &ranges)
        continue
      }
      position += 1
      let second = try parseClassAtom()
      if case .scalar(let low) = first, case .scalar(let high) = second {
        guard low <= high else {
          throw PatternError(message: "The ends of this range are out of order. Swap them.", offset: atomStart)
        }
        ranges.append(ScalarSet.Range(low, high))
      } else {
        try lenience("A range that ends in a class", "Write `\\-` for the character.", at: atomStart)
        add(first, to: &ranges)
        ranges.append(ScalarSet.Range(0x2D, 0x2D))
        add(second, to: &ranges)
      }
    }
    position += 1
    let set = ScalarSet(unordered: ranges)
    if inverted { return .set(set.inverted) }
    return set.single.map { .scalar($0) } ?? .set(set)
  }

  private func add(_ atom: ClassAtom, to ranges: inout [ScalarSet.Range]) {
    switch atom {
    case .scalar(let scalar): ranges.append(ScalarSet.Range(scalar, scalar))
    case .set(let set): ranges += set.ranges
    }
  }

  private mutating func parseClassAtom() throws(PatternError) -> ClassAtom {
    let start = position
    guard peek() == UInt8(ascii: "\\") else { return .scalar(nextScalar()) }
    position += 1
    if let set = try parseClassEscape(from: start) { return .set(set) }
    return .scalar(try parseCharacterEscape(from: start, inClass: true))
  }
}
