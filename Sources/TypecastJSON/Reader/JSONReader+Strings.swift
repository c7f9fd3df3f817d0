extension JSONReader {
  /// Reads a string.
  @inline(never)
  public mutating func string() throws(JSONError) -> String {
    try content().string
  }

  /// Reads a string without making a copy of its text.
  @inline(never)
  public mutating func text() throws(JSONError) -> JSONText {
    try content()
  }

  /// Reads a string if it is the given one and written without needless escapes; otherwise stays where it is.
  ///
  /// The literal is the string as JSON writes it, with its quotes.
  @inlinable
  @inline(__always)
  public mutating func consumeString(_ literal: StaticString) -> Bool {
    consume(literal)
  }

  @inline(__always)
  private mutating func content() throws(JSONError) -> JSONText {
    if pointer.pointee != 0x22 {
      Scan.skipWhitespace(&pointer)
      guard pointer.pointee == 0x22 else { throw wrongType("a string") }
    }
    let start = pointer + 1
    let scan = Scan.string(start)
    guard let end = scan.end else { throw badString(start) }
    pointer = end + 1
    return scan.hasEscapes
      ? unescaped(start, end) : JSONText(start: start, count: end - start, isASCII: scan.isASCII)
  }
}
