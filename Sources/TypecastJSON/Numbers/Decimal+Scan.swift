extension Decimal {
  /// Reads a number and checks that it is well formed, from its first byte in a padded text: gives the byte after it, or
  /// nil for what is no number.
  @inlinable
  @inline(__always)
  package mutating func scan(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var pointer = start
    if pointer.pointee == 0x2D {
      isNegative = true
      pointer += 1
    }
    let first = pointer
    var digits: UInt64 = 0
    while true {
      let digit = pointer.pointee &- 0x30
      if digit > 9 { break }
      digits = digits &* 10 &+ UInt64(digit)
      pointer += 1
    }
    var count = pointer - first
    if count == 0 || (first.pointee == 0x30 && count > 1) { return nil }
    if pointer.pointee == 0x2E {
      pointer += 1
      let point = pointer
      while true {
        let word = Scan.word(pointer)
        if !Scan.areDigits(word) { break }
        digits = digits &* 100_000_000 &+ Scan.eightDigits(word)
        pointer += 8
      }
      while true {
        let digit = pointer.pointee &- 0x30
        if digit > 9 { break }
        digits = digits &* 10 &+ UInt64(digit)
        pointer += 1
      }
      if pointer == point { return nil }
      count &+= pointer - point
      exponent = point - pointer
    }
    // Nineteen digits always fit.
    if count > 19 || pointer.pointee | 0x20 == 0x65 {
      return scanRest(from: start, exponentAt: pointer)
    }
    coefficient = digits
    if digits == 0 { exponent = 0 }
    return pointer
  }

  @inline(never)
  @usableFromInline
  mutating func scanRest(
    from start: UnsafePointer<UInt8>, exponentAt place: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    guard let end = Scan.exponent(place) else { return nil }
    self = Decimal(UnsafeBufferPointer(start: start, count: end - start))
    return end
  }

  /// The value as an `Int`, if it is an integer that fits.
  var int: Int? {
    // More than nineteen digits, trailing zeros aside, are too many or have a fraction.
    guard isSmall else { return nil }
    if coefficient == 0 { return 0 }
    var magnitude = coefficient
    var exponent = exponent
    while exponent < 0 {
      guard magnitude % 10 == 0 else { return nil }
      magnitude /= 10
      exponent += 1
    }
    while exponent > 0 {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      magnitude = product
      exponent -= 1
    }
    if isNegative {
      return magnitude <= UInt64(Int.max) + 1 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil
    }
    return Int(exactly: magnitude)
  }
}
