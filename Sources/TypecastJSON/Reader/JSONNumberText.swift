/// A number in place: as it is written and as a decimal, good as long as its text.
@frozen
public struct JSONNumberText {
  /// The first byte of the number.
  public let start: UnsafePointer<UInt8>
  /// How many bytes of ASCII the number has.
  public let count: Int

  /// The exact value, if it is small.
  public let decimal: Decimal

  @inlinable
  @inline(__always)
  init(start: UnsafePointer<UInt8>, count: Int, decimal: Decimal) {
    self.start = start
    self.count = count
    self.decimal = decimal
  }

  /// The number as it is written.
  @inlinable public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// A copy that outlives the text.
  public var number: JSONNumber { JSONNumber(trusted: String(trusted: bytes, isASCII: true)) }

  /// The nearest `Double`; infinite when the number is too large for one.
  @inlinable
  @inline(__always)
  public var double: Double { decimal.double(writtenAs: bytes) }

  /// The value as an `Int`, if it is an integer that fits.
  public var int: Int? { decimal.int }

  /// The value as an integer of some type, if it is one that fits, however it is written.
  @inline(never)
  public func integer<Integer: FixedWidthInteger>(as type: Integer.Type) -> Integer? {
    if let int { return Integer(exactly: int) }
    return BigDecimal(bytes).integerText.flatMap { Integer($0) }
  }

  /// Whether the value has no fraction, however it is written.
  public var isInteger: Bool { decimal.isSmall ? decimal.isSmallInteger : JSONNumber.isInteger(bytes) }

  /// Orders this value and a bound by their exact values: -1, 0 or 1.
  @inlinable
  @inline(__always)
  public func compare(with bound: Decimal) -> Int {
    // Most bounds are zero, which the sign tells.
    if bound.isZero && decimal.isSmall {
      return decimal.coefficient == 0 ? 0 : decimal.isNegative ? -1 : 1
    }
    return compareAny(with: bound)
  }

  @inline(never)
  @usableFromInline
  func compareAny(with bound: Decimal) -> Int {
    Decimal.compareSmall(decimal, bound) ?? compareExactly(with: bound)
  }

  /// Whether the value is a whole multiple of another one, exactly; false for a divisor of zero.
  @inlinable
  public func isMultiple(of divisor: Decimal) -> Bool {
    if decimal.isSmall && divisor.isSmall {
      // A power of ten divides whatever has no digit below it.
      if divisor.coefficient == 1 && decimal.exponent >= divisor.exponent { return true }
      return !divisor.isZero && Decimal.isMultipleSmall(decimal, of: divisor)
    }
    return isExactMultiple(of: divisor)
  }

  private func compareExactly(with bound: Decimal) -> Int {
    JSONNumber(trusted: bound.text).withUTF8 { JSONNumber.compare(bytes, $0) }
  }

  @inline(never)
  @usableFromInline
  func isExactMultiple(of divisor: Decimal) -> Bool {
    JSONNumber(trusted: divisor.text).withUTF8 { JSONNumber.isMultiple(bytes, of: $0) }
  }
}
