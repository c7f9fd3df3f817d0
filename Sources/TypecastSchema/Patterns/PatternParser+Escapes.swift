extension PatternParser {
  /// Reads an escape outside of classes; the position is behind the backslash.
  mutating func parseEscape(from start: Int) throws(PatternError) -> PatternNode {
    guard let byte = peek() else { throw endsInBackslash(at: start) }
    switch byte {
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      let before = position
      var number = 0
      while let digit = peek(), digit >= 0x30, digit <= 0x39 {
        number = min(number * 10 + Int(digit - 0x30), 1 << 40)
        position += 1
      }
      if number <= groups.count { return .backReference(number) }
      position = before
      try lenience("A reference to group \(number), of \(groups.count),", "Correct the number.", at: start)
      return .scalar(parseLegacyOctal())
    case UInt8(ascii: "k"):
      if lenient, groups.numbers.isEmpty {
        try lenience("`\\k` without named groups", "Write `k`.", at: start)
        return .scalar(nextScalar())
      }
      position += 1
      guard take("<") else {
        throw PatternError(message: "`\\k` must be followed by `<name>`. Name the group it refers to.", offset: start)
      }
      let name = try parseGroupName(from: start)
      guard let number = groups.numbers[name] else {
        throw PatternError(message: "No group is called `\(name)`. Correct the name.", offset: start)
      }
      return .backReference(number)
    default:
      if let set = try parseClassEscape(from: start) { return .set(set) }
      return .scalar(try parseCharacterEscape(from: start, inClass: false))
    }
  }

  mutating func parseGroupName(from start: Int) throws(PatternError) -> String {
    try readGroupName(bytes, at: &position, from: start)
  }

  /// Reads an escape that stands for a set of characters, or leaves the position alone.
  mutating func parseClassEscape(from start: Int) throws(PatternError) -> ScalarSet? {
    let result: ScalarSet
    switch peek() {
    case UInt8(ascii: "d"): result = .digits
    case UInt8(ascii: "D"): result = ScalarSet.digits.inverted
    case UInt8(ascii: "w"): result = .wordCharacters
    case UInt8(ascii: "W"): result = ScalarSet.wordCharacters.inverted
    case UInt8(ascii: "s"): result = .whiteSpace
    case UInt8(ascii: "S"): result = ScalarSet.whiteSpace.inverted
    case UInt8(ascii: "p"): return try parseProperty(inverted: false, from: start)
    case UInt8(ascii: "P"): return try parseProperty(inverted: true, from: start)
    default: return nil
    }
    position += 1
    return result
  }

  /// Without the `u` flag `\p{…}` is a repeated `p`, which nobody means: it keeps its meaning where it is well formed.
  private mutating func parseProperty(inverted: Bool, from start: Int) throws(PatternError) -> ScalarSet? {
    if peek(1) == UInt8(ascii: "{"), let close = bytes[position...].prefix(64).firstIndex(of: UInt8(ascii: "}")) {
      let expression = bytes[(position + 2)..<close]
      if let set = properties[expression] ?? PatternUnicode.set(expression) {
        properties[expression] = set
        position = close + 1
        return inverted ? set.inverted : set
      }
    }
    guard lenient else {
      throw PatternError(
        message: "No Unicode property has this name. Use a form such as `\\p{L}`, `\\p{Letter}`, `\\p{Script=Greek}` "
          + "or `\\p{Alphabetic}`, with the exact letter case.", offset: start)
    }
    return nil
  }

  /// Reads an escape that stands for one code point; the position is behind the backslash.
  mutating func parseCharacterEscape(from start: Int, inClass: Bool) throws(PatternError) -> UInt32 {
    guard let byte = peek() else { throw endsInBackslash(at: start) }
    switch byte {
    case UInt8(ascii: "t"): return take(0x09)
    case UInt8(ascii: "n"): return take(0x0A)
    case UInt8(ascii: "v"): return take(0x0B)
    case UInt8(ascii: "f"): return take(0x0C)
    case UInt8(ascii: "r"): return take(0x0D)
    case UInt8(ascii: "b") where inClass: return take(0x08)
    case UInt8(ascii: "-") where inClass: return take(0x2D)
    case UInt8(ascii: "c"): return try parseControl(from: start, inClass: inClass)
    case UInt8(ascii: "0"):
      if let next = peek(1), next >= 0x30, next <= 0x39 {
        try lenience("An octal escape", "Write `\\xHH`.", at: start)
        return parseLegacyOctal()
      }
      return take(0)
    case UInt8(ascii: "1")...UInt8(ascii: "9"):
      try lenience("An octal escape", "Write `\\xHH`.", at: start)
      return parseLegacyOctal()
    case UInt8(ascii: "x"):
      if let high = peek(1).flatMap(hexadecimalDigit), let low = peek(2).flatMap(hexadecimalDigit) {
        position += 3
        return high << 4 | low
      }
      try lenience("`\\x` without two hexadecimal digits", "Write `\\xHH`.", at: start)
      return take(0x78)
    case UInt8(ascii: "u"):
      if let escape = readUnicodeEscape(bytes, at: position + 1, braces: true) {
        position += 1 + escape.length
        return escape.scalar
      }
      try lenience("`\\u` without hexadecimal digits", "Write `\\uHHHH` or `\\u{…}`.", at: start)
      return take(0x75)
    default:
      return try parseIdentityEscape(byte, from: start, inClass: inClass)
    }
  }

  private mutating func parseIdentityEscape(
    _ byte: UInt8, from start: Int, inClass: Bool
  ) throws(PatternError) -> UInt32 {
    if isSyntaxCharacter(byte) { return take(UInt32(byte)) }
    if byte == UInt8(ascii: "k"), !groups.numbers.isEmpty {
      throw PatternError(message: "`\\k` must be followed by `<name>` outside of classes. Write `k`.", offset: start)
    }
    let scalar = nextScalar()
    let text = Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
    let advice = byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "z") ? "Write `$` for the end." : "Write `\(text)`."
    try lenience("The escape `\\\(text)`", byte == UInt8(ascii: "A") ? "Write `^` for the start." : advice, at: start)
    return scalar
  }

  /// `\cX`; what only resembles it is a backslash under Annex B.
  private mutating func parseControl(from start: Int, inClass: Bool) throws(PatternError) -> UInt32 {
    if let letter = peek(1) {
      let isLetter = (0x41...0x5A).contains(letter) || (0x61...0x7A).contains(letter)
      let isOther = inClass && lenient && ((0x30...0x39).contains(letter) || letter == 0x5F)
      if isOther { try lenience("`\\c` before a digit or `_`", "Write `\\xHH`.", at: start) }
      if isLetter || isOther {
        position += 2
        return UInt32(letter & 0x1F)
      }
    }
    try lenience("`\\c` without a letter", "Write `\\\\c` for the characters.", at: start)
    return 0x5C
  }

  /// Up to three octal digits, or the digit itself for 8 and 9.
  private mutating func parseLegacyOctal() -> UInt32 {
    guard let first = peek(), first < UInt8(ascii: "8") else { return nextScalar() }
    var value: UInt32 = 0
    var count = 0
    while count < 3, let digit = peek(), digit >= 0x30, digit < 0x38, value * 8 + UInt32(digit - 0x30) <= 0o377 {
      value = value * 8 + UInt32(digit - 0x30)
      position += 1
      count += 1
    }
    return value
  }

  private mutating func take(_ scalar: UInt32) -> UInt32 {
    position += 1
    return scalar
  }

  private func isSyntaxCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "."), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"):
      true
    default:
      false
    }
  }

  private func endsInBackslash(at offset: Int) -> PatternError {
    PatternError(message: "The pattern ends in a backslash. Write `\\\\` for the character.", offset: offset)
  }
}
