/// Word-wide tests on bytes that are followed by `PaddedBytes.padding` zeros.
@usableFromInline
package enum Scan {
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// Eight bytes, the first in the lowest position.
  @inlinable
  @inline(__always)
  package static func word(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// Up to eight bytes, the rest zero.
  @inlinable
  @inline(__always)
  package static func word(_ pointer: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    count >= 8 ? word(pointer) : word(pointer) & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1)
  }

  /// The high bit of every zero byte; exact up to and including the first one.
  @inlinable
  @inline(__always)
  static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & highs
  }

  /// The high bit of every byte that ends a run of plain string bytes: quotes, backslashes, controls, non-ASCII.
  ///
  /// Exact up to and including the first one, which is all that a caller looks at.
  @inlinable
  @inline(__always)
  package static func stringStops(_ word: UInt64) -> UInt64 {
    let quotes = zeroBytes(word ^ 0x2222_2222_2222_2222)
    let backslashes = zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
    let controls = (word &- 0x2020_2020_2020_2020) & ~word & highs
    return quotes | backslashes | controls | (word & highs)
  }

  /// Skips spaces, tabs and line ends.
  @inlinable
  @inline(__always)
  package static func skipWhitespace(_ pointer: inout UnsafePointer<UInt8>) {
    if pointer.pointee > 0x20 { return }
    skipLongWhitespace(&pointer)
  }

  @inlinable
  package static func skipLongWhitespace(_ pointer: inout UnsafePointer<UInt8>) {
    while true {
      switch pointer.pointee {
      case 0x0A, 0x0D, 0x09:
        pointer += 1
      case 0x20:
        let others = word(pointer) ^ 0x2020_2020_2020_2020
        pointer += others == 0 ? 8 : others.trailingZeroBitCount &>> 3
      default:
        return
      }
    }
  }

  /// A mix of a key's first and last eight bytes and its length: quick, and good enough to tell the keys of one object apart.
  @inlinable
  @inline(__always)
  package static func keyHash(_ pointer: UnsafePointer<UInt8>, count: Int) -> UInt32 {
    let first = word(pointer, count: count)
    let last = count > 8 ? word(pointer + (count &- 8)) : 0
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: last ^ 0xD6E8_FEB8_6659_FD93 ^ UInt64(truncatingIfNeeded: count))
    let mixed = product.high ^ product.low
    return UInt32(truncatingIfNeeded: mixed ^ (mixed &>> 32))
  }

  /// A hash of all bytes of a text, seeded anew in each process, so that no text can be made to collide.
  package static func seededHash(_ pointer: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var result = mix(UInt64(truncatingIfNeeded: count), seed)
    var offset = 0
    while count &- offset >= 8 {
      result = mix(result ^ word(pointer + offset), seed)
      offset &+= 8
    }
    if offset < count { result = mix(result ^ word(pointer + offset, count: count &- offset), seed) }
    return result
  }

  static let seed = UInt64.random(in: .min ... .max)

  @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// Whether two runs of bytes are equal.
  @inlinable
  @inline(__always)
  package static func equal(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int
  ) -> Bool {
    var offset = 0
    while count &- offset >= 8 {
      if UnsafeRawPointer(left + offset).loadUnaligned(as: UInt64.self)
        != UnsafeRawPointer(right + offset).loadUnaligned(as: UInt64.self)
      {
        return false
      }
      offset &+= 8
    }
    while offset < count {
      if left[offset] != right[offset] { return false }
      offset &+= 1
    }
    return true
  }

  /// The same where at least eight bytes may be read behind either run: no byte is looked at by itself.
  @inlinable
  @inline(__always)
  package static func equalPadded(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int
  ) -> Bool {
    var offset = 0
    while count &- offset >= 8 {
      if word(left + offset) != word(right + offset) { return false }
      offset &+= 8
    }
    let rest = UInt64(truncatingIfNeeded: count &- offset) &* 8
    return (word(left + offset) ^ word(right + offset)) & ((1 &<< rest) &- 1) == 0
  }

  /// Whether the bytes of a literal come next: a few wide comparisons with constants once it is inlined.
  @inlinable
  @inline(__always)
  package static func starts(_ pointer: UnsafePointer<UInt8>, with literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    let left = UnsafeRawPointer(pointer)
    let right = UnsafeRawPointer(literal.utf8Start)
    // From front to back: a mismatch before the end of the text keeps the rest from being read.
    var offset = 0
    while count &- offset >= 8 {
      if (left + offset).loadUnaligned(as: UInt64.self) != (right + offset).loadUnaligned(as: UInt64.self) {
        return false
      }
      offset &+= 8
    }
    if count & 7 == 0 { return true }
    if count > 8 {
      // The last word overlaps the one before.
      return (left + (count &- 8)).loadUnaligned(as: UInt64.self)
        == (right + (count &- 8)).loadUnaligned(as: UInt64.self)
    }
    if count & 4 != 0 {
      if (left + offset).loadUnaligned(as: UInt32.self) != (right + offset).loadUnaligned(as: UInt32.self) {
        return false
      }
      offset &+= 4
    }
    if count & 2 != 0 {
      if (left + offset).loadUnaligned(as: UInt16.self) != (right + offset).loadUnaligned(as: UInt16.self) {
        return false
      }
      offset &+= 2
    }
    return count & 1 == 0 || pointer[offset] == literal.utf8Start[offset]
  }

  /// The length of the UTF-8 sequence at `pointer`, whose first byte is not ASCII; 0 if it is not well formed.
  @inlinable
  package static func sequenceLength(_ pointer: UnsafePointer<UInt8>) -> Int {
    let first = pointer[0]
    let second = pointer[1]
    if first < 0xC2 { return 0 }
    if first < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    if first < 0xF0 {
      guard second & 0xC0 == 0x80, pointer[2] & 0xC0 == 0x80 else { return 0 }
      if first == 0xE0 && second < 0xA0 { return 0 }
      if first == 0xED && second > 0x9F { return 0 }
      return 3
    }
    if first < 0xF5 {
      guard second & 0xC0 == 0x80, pointer[2] & 0xC0 == 0x80, pointer[3] & 0xC0 == 0x80 else { return 0 }
      if first == 0xF0 && second < 0x90 { return 0 }
      if first == 0xF4 && second > 0x8F { return 0 }
      return 4
    }
    return 0
  }

  /// The value of a hexadecimal digit, or 255.
  @inlinable
  package static func hexadecimal(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: byte &- 0x30
    case 0x41...0x46: byte &- 0x37
    case 0x61...0x66: byte &- 0x57
    default: 255
    }
  }

  /// The value of four hexadecimal digits, or a number over 0xFFFF.
  @inlinable
  package static func fourHexadecimals(_ pointer: UnsafePointer<UInt8>) -> UInt32 {
    let a = UInt32(hexadecimal(pointer[0]))
    let b = UInt32(hexadecimal(pointer[1]))
    let c = UInt32(hexadecimal(pointer[2]))
    let d = UInt32(hexadecimal(pointer[3]))
    if (a | b | c | d) > 15 { return 0x1_0000 }
    return a &<< 12 | b &<< 8 | c &<< 4 | d
  }

  /// Whether all bytes are ASCII.
  package static func isASCII(_ pointer: UnsafePointer<UInt8>, count: Int) -> Bool {
    var offset = 0
    while count &- offset >= 8 {
      if word(pointer + offset) & highs != 0 { return false }
      offset &+= 8
    }
    return offset == count || word(pointer + offset, count: count &- offset) & highs == 0
  }

  /// How many code points well-formed UTF-8 holds.
  @inlinable
  package static func codePoints(_ pointer: UnsafePointer<UInt8>, count: Int) -> Int {
    var continuations = 0
    for offset in 0..<count where pointer[offset] & 0xC0 == 0x80 {
      continuations &+= 1
    }
    return count &- continuations
  }
}
