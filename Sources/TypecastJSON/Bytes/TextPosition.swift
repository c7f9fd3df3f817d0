/// A place in a text: 1-based line, 1-based column in UTF-8 bytes, 0-based offset in bytes.
public struct TextPosition: Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1 on.
  public let line: Int
  /// The column in bytes of UTF-8, from 1 on.
  public let column: Int
  /// The bytes before the place.
  public let offset: Int

  /// A place that was counted elsewhere; whether the three numbers belong together is not checked.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// Counts lines up to an offset; LF, CR and CRLF each end one.
  public init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var lineStart = 0
    let end = min(offset, bytes.count)
    var index = 0
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        lineStart = index
      }
    }
    self.init(line: line, column: end - lineStart + 1, offset: offset)
  }

  public var description: String { "\(line):\(column)" }
}
