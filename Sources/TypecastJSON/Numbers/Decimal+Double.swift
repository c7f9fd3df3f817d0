extension Decimal {
  /// The nearest `Double`, ties to even; infinite for a number too large for one.
  ///
  /// `text` is the number as it is written, for the few that take more than its first nineteen digits.
  @inlinable
  @inline(__always)
  func double(writtenAs text: UnsafeBufferPointer<UInt8>) -> Double {
    if isSmall && coefficient <= 1 << 53 && exponent >= -22 && exponent <= 22 {
      // Both factors are exact, so that the one rounding of the operation is the only one.
      let whole = Double(Int64(truncatingIfNeeded: coefficient))
      let magnitude =
        exponent < 0 ? whole / Self.exactPowerOfTen(-exponent) : whole * Self.exactPowerOfTen(exponent)
      return isNegative ? -magnitude : magnitude
    }
    return roundedDouble(writtenAs: text)
  }

  @inline(never)
  @usableFromInline
  func roundedDouble(writtenAs text: UnsafeBufferPointer<UInt8>) -> Double {
    let magnitude = Self.nearest(coefficient, exponent)
    // Cut after nineteen digits the value lies between two coefficients: if both round alike, so does all between.
    if isSmall || magnitude == Self.nearest(coefficient + 1, exponent) {
      return isNegative ? -magnitude : magnitude
    }
    // The standard library rounds correctly at any length, in whatever locale.
    return Double(String(decoding: text, as: UTF8.self)) ?? (isNegative ? -magnitude : magnitude)
  }

  /// Powers of ten that a `Double` holds exactly.
  @inlinable
  @inline(__always)
  static func exactPowerOfTen(_ exponent: Int) -> Double {
    switch exponent {
    case 0: 1e0
    case 1: 1e1
    case 2: 1e2
    case 3: 1e3
    case 4: 1e4
    case 5: 1e5
    case 6: 1e6
    case 7: 1e7
    case 8: 1e8
    case 9: 1e9
    case 10: 1e10
    case 11: 1e11
    case 12: 1e12
    case 13: 1e13
    case 14: 1e14
    case 15: 1e15
    case 16: 1e16
    case 17: 1e17
    case 18: 1e18
    case 19: 1e19
    case 20: 1e20
    case 21: 1e21
    default: 1e22
    }
  }

  /// `coefficient` × 10^`exponent` as the nearest `Double`, by the method of Eisel and Lemire: the coefficient times the
  /// first 128 bits of the power, which Mushtak and Lemire proved to be enough for any 64-bit coefficient.
  static func nearest(_ coefficient: UInt64, _ exponent: Int) -> Double {
    if coefficient == 0 || exponent < PowersOfFive.least { return 0 }
    if exponent > PowersOfFive.greatest { return .infinity }
    let shift = coefficient.leadingZeroBitCount
    let scaled = coefficient &<< UInt64(shift)
    let power = PowersOfFive.table[exponent]

    var (high, low) = scaled.multipliedFullWidth(by: power.high)
    if high & 0x1FF == 0x1FF {
      // The bits that decide may still change with the power's lower half.
      let carry = scaled.multipliedFullWidth(by: power.low).high
      let (sum, overflow) = low.addingReportingOverflow(carry)
      low = sum
      if overflow { high &+= 1 }
    }
    let top = Int(high &>> 63)
    // 53 bits and one to round by.
    let drop = UInt64(top + 9)
    var mantissa = high &>> drop
    // The binary exponent of 10^e is e + ⌊e × log2(5)⌋; 217706 / 2^16 is near enough to log2(10) in this range.
    var binary = (217_706 &* exponent) &>> 16 + 63 + top - shift + 1023

    if binary <= 0 {
      // A subnormal number: fewer bits are left.
      if binary <= -63 { return 0 }
      mantissa &>>= UInt64(1 - binary)
      mantissa &+= mantissa & 1
      mantissa &>>= 1
      return Double(bitPattern: mantissa)
    }
    if low <= 1 && exponent >= -4 && exponent <= 23 && mantissa & 3 == 1 && mantissa &<< drop == high {
      // Exactly halfway between two values: the even one is below.
      mantissa &= ~1
    }
    mantissa &+= mantissa & 1
    mantissa &>>= 1
    if mantissa >= 1 << 53 {
      mantissa = 1 << 52
      binary += 1
    }
    if binary >= 0x7FF { return .infinity }
    return Double(bitPattern: mantissa & ~(1 << 52) | UInt64(binary) &<< 52)
  }
}
