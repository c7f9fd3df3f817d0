extension JSONReader {
  /// Opens an array; false if it is empty, and then it is closed too.
  @inlinable
  @inline(__always)
  public mutating func openArray() throws(JSONError) -> Bool {
    if pointer.pointee == 0x5B && room > 0 && pointer[1] > 0x20 && pointer[1] != 0x5D {
      pointer += 1
      room &-= 1
      return true
    }
    return try openAnyArray()
  }

  @inline(never)
  @usableFromInline
  mutating func openAnyArray() throws(JSONError) -> Bool {
    Scan.skipWhitespace(&pointer)
    guard pointer.pointee == 0x5B else { throw wrongType("an array") }
    guard room > 0 else { throw tooDeep() }
    room &-= 1
    pointer += 1
    Scan.skipWhitespace(&pointer)
    if pointer.pointee != 0x5D { return true }
    leave()
    return false
  }

  /// After an element: whether another one follows; if not, the array is closed.
  @inlinable
  @inline(__always)
  public mutating func nextElement() throws(JSONError) -> Bool {
    if pointer.pointee == 0x2C && pointer[1] > 0x20 {
      pointer += 1
      return true
    }
    return try nextElementOrEnd()
  }

  @inline(never)
  @usableFromInline
  mutating func nextElementOrEnd() throws(JSONError) -> Bool {
    Scan.skipWhitespace(&pointer)
    if pointer.pointee == 0x2C {
      pointer += 1
      Scan.skipWhitespace(&pointer)
      return true
    }
    guard pointer.pointee == 0x5D else { throw unexpected("',' or ']' after an element") }
    leave()
    return false
  }
}
