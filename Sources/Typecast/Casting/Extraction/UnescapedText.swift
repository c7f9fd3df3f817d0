import TypecastJSON

/// A text without one layer of backslashes: `{\"a\": \"b\"}` is `{"a": "b"}`.
struct UnescapedText {
  let bytes: PaddedBytes

  /// Where the escaped part starts.
  let start: Int

  /// The places of the backslashes that were left out.
  private let removed: [Int]

  /// Nil for a text whose first quote is not escaped.
  init?(_ text: PaddedBytes) {
    var first = 0
    scan: while first < text.count {
      switch text.start[first] {
      case 0x7B, 0x5B, 0...0x20: first += 1
      case 0x5C where text.start[first + 1] == 0x22: break scan
      default: return nil
      }
    }
    guard first < text.count else { return nil }
    start = first
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var removed: [Int] = []
    var index = 0
    while index < text.count {
      if text.start[index] == 0x5C, index + 1 < text.count {
        removed.append(index)
        index += 1
        switch text.start[index] {
        case 0x6E: result.append(0x0A)
        case 0x74: result.append(0x09)
        case 0x72: result.append(0x0D)
        default: result.append(text.start[index])
        }
      } else if text.start[index] == 0x5C {
        removed.append(index)
      } else {
        result.append(text.start[index])
      }
      index += 1
    }
    self.removed = removed
    bytes = PaddedBytes(result)
  }

  /// The place in the escaped text.
  func origin(of offset: Int) -> Int {
    var low = 0
    var high = removed.count
    while low < high {
      let middle = (low + high) / 2
      // So many backslashes stand in front of this one.
      if removed[middle] - middle <= offset { low = middle + 1 } else { high = middle }
    }
    return offset + low
  }
}
