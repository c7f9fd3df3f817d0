/// Where the lines of a text begin, for finding many positions in it.
public struct LineIndex: Sendable {
  private let starts: [Int]

  /// Finds the lines of a text once, in time proportional to its length; the bytes are not kept.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
        starts.append(index + 1)
      }
    }
    self.starts = starts
  }

  /// The line and column of an offset, found in time logarithmic in the number of lines.
  public func position(of offset: Int) -> TextPosition {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return TextPosition(line: low + 1, column: offset - starts[low] + 1, offset: offset)
  }
}
