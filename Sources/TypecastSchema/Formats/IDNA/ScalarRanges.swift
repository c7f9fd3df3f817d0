/// A set of code points, kept as closed ranges in ascending order.
struct ScalarRanges: Sendable {
  private let bounds: [UInt32]

  /// Makes a set of the first and the last code point of each range, one after the other.
  init(_ bounds: [UInt32]) {
    self.bounds = bounds
  }

  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if bounds[2 * middle + 1] < scalar { low = middle + 1 } else { high = middle }
    }
    return 2 * low < bounds.count && bounds[2 * low] <= scalar
  }
}
