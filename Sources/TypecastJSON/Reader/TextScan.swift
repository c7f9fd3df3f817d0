/// Goes through the content of a string by simple steps, as patterns that were made into code do.
@frozen
public struct TextScan {
  @usableFromInline var pointer: UnsafePointer<UInt8>
  @usableFromInline let end: UnsafePointer<UInt8>

  /// Starts at the first byte.
  @inlinable
  @inline(__always)
  public init(_ text: JSONText) {
    pointer = text.start
    end = text.start + text.count
  }

  /// Whether nothing is left.
  @inlinable
  public var isAtEnd: Bool { pointer == end }

  /// Goes past some characters, if they come next.
  @inlinable
  @inline(__always)
  public mutating func take(_ literal: StaticString) -> Bool {
    guard end - pointer >= literal.utf8CodeUnitCount, Scan.starts(pointer, with: literal) else { return false }
    pointer += literal.utf8CodeUnitCount
    return true
  }

  /// Goes past characters of a range, as many as there are, and tells whether they are enough.
  @inlinable
  @inline(__always)
  public mutating func take(from first: UInt8, to last: UInt8, atLeast least: Int, atMost most: Int) -> Bool {
    let start = pointer
    let limit = end - pointer > most ? pointer + most : end
    while pointer < limit, pointer.pointee &- first <= last &- first { pointer += 1 }
    return pointer - start >= least
  }

  /// Goes past characters of a set of ASCII, given as bits, and tells whether they are enough.
  @inlinable
  @inline(__always)
  public mutating func take(
    of low: UInt64, _ high: UInt64, atLeast least: Int, atMost most: Int
  ) -> Bool {
    let start = pointer
    let limit = end - pointer > most ? pointer + most : end
    while pointer < limit {
      let byte = pointer.pointee
      if byte >= 0x80 { break }
      let bits = byte < 64 ? low : high
      if bits & (1 &<< UInt64(byte & 63)) == 0 { break }
      pointer += 1
    }
    return pointer - start >= least
  }
}
