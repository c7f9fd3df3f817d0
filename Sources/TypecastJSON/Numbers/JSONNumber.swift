/// A JSON number as it was written; compared by its exact value.
///
/// `1`, `1.0` and `10e-1` are equal; `1e400` and twenty-digit integers keep every digit.
public struct JSONNumber: Sendable {
  /// The number as RFC 8259 writes it.
  public let text: String

  /// Reads a number; nil if it does not follow RFC 8259.
  public init?(_ text: String) {
    let source = PaddedBytes(text)
    guard Scan.number(source.start).end == source.start + source.count else { return nil }
    self.text = text
  }

  /// Writes an integer of any size with all of its digits.
  public init(_ value: some BinaryInteger) {
    text = String(value)
  }

  /// Writes a finite number with the fewest digits that read back as the same value; nil for infinities and NaN.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.shortestJSON
  }

  package init(trusted text: String) {
    self.text = text
  }

  /// The value as an `Int`, if it is an integer that fits, however it is written.
  public var int: Int? {
    withUTF8 { JSONNumber.int($0) }
  }

  /// The nearest `Double`; infinite when the number is too large for one.
  public var double: Double {
    withUTF8 { JSONNumber.double($0) }
  }

  /// Whether the value has no fraction, however it is written.
  public var isInteger: Bool {
    withUTF8 { JSONNumber.isInteger($0) }
  }

  /// Whether the value is a whole multiple of another one, exactly; false for a divisor of zero.
  public func isMultiple(of divisor: JSONNumber) -> Bool {
    withUTF8 { value in divisor.withUTF8 { JSONNumber.isMultiple(value, of: $0) } }
  }

  package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
  }
}

extension JSONNumber: Comparable, Hashable {
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.withUTF8 { a in right.withUTF8 { b in compare(a, b) == 0 } }
  }

  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    left.withUTF8 { a in right.withUTF8 { b in compare(a, b) < 0 } }
  }

  public func hash(into hasher: inout Hasher) {
    withUTF8 { hasher.combine(JSONNumber.hash($0)) }
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral, CustomStringConvertible {
  public init(integerLiteral value: Int) {
    self.init(value)
  }

  public var description: String { text }
}

/// The same on the bytes of well-formed numbers, for callers that have no `JSONNumber`.
extension JSONNumber {
  /// Orders two numbers by their exact values: -1, 0 or 1.
  package static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    if let order = Decimal.compareSmall(Decimal(left), Decimal(right)) { return order }
    return BigDecimal.compare(BigDecimal(left), BigDecimal(right))
  }

  package static func isInteger(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let decimal = Decimal(text)
    return decimal.isSmall ? decimal.isSmallInteger : BigDecimal(text).isInteger
  }

  package static func isMultiple(
    _ value: UnsafeBufferPointer<UInt8>, of divisor: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let small = Decimal(value)
    let smallDivisor = Decimal(divisor)
    if smallDivisor.isZero { return false }
    if small.isSmall && smallDivisor.isSmall { return Decimal.isMultipleSmall(small, of: smallDivisor) }
    return BigDecimal.isMultiple(BigDecimal(value), of: BigDecimal(divisor))
  }

  /// Equal for equal values, and seeded anew in each process, so that no numbers can be made to collide.
  package static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var decimal = Decimal(text)
    if decimal.isSmall {
      if decimal.coefficient == 0 { return 0 }
      while decimal.coefficient % 10 == 0 {
        decimal.coefficient /= 10
        decimal.exponent += 1
      }
      return mix(decimal.coefficient, decimal.isNegative, decimal.exponent)
    }
    let big = BigDecimal(text)
    let exponent = Int(truncatingIfNeeded: big.exponent)
    // Another spelling of few digits may be small.
    let digits =
      big.digits.count > 19
      ? big.digits.reduce(0) { Scan.mix($0 &+ UInt64($1), Scan.seed) }
      : big.digits.reduce(0) { $0 * 10 + UInt64($1) }
    return mix(digits, big.isNegative, exponent)
  }

  private static func mix(_ coefficient: UInt64, _ isNegative: Bool, _ exponent: Int) -> UInt64 {
    let sign = isNegative ? ~Scan.seed : Scan.seed
    return Scan.mix(Scan.mix(coefficient, Scan.seed), UInt64(bitPattern: Int64(exponent)) ^ sign)
  }

  package static func int(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    Decimal(text).int
  }
}
