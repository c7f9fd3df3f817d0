extension JSONReader {
  /// Reads a number that is an integer and fits, however it is written: `100`, `1e2` and `100.0` are the same.
  @inline(never)
  public mutating func int() throws(JSONError) -> Int {
    var next = pointer
    if next.pointee <= 0x20 {
      Scan.skipWhitespace(&pointer)
      next = pointer
    }
    let isNegative = next.pointee == 0x2D
    if isNegative { next += 1 }
    let first = next
    var magnitude = 0
    while true {
      let digit = next.pointee &- 0x30
      if digit > 9 { break }
      magnitude = magnitude &* 10 &+ Int(digit)
      next += 1
    }
    let count = next - first
    let byte = next.pointee
    // Eighteen digits always fit.
    if count == 0 || count > 18 || byte == 0x2E || byte | 0x20 == 0x65 || (first.pointee == 0x30 && count > 1) {
      return try unusualInt()
    }
    pointer = next
    return isNegative ? 0 &- magnitude : magnitude
  }

  @inline(never)
  private mutating func unusualInt() throws(JSONError) -> Int {
    let start = pointer
    guard typeHere == .number else { throw wrongType("an integer") }
    let number = try number()
    if let int = number.int { return int }
    throw number.isInteger
      ? outOfRange(start, "an integer from -9223372036854775808 to 9223372036854775807")
      : notAnInteger(start)
  }

  /// Reads a number as the `Double` nearest to it; one that is too large for any is an error.
  @inline(never)
  public mutating func double() throws(JSONError) -> Double {
    let number = try number()
    let double = number.double
    if double.isFinite { return double }
    throw outOfRange(number.start, "a number within ±1.7976931348623157e308")
  }

  /// Reads a number without converting it; inlined, for callers that go on to check it in one function of their own.
  @inlinable
  @inline(__always)
  public mutating func number() throws(JSONError) -> JSONNumberText {
    Scan.skipWhitespace(&pointer)
    let start = pointer
    var decimal = Decimal()
    guard let end = decimal.scan(start) else { throw badNumber("a number") }
    pointer = end
    return JSONNumberText(start: start, count: end - start, decimal: decimal)
  }
}
