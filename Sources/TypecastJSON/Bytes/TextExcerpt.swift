/// The line of a text around an offset, with a caret under the spot.
struct TextExcerpt: CustomStringConvertible {
  /// How many bytes are shown on either side of the spot.
  private static let reach = 38

  let line: String
  let caretColumn: Int

  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let spot = min(max(offset, 0), bytes.count)
    var first = spot
    while first > 0, spot - first < Self.reach, !Self.endsLine(bytes[first - 1]) { first -= 1 }
    var last = spot
    while last < bytes.count, last - spot < Self.reach, !Self.endsLine(bytes[last]) { last += 1 }
    // A cut through a UTF-8 sequence would show as a replacement character.
    while first < spot, bytes[first] & 0xC0 == 0x80 { first += 1 }
    while last > spot, last < bytes.count, bytes[last] & 0xC0 == 0x80 { last -= 1 }

    let before = Self.printable(bytes[first..<spot])
    line = before + Self.printable(bytes[spot..<last])
    caretColumn = before.unicodeScalars.count
  }

  var description: String {
    line + "\n" + String(repeating: " ", count: caretColumn) + "^"
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D
  }

  /// Control characters and marks that change a terminal's direction become visible stand-ins.
  private static func printable(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.append(scalar == "\t" ? " " : "\u{B7}")
      case .format, .lineSeparator, .paragraphSeparator: result.append("\u{B7}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
