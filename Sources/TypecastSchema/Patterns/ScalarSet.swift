/// Code points as sorted, separate, inclusive ranges.
///
/// Surrogates may be members: a pattern can name them, although no valid text contains one.
package struct ScalarSet: Equatable, Hashable, Sendable {
  /// An inclusive range.
  package struct Range: Equatable, Hashable, Sendable {
    package var first: UInt32
    package var last: UInt32

    package init(_ first: UInt32, _ last: UInt32) {
      self.first = first
      self.last = last
    }
  }

  /// The largest code point.
  package static let limit: UInt32 = 0x10_FFFF

  /// Ascending, with a gap between neighbours.
  package private(set) var ranges: [Range]

  package init() {
    ranges = []
  }

  package init(scalar: UInt32) {
    ranges = [Range(scalar, scalar)]
  }

  package init(_ first: UInt32, _ last: UInt32) {
    ranges = [Range(first, last)]
  }

  /// Sorts and joins ranges given in any order.
  package init(unordered: [Range]) {
    ranges = []
    ranges.reserveCapacity(unordered.count)
    var sorted = true
    for index in unordered.indices.dropFirst() where unordered[index].first < unordered[index - 1].first {
      sorted = false
      break
    }
    for range in sorted ? unordered : unordered.sorted(by: { $0.first < $1.first }) {
      if let last = ranges.last, range.first <= last.last || range.first == last.last + 1 {
        if range.last > last.last { ranges[ranges.count - 1].last = range.last }
      } else {
        ranges.append(range)
      }
    }
  }

  package var isEmpty: Bool { ranges.isEmpty }

  /// The only member, if there is just one.
  package var single: UInt32? {
    guard ranges.count == 1, ranges[0].first == ranges[0].last else { return nil }
    return ranges[0].first
  }

  /// Every code point that is not a member.
  package var inverted: ScalarSet {
    var result = ScalarSet()
    result.ranges.reserveCapacity(ranges.count + 1)
    var next: UInt32 = 0
    for range in ranges {
      if range.first > next { result.ranges.append(Range(next, range.first - 1)) }
      next = range.last + 1
    }
    if next <= ScalarSet.limit { result.ranges.append(Range(next, ScalarSet.limit)) }
    return result
  }

  package func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
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

  package func union(_ other: ScalarSet) -> ScalarSet {
    ScalarSet(unordered: ranges + other.ranges)
  }

  package func isDisjoint(with other: ScalarSet) -> Bool {
    var left = 0
    var right = 0
    while left < ranges.count, right < other.ranges.count {
      if ranges[left].last < other.ranges[right].first {
        left += 1
      } else if other.ranges[right].last < ranges[left].first {
        right += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Members of exactly one of the two sets.
  package func symmetricDifference(_ other: ScalarSet) -> ScalarSet {
    let left = self.inverted.union(other).inverted
    let right = self.union(other.inverted).inverted
    return left.union(right)
  }
}

extension ScalarSet {
  /// `\d`
  package static let digits = ScalarSet(0x30, 0x39)

  /// `\w`
  package static let wordCharacters = ScalarSet(unordered: [
    Range(0x30, 0x39), Range(0x41, 0x5A), Range(0x5F, 0x5F), Range(0x61, 0x7A),
  ])

  /// `\s`: the white space and line terminators of ECMA-262.
  package static let whiteSpace = ScalarSet(unordered: [
    Range(0x09, 0x0D), Range(0x20, 0x20), Range(0xA0, 0xA0), Range(0x1680, 0x1680), Range(0x2000, 0x200A),
    Range(0x2028, 0x2029), Range(0x202F, 0x202F), Range(0x205F, 0x205F), Range(0x3000, 0x3000), Range(0xFEFF, 0xFEFF),
  ])

  /// `.`: everything but line terminators.
  package static let dot = ScalarSet(unordered: [
    Range(0x0A, 0x0A), Range(0x0D, 0x0D), Range(0x2028, 0x2029),
  ]).inverted

  /// Every code point.
  package static let all = ScalarSet(0, limit)
}
