/// Cuts an answer of one JSON text per line into these texts, however its bytes come.
package struct JSONLineReader {
  private var lines: LineSplitter

  package init(lineLimit: Int = 16 << 20) {
    lines = LineSplitter(.lineFeed, limit: lineLimit)
  }

  /// Takes the next bytes, and gives the texts that end in them. Blank lines are none.
  package mutating func append(_ bytes: [UInt8]) throws(LineTooLong) -> [[UInt8]] {
    try lines.append(bytes).filter { !Self.isBlank($0) }
  }

  /// A last text behind which no line ends; nil if there is none.
  package mutating func finish() -> [UInt8]? {
    lines.finish().flatMap { Self.isBlank($0) ? nil : $0 }
  }

  private static func isBlank(_ line: [UInt8]) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
