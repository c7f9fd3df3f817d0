/// A number of any size, for the few that `Decimal` cannot hold.
struct BigDecimal {
  var isNegative: Bool

  /// Decimal digits, 0 to 9, without leading or trailing zeros; none for zero.
  var digits: [UInt8]

  /// The power of ten of the last digit. Exponents of more than 36 digits are taken as 36 nines: no two such numbers that
  /// differ only there can be told apart.
  var exponent: Int128

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    isNegative = text.first == 0x2D
    if isNegative { index = 1 }
    digits = []
    var pastPoint: Int128 = 0
    var sawPoint = false
    while index < text.count {
      let byte = text[index]
      if byte == 0x2E {
        sawPoint = true
      } else if byte &- 0x30 < 10 {
        if byte != 0x30 || !digits.isEmpty { digits.append(byte - 0x30) }
        if sawPoint { pastPoint += 1 }
      } else {
        break
      }
      index += 1
    }
    exponent = 0
    if index < text.count { exponent = Self.exponent(text[(index + 1)...]) }
    exponent -= pastPoint
    let zeros = digits.reversed().prefix { $0 == 0 }.count
    digits.removeLast(zeros)
    exponent += Int128(zeros)
    if digits.isEmpty { exponent = 0 }
  }

  private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int128 {
    let limit: Int128 = 999_999_999_999_999_999_999_999_999_999_999_999
    var magnitude: Int128 = 0
    for byte in text where byte &- 0x30 < 10 {
      magnitude = magnitude > limit / 10 ? limit : magnitude * 10 + Int128(byte - 0x30)
    }
    return text.first == 0x2D ? -magnitude : magnitude
  }

  var isZero: Bool { digits.isEmpty }

  var isInteger: Bool { exponent >= 0 }

  /// The digits of an integer; nil for a fraction, and for more digits than any integer of a fixed width has.
  var integerText: String? {
    guard isInteger, Int128(digits.count) + exponent <= 80 else { return nil }
    let zeros = [UInt8](repeating: 0, count: Int(exponent))
    let text = String(decoding: (digits + zeros).map { $0 + 0x30 }, as: UTF8.self)
    return (isNegative ? "-" : "") + (text.isEmpty ? "0" : text)
  }

  /// Orders two numbers: -1, 0 or 1.
  static func compare(_ left: BigDecimal, _ right: BigDecimal) -> Int {
    if left.isZero || right.isZero {
      let leftSign = left.isZero ? 0 : (left.isNegative ? -1 : 1)
      let rightSign = right.isZero ? 0 : (right.isNegative ? -1 : 1)
      return (leftSign - rightSign).signum()
    }
    if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
    let magnitude: Int
    let leftScale = left.exponent + Int128(left.digits.count)
    let rightScale = right.exponent + Int128(right.digits.count)
    if leftScale != rightScale {
      magnitude = leftScale < rightScale ? -1 : 1
    } else if left.digits == right.digits {
      magnitude = 0
    } else {
      magnitude = left.digits.lexicographicallyPrecedes(right.digits) ? -1 : 1
    }
    return left.isNegative ? -magnitude : magnitude
  }

  /// Whether a number is a multiple of another one, not zero.
  static func isMultiple(_ value: BigDecimal, of divisor: BigDecimal) -> Bool {
    if value.isZero { return true }
    let shift = value.exponent - divisor.exponent
    // Without trailing zeros the value is no multiple of ten, so of nothing that is scaled up by tens.
    if shift < 0 { return false }
    let modulus = BigUnsigned(decimal: divisor.digits[...])
    var rest = BigUnsigned(decimal: [])
    // Digits are folded in piece by piece, so that the work is linear in them.
    for start in stride(from: 0, to: value.digits.count, by: 9) {
      let piece = value.digits[start..<min(start + 9, value.digits.count)]
      rest.append(decimal: piece)
      rest = rest.remainder(dividingBy: modulus)
    }
    // Ten to the shift holds every two and five that the modulus may have once the shift passes its bit count.
    var remaining = min(shift, Int128(modulus.bitCount + 1))
    while remaining > 0 && !rest.isZero {
      rest.append(decimal: [0])
      rest = rest.remainder(dividingBy: modulus)
      remaining -= 1
    }
    return rest.isZero
  }
}
