/// What `JSONTokenizer` hands its findings to.
///
/// Offsets are into the text that is being read. What is passed between `openString` and `closeString` or `closeKey`,
/// in order and without gaps, is the content of one string.
package protocol JSONEventSink: ~Copyable {
  mutating func openArray()
  mutating func closeArray()
  mutating func openObject()

  /// Returns false if the object must be refused for its keys.
  mutating func closeObject() -> Bool

  /// A string or key begins; its content starts at the offset.
  mutating func openString(at offset: Int)

  /// Bytes of a string that stand for themselves; they are whole scalars.
  mutating func appendPlain(from start: Int, to end: Int)

  /// One escape of a string, or the two of a surrogate pair.
  mutating func appendEscape(from start: Int, to end: Int)

  mutating func closeString()

  /// Returns false if the key must be refused.
  mutating func closeKey() -> Bool

  /// A whole number.
  mutating func number(from start: Int, to end: Int)

  mutating func boolean(_ value: Bool)
  mutating func null()
}
