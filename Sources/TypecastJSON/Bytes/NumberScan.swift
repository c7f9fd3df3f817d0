extension Scan {
  /// Where a number ends, and whether it is written with a fraction or an exponent.
  @frozen
  @usableFromInline
  package struct Number {
    /// The byte after the number; nil if it is not well formed.
    @usableFromInline package var end: UnsafePointer<UInt8>?
    @usableFromInline package var isPlainInteger: Bool

    @inlinable
    @inline(__always)
    init(end: UnsafePointer<UInt8>?, isPlainInteger: Bool) {
      self.end = end
      self.isPlainInteger = isPlainInteger
    }
  }

  @inlinable
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  /// Whether all eight bytes of a word are digits.
  @inlinable
  @inline(__always)
  static func areDigits(_ word: UInt64) -> Bool {
    // A digit has a high half of 3, and still has it when six is added.
    (word & 0xF0F0_F0F0_F0F0_F0F0) | ((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) &>> 4
      == 0x3333_3333_3333_3333
  }

  /// The number that eight digits make, the first in the lowest position.
  @inlinable
  @inline(__always)
  static func eightDigits(_ word: UInt64) -> UInt64 {
    // Neighbours are joined: digits to pairs, pairs to fours, fours to the whole.
    let digits = word &- 0x3030_3030_3030_3030
    let pairs = digits &* 10 &+ digits &>> 8
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) &>> 32
  }

  /// Finds the end of a number, from its first byte.
  @inlinable
  @inline(__always)
  package static func number(_ start: UnsafePointer<UInt8>) -> Number {
    var pointer = start
    if pointer.pointee == 0x2D { pointer += 1 }
    if pointer.pointee == 0x30 {
      pointer += 1
      if isDigit(pointer.pointee) { return Number(end: nil, isPlainInteger: true) }
    } else {
      guard isDigit(pointer.pointee) else { return Number(end: nil, isPlainInteger: true) }
      repeat { pointer += 1 } while isDigit(pointer.pointee)
    }
    let byte = pointer.pointee
    if byte != 0x2E && byte | 0x20 != 0x65 {
      return Number(end: pointer, isPlainInteger: true)
    }
    return Number(end: fractionAndExponent(pointer), isPlainInteger: false)
  }

  @inlinable
  static func fractionAndExponent(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var pointer = start
    if pointer.pointee == 0x2E {
      pointer += 1
      guard isDigit(pointer.pointee) else { return nil }
      while areDigits(word(pointer)) { pointer += 8 }
      while isDigit(pointer.pointee) { pointer += 1 }
    }
    return exponent(pointer)
  }

  /// The byte after an exponent, or the start if there is none; nil for one without digits.
  @inlinable
  static func exponent(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    if start.pointee | 0x20 != 0x65 { return start }
    var pointer = start + 1
    if pointer.pointee == 0x2B || pointer.pointee == 0x2D { pointer += 1 }
    guard isDigit(pointer.pointee) else { return nil }
    repeat { pointer += 1 } while isDigit(pointer.pointee)
    return pointer
  }
}
