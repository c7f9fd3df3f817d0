/// A number's exact value, read off its text without allocating: a coefficient times a power of ten.
@frozen
public struct Decimal: Sendable, BitwiseCopyable {
  /// Whether a minus stands before the digits; it may stand before zero, too.
  public var isNegative: Bool

  /// The digits as one integer, if they fit; otherwise the first nineteen.
  public var coefficient: UInt64

  /// The power of ten of the coefficient's last digit, if it fits.
  public var exponent: Int

  /// Whether coefficient and exponent hold the value exactly.
  public var isSmall: Bool

  /// `coefficient` × 10^`exponent`.
  @inlinable
  public init(_ coefficient: UInt64 = 0, exponent: Int = 0, isNegative: Bool = false) {
    self.isNegative = isNegative
    self.coefficient = coefficient
    self.exponent = exponent
    isSmall = true
  }

  /// Reads a number that follows RFC 8259.
  public init(_ text: UnsafeBufferPointer<UInt8>) {
    self.init()
    guard var pointer = text.baseAddress else { return }
    let end = pointer + text.count
    if pointer < end, pointer.pointee == 0x2D {
      isNegative = true
      pointer += 1
    }
    var digits = 0
    var pastPoint = 0
    var sawPoint = false
    while pointer < end {
      let byte = pointer.pointee
      let digit = byte &- 0x30
      if digit < 10 {
        // Nineteen digits always fit; leading zeros do not count as digits.
        if digits < 19 {
          coefficient = coefficient &* 10 &+ UInt64(digit)
          if coefficient != 0 { digits &+= 1 }
          if sawPoint { pastPoint &+= 1 }
        } else {
          if digit != 0 { isSmall = false }
          if !sawPoint { pastPoint &-= 1 }
        }
      } else if byte == 0x2E {
        sawPoint = true
      } else {
        break
      }
      pointer += 1
    }
    if pointer < end {
      exponent = readExponent(from: pointer + 1, to: end)
    }
    exponent &-= pastPoint
    if coefficient == 0 && isSmall { exponent = 0 }
  }

  private mutating func readExponent(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> Int {
    var pointer = start
    var isNegativeExponent = false
    if pointer < end, pointer.pointee == 0x2B || pointer.pointee == 0x2D {
      isNegativeExponent = pointer.pointee == 0x2D
      pointer += 1
    }
    var value = 0
    while pointer < end {
      value = value &* 10 &+ Int(pointer.pointee &- 0x30)
      if value > 1 << 40 {
        if coefficient != 0 { isSmall = false }
        break
      }
      pointer += 1
    }
    return isNegativeExponent ? -value : value
  }

  /// Whether the value is zero, with or without a minus.
  @inlinable
  public var isZero: Bool { isSmall && coefficient == 0 }

  /// A small decimal as a number in JSON.
  var text: String { "\(isNegative ? "-" : "")\(coefficient)e\(exponent)" }
}

extension Decimal {
  /// Powers of ten that fit into 64 bits.
  @usableFromInline
  static func powerOfTen(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result &*= 10 }
    return result
  }

  /// Orders two small decimals: -1, 0 or 1; nil if that takes more than 128 bits.
  @usableFromInline
  package static func compareSmall(_ left: Decimal, _ right: Decimal) -> Int? {
    guard left.isSmall, right.isSmall else { return nil }
    if left.coefficient == 0 || right.coefficient == 0 {
      let leftSign = left.coefficient == 0 ? 0 : (left.isNegative ? -1 : 1)
      let rightSign = right.coefficient == 0 ? 0 : (right.isNegative ? -1 : 1)
      return leftSign < rightSign ? -1 : (leftSign > rightSign ? 1 : 0)
    }
    if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
    let magnitude: Int
    let shift = left.exponent - right.exponent
    if shift == 0 {
      magnitude = left.coefficient < right.coefficient ? -1 : (left.coefficient > right.coefficient ? 1 : 0)
    } else if shift >= 20 {
      // The other coefficient has at most 20 digits.
      magnitude = 1
    } else if shift <= -20 {
      magnitude = -1
    } else {
      // Up to 2^64 times 10^19 stays below 2^128.
      let scaledLeft = UInt128(left.coefficient) * (shift > 0 ? UInt128(powerOfTen(shift)) : 1)
      let scaledRight = UInt128(right.coefficient) * (shift < 0 ? UInt128(powerOfTen(-shift)) : 1)
      magnitude = scaledLeft < scaledRight ? -1 : (scaledLeft > scaledRight ? 1 : 0)
    }
    return left.isNegative ? -magnitude : magnitude
  }

  /// Whether a small decimal is an integer.
  @usableFromInline
  package var isSmallInteger: Bool {
    if exponent >= 0 || coefficient == 0 { return true }
    if exponent < -19 { return false }
    return coefficient % Decimal.powerOfTen(-exponent) == 0
  }

  /// Whether a small decimal is a multiple of another one, not zero.
  @usableFromInline
  package static func isMultipleSmall(_ value: Decimal, of divisor: Decimal) -> Bool {
    if value.coefficient == 0 { return true }
    let shift = value.exponent - divisor.exponent
    if shift >= 0 {
      // coefficient × 10^shift ≡ 0 (mod divisor), by squaring.
      let modulus = UInt128(divisor.coefficient)
      var result = UInt128(value.coefficient) % modulus
      var base: UInt128 = 10 % modulus
      var remaining = shift
      while remaining > 0 && result != 0 {
        if remaining & 1 == 1 { result = result * base % modulus }
        base = base * base % modulus
        remaining >>= 1
      }
      return result == 0
    }
    if shift < -19 {
      // The value would have to end in more zeros than a coefficient can.
      return false
    }
    return UInt128(value.coefficient) % (UInt128(divisor.coefficient) * UInt128(powerOfTen(-shift))) == 0
  }
}
