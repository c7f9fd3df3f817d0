/// What lies between the quotes of a JSON string.
@frozen
@usableFromInline
package struct StringScan {
  /// The closing quote; nil if the string is not well formed.
  @usableFromInline package var end: UnsafePointer<UInt8>?
  @usableFromInline package var hasEscapes: Bool
  @usableFromInline package var isASCII: Bool

  @inlinable
  @inline(__always)
  init(end: UnsafePointer<UInt8>?, hasEscapes: Bool, isASCII: Bool) {
    self.end = end
    self.hasEscapes = hasEscapes
    self.isASCII = isASCII
  }
}

extension Scan {
  /// Finds the end of a string and checks its bytes, from the byte after the opening quote.
  ///
  /// Says nothing about what is wrong: `JSONError.inString` looks again, off the hot path.
  @inlinable
  @inline(__always)
  package static func string(_ start: UnsafePointer<UInt8>) -> StringScan {
    var pointer = start
    while true {
      let stops = stringStops(word(pointer))
      if stops == 0 {
        pointer += 8
        continue
      }
      pointer += stops.trailingZeroBitCount &>> 3
      if pointer.pointee == 0x22 {
        return StringScan(end: pointer, hasEscapes: false, isASCII: true)
      }
      return stringWithEscapesOrUnicode(pointer)
    }
  }

  /// Goes on where `string` met a byte that is not plain.
  @inlinable
  @inline(never)
  static func stringWithEscapesOrUnicode(_ start: UnsafePointer<UInt8>) -> StringScan {
    var pointer = start
    var result = StringScan(end: nil, hasEscapes: false, isASCII: true)
    while true {
      let stops = stringStops(word(pointer))
      if stops == 0 {
        pointer += 8
        continue
      }
      pointer += stops.trailingZeroBitCount &>> 3
      let byte = pointer.pointee
      if byte == 0x22 {
        result.end = pointer
        return result
      }
      if byte == 0x5C {
        let length = escapeLength(pointer)
        if length == 0 { return result }
        result.hasEscapes = true
        pointer += length
      } else if byte >= 0x80 {
        result.isASCII = false
        repeat {
          // Two bytes are by far the most frequent.
          let isTwo = pointer.pointee &- 0xC2 < 0x1E && pointer[1] & 0xC0 == 0x80
          let length = isTwo ? 2 : sequenceLength(pointer)
          if length == 0 { return result }
          pointer += length
        } while pointer.pointee >= 0x80
      } else {
        return result
      }
    }
  }

  /// The length of the escape at a backslash, a surrogate pair counting as one; 0 if it is not well formed.
  @inlinable
  static func escapeLength(_ pointer: UnsafePointer<UInt8>) -> Int {
    switch pointer[1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      return 2
    case 0x75:
      let unit = fourHexadecimals(pointer + 2)
      if unit < 0xD800 || (unit > 0xDFFF && unit <= 0xFFFF) { return 6 }
      guard unit < 0xDC00, pointer[6] == 0x5C, pointer[7] == 0x75 else { return 0 }
      let low = fourHexadecimals(pointer + 8)
      return low >= 0xDC00 && low <= 0xDFFF ? 12 : 0
    default:
      return 0
    }
  }

  /// Writes the content of a string that `string` accepted, its escapes replaced, and returns how many bytes that made.
  ///
  /// The result is never longer than the source, and no more than that is written.
  @inlinable
  @inline(never)
  package static func unescape(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, into output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var pointer = start
    var target = output
    while pointer < end {
      if pointer.pointee != 0x5C {
        // Runs between escapes are copied eight bytes at a time: as many are left in the output as in the source.
        if end - pointer >= 8 {
          let piece = word(pointer)
          UnsafeMutableRawPointer(target).storeBytes(of: piece.littleEndian, as: UInt64.self)
          let backslashes = zeroBytes(piece ^ 0x5C5C_5C5C_5C5C_5C5C)
          let run = backslashes == 0 ? 8 : backslashes.trailingZeroBitCount &>> 3
          pointer += run
          target += run
        } else {
          target.pointee = pointer.pointee
          pointer += 1
          target += 1
        }
        continue
      }
      switch pointer[1] {
      case 0x62: target.pointee = 0x08
      case 0x66: target.pointee = 0x0C
      case 0x6E: target.pointee = 0x0A
      case 0x72: target.pointee = 0x0D
      case 0x74: target.pointee = 0x09
      case 0x75:
        var scalar = fourHexadecimals(pointer + 2)
        if scalar >= 0xD800 && scalar < 0xDC00 {
          scalar = 0x1_0000 &+ ((scalar &- 0xD800) &<< 10) &+ (fourHexadecimals(pointer + 8) &- 0xDC00)
          pointer += 6
        }
        target += encode(scalar, into: target)
        pointer += 6
        continue
      default: target.pointee = pointer[1]
      }
      target += 1
      pointer += 2
    }
    return target - output
  }

  /// Writes a scalar value as UTF-8 and returns how many bytes that made.
  @inlinable
  package static func encode(_ scalar: UInt32, into target: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      target[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      target[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar &>> 6)
      target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x1_0000 {
      target[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar &>> 12)
      target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar &>> 6 & 0x3F)
      target[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 3
    }
    target[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar &>> 18)
    target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar &>> 12 & 0x3F)
    target[2] = UInt8(truncatingIfNeeded: 0x80 | scalar &>> 6 & 0x3F)
    target[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 4
  }
}
