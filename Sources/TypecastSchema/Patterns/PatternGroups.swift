/// The capturing groups of a pattern, found before it is parsed because references may point forward.
struct PatternGroups {
  var count = 0
  var numbers: [String: Int] = [:]

  init() {}

  init(_ bytes: [UInt8]) {
    var position = 0
    var inClass = false
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"):
        position += 1
      case UInt8(ascii: "["):
        inClass = true
      case UInt8(ascii: "]"):
        inClass = false
      case UInt8(ascii: "(") where !inClass:
        let rest = bytes[(position + 1)...].prefix(3)
        if rest.first != UInt8(ascii: "?") {
          count += 1
        } else if rest.count == 3, rest[position + 2] == UInt8(ascii: "<"),
          rest[position + 3] != UInt8(ascii: "="), rest[position + 3] != UInt8(ascii: "!")
        {
          count += 1
          addName(bytes, at: position + 3)
        }
      default:
        break
      }
      position += 1
    }
  }

  /// A name that is not well formed is left for the parser to refuse.
  private mutating func addName(_ bytes: [UInt8], at position: Int) {
    var position = position
    guard let name = try? readGroupName(bytes, at: &position, from: position) else { return }
    if numbers[name] == nil { numbers[name] = count }
  }
}

/// Reads a name and the `>` after it.
func readGroupName(_ bytes: [UInt8], at position: inout Int, from start: Int) throws(PatternError) -> String {
  var name = String.UnicodeScalarView()
  func invalid() -> PatternError {
    PatternError(
      message: "A group's name is an identifier between `<` and `>`. Use letters, digits, `_` and `$`.", offset: start)
  }
  while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
    var (value, length) = decodeScalar(bytes, at: position)
    if value == 0x5C {
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u"),
        let escape = readUnicodeEscape(bytes, at: position + 2, braces: true)
      else { throw invalid() }
      (value, length) = (escape.scalar, escape.length + 2)
    }
    guard let scalar = Unicode.Scalar(value), isIdentifier(scalar, first: name.isEmpty) else { throw invalid() }
    name.append(scalar)
    position += length
  }
  guard position < bytes.count, !name.isEmpty else { throw invalid() }
  position += 1
  return String(name)
}

private func isIdentifier(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "_", "$": true
  case "0"..."9", "\u{200C}", "\u{200D}": !first
  default: scalar.value >= 0x80 && (first ? scalar.properties.isIDStart : scalar.properties.isIDContinue)
  }
}

/// Reads what follows `\u`: four hexadecimal digits, a pair of such escapes, or digits in braces.
func readUnicodeEscape(_ bytes: [UInt8], at start: Int, braces: Bool) -> (scalar: UInt32, length: Int)? {
  func four(_ start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for index in start..<(start + 4) {
      guard let digit = hexadecimalDigit(bytes[index]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }
  if braces, start < bytes.count, bytes[start] == UInt8(ascii: "{") {
    var value: UInt32 = 0
    var index = start + 1
    while index < bytes.count, let digit = hexadecimalDigit(bytes[index]) {
      value = value << 4 | digit
      guard value <= ScalarSet.limit else { return nil }
      index += 1
    }
    guard index > start + 1, index < bytes.count, bytes[index] == UInt8(ascii: "}") else { return nil }
    return (value, index + 1 - start)
  }
  guard let high = four(start) else { return nil }
  if (0xD800..<0xDC00).contains(high), start + 6 <= bytes.count, bytes[start + 4] == UInt8(ascii: "\\"),
    bytes[start + 5] == UInt8(ascii: "u"), let low = four(start + 6), (0xDC00..<0xE000).contains(low)
  {
    return (0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 10)
  }
  return (high, 4)
}

func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x37)
  case 0x61...0x66: UInt32(byte - 0x57)
  default: nil
  }
}
