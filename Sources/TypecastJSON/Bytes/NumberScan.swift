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
      repeat { pointer += 1 } while isDigit(pointer.pointee)
    }
    if pointer.pointee | 0x20 == 0x65 {
      pointer += 1
      if pointer.pointee == 0x2B || pointer.pointee == 0x2D { pointer += 1 }
      guard isDigit(pointer.pointee) else { return nil }
      repeat { pointer += 1 } while isDigit(pointer.pointee)
    }
    return pointer
  }
}
