/// A line of a stream that is longer than it may be.
package struct LineTooLong: Error, Equatable, CustomStringConvertible {
  package let limit: Int

  package var description: String { "a line of the answer has more than \(limit) bytes" }
}

/// Cuts bytes into lines, wherever the pieces end in which they come. Its work is in proportion to the bytes.
package struct LineSplitter {
  /// What a line ends with.
  package enum Ending {
    /// A line feed, perhaps with a carriage return before it.
    case lineFeed
    /// A line feed, a carriage return, or both.
    case any
  }

  private let ending: Ending
  private let limit: Int

  /// The beginning of a line whose end has not come.
  private var open: [UInt8] = []

  /// Whether the last byte was a carriage return that ended a line: a line feed behind it belongs to that end.
  private var hasReturned = false

  /// - Parameter limit: The most bytes that a line may have.
  package init(_ ending: Ending, limit: Int) {
    self.ending = ending
    self.limit = limit
  }

  /// Takes the next bytes, and gives the lines that end in them, without their ends.
  package mutating func append(_ bytes: [UInt8]) throws(LineTooLong) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = bytes.startIndex
    if hasReturned, start < bytes.endIndex {
      hasReturned = false
      if bytes[start] == 0x0A { start += 1 }
    }
    while let end = end(in: bytes, from: start) {
      lines.append(try close(with: bytes[start..<end]))
      start = end + 1
      if bytes[end] == 0x0D {
        if start == bytes.endIndex { hasReturned = true } else if bytes[start] == 0x0A { start += 1 }
      }
    }
    guard open.count + bytes.count - start <= limit else { throw LineTooLong(limit: limit) }
    open += bytes[start...]
    return lines
  }

  /// A last line that has no end; nil if there is none.
  package mutating func finish() -> [UInt8]? {
    if open.isEmpty { return nil }
    return try? close(with: [])
  }

  private func end(in bytes: [UInt8], from start: Int) -> Int? {
    let endsWithReturn = ending == .any
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x0A || (endsWithReturn && byte == 0x0D) { return index }
        index += 1
      }
      return nil
    }
  }

  private mutating func close(with rest: ArraySlice<UInt8>) throws(LineTooLong) -> [UInt8] {
    guard open.count + rest.count <= limit else { throw LineTooLong(limit: limit) }
    var line = open
    line += rest
    open = []
    if ending == .lineFeed, line.last == 0x0D { line.removeLast() }
    return line
  }
}
