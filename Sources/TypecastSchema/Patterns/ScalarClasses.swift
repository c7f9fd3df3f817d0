/// Code points grouped so that no set of a pattern tells two of one group apart.
struct ScalarClasses {
  /// How many groups there are.
  private(set) var count = 0
  /// The first code point of each run, ascending from 0.
  private(set) var starts: [UInt32] = [0]
  /// The group of each run.
  private(set) var groups: [UInt16] = [0]
  /// Bit `set * count + group`: whether the group is in the set.
  private(set) var members: [UInt64] = []
  private(set) var setCount = 0

  /// Nil when there are too many sets and groups to keep.
  init?(_ sets: [ScalarSet]) {
    setCount = sets.count
    let words = max(1, (sets.count + 63) / 64)
    var events: [(point: UInt32, set: Int)] = []
    for (index, set) in sets.enumerated() {
      for range in set.ranges {
        events.append((range.first, index))
        if range.last < ScalarSet.limit { events.append((range.last + 1, index)) }
      }
    }
    events.sort { $0.point < $1.point }
    guard events.count * words <= PatternLimits.memberships / 8 else { return nil }

    var current = [UInt64](repeating: 0, count: words)
    var signatures: [[UInt64]] = []
    var known: [[UInt64]: Int] = [:]
    var index = 0
    var point: UInt32 = 0
    starts.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    while true {
      while index < events.count, events[index].point == point {
        current[events[index].set >> 6] ^= 1 << UInt64(events[index].set & 63)
        index += 1
      }
      let group: Int
      if signatures.count <= 16 {
        group = signatures.firstIndex(of: current) ?? signatures.count
      } else {
        if known.isEmpty { for (number, signature) in signatures.enumerated() { known[signature] = number } }
        group = known[current] ?? signatures.count
      }
      if group == signatures.count {
        signatures.append(current)
        if !known.isEmpty { known[current] = group }
      }
      guard group < 0xFFF0 else { return nil }
      if groups.last.map({ Int($0) }) != group {
        starts.append(point)
        groups.append(UInt16(group))
      }
      guard index < events.count else { break }
      point = events[index].point
    }
    count = signatures.count

    guard setCount * count <= PatternLimits.memberships else { return nil }
    members = [UInt64](repeating: 0, count: (setCount * count + 63) / 64)
    for (group, signature) in signatures.enumerated() {
      for set in 0..<setCount where signature[set >> 6] >> UInt64(set & 63) & 1 != 0 {
        let bit = set * count + group
        members[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
  }

  func contains(set: Int, group: Int) -> Bool {
    let bit = set * count + group
    return members[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The group of one code point.
  func group(of scalar: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return Int(groups[low])
  }

  /// The group of every code point that begins with this byte, or nil when there are several.
  func group(ofLeadingByte byte: UInt8) -> Int? {
    guard (0xC2..<0xF5).contains(byte) || byte < 0x80 else { return nil }
    let all = scalars(leadingByte: byte)
    let first = all.lowerBound
    let last = all.upperBound
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= first { low = middle } else { high = middle }
    }
    return low + 1 == starts.count || starts[low + 1] > last ? Int(groups[low]) : nil
  }
}

/// The code points of texts that begin with a byte, which must be ASCII or begin one of several bytes.
func scalars(leadingByte byte: UInt8) -> ClosedRange<UInt32> {
  switch byte {
  case 0..<0x80: UInt32(byte)...UInt32(byte)
  case 0..<0xE0: (UInt32(byte & 0x1F) << 6)...(UInt32(byte & 0x1F) << 6 + 0x3F)
  case 0xE0: 0x800...0xFFF
  case 0xED: 0xD000...0xD7FF
  case 0..<0xF0: (UInt32(byte & 0x0F) << 12)...(UInt32(byte & 0x0F) << 12 + 0xFFF)
  case 0xF0: 0x10000...0x3FFFF
  case 0xF4: 0x100000...ScalarSet.limit
  default: (UInt32(byte & 0x07) << 18)...(UInt32(byte & 0x07) << 18 + 0x3FFFF)
  }
}
