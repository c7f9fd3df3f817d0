extension JSONReader {
  /// Goes past a run of bytes if it comes next.
  @inlinable
  @inline(__always)
  public mutating func consume(_ literal: StaticString) -> Bool {
    guard Scan.starts(pointer, with: literal) else { return false }
    pointer += literal.utf8CodeUnitCount
    return true
  }

  /// Opens an object and reads its first key with the colon: the key's number, `keys.count` for one that is not among
  /// the keys, or `JSONKeys.end` if the object is empty.
  ///
  /// The prediction is `{`, the key with number 0 as JSON writes it, and a colon; where it holds, and there is no white
  /// space, nothing else is looked at.
  @inlinable
  @inline(__always)
  public mutating func openObject(
    predicting literal: StaticString, of keys: @autoclosure () -> JSONKeys
  ) throws(JSONError) -> Int {
    if room > 0 && consume(literal) {
      room &-= 1
      return 0
    }
    if openSpaced(literal.utf8Start, literal.utf8CodeUnitCount) { return 0 }
    return try openObject(of: keys())
  }

  /// Opens an object and reads its first key with the colon.
  @inline(never)
  public mutating func openObject(of keys: JSONKeys) throws(JSONError) -> Int {
    Scan.skipWhitespace(&pointer)
    guard pointer.pointee == 0x7B else { throw wrongType("an object") }
    guard room > 0 else { throw tooDeep() }
    room &-= 1
    pointer += 1
    Scan.skipWhitespace(&pointer)
    if pointer.pointee == 0x7D {
      leave()
      return JSONKeys.end
    }
    return try readKey(of: keys, expecting: "a key or '}'")
  }

  /// After a value of an object: reads the next key with the colon, or the object's end.
  ///
  /// The prediction is a comma, the key with the number `index` as JSON writes it, and a colon.
  @inlinable
  @inline(__always)
  public mutating func nextKey(
    predicting index: Int, as literal: StaticString, of keys: @autoclosure () -> JSONKeys
  ) throws(JSONError) -> Int {
    if consume(literal) || consumeSpaced(literal.utf8Start, literal.utf8CodeUnitCount) { return index }
    return try nextKey(of: keys())
  }

  /// The same where the key may well be missing: if it is not the next one, a second guess is.
  @inlinable
  @inline(__always)
  public mutating func nextKey(
    predicting index: Int, as literal: StaticString, or second: Int, as secondLiteral: StaticString,
    of keys: @autoclosure () -> JSONKeys
  ) throws(JSONError) -> Int {
    if consume(literal) { return index }
    if consume(secondLiteral) { return second }
    if consumeSpaced(literal.utf8Start, literal.utf8CodeUnitCount) { return index }
    if consumeSpaced(secondLiteral.utf8Start, secondLiteral.utf8CodeUnitCount) { return second }
    return try nextKey(of: keys())
  }

  /// After the value of the last key: reads the object's end, or yet another key.
  @inlinable
  @inline(__always)
  public mutating func closeObject(of keys: @autoclosure () -> JSONKeys) throws(JSONError) -> Int {
    if pointer.pointee == 0x7D || isSpacedEnd() {
      leave()
      return JSONKeys.end
    }
    return try nextKey(of: keys())
  }

  /// After a value of an object: reads the next key with the colon, or the object's end.
  @inline(never)
  public mutating func nextKey(of keys: JSONKeys) throws(JSONError) -> Int {
    Scan.skipWhitespace(&pointer)
    if pointer.pointee == 0x2C {
      pointer += 1
      Scan.skipWhitespace(&pointer)
      return try readKey(of: keys, expecting: "a key")
    }
    guard pointer.pointee == 0x7D else { throw unexpected("',' or '}' after a member") }
    leave()
    return JSONKeys.end
  }

  /// Goes past a predicted `{"key":` that has white space between its tokens.
  @inline(never)
  @usableFromInline
  mutating func openSpaced(_ literal: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard room > 0 && consumeSpaced(literal, count) else { return false }
    room &-= 1
    return true
  }

  /// Goes past a predicted comma or brace, key and colon that have white space between or behind them.
  @inline(never)
  @usableFromInline
  mutating func consumeSpaced(_ literal: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var next = pointer
    Scan.skipWhitespace(&next)
    guard next.pointee == literal.pointee else { return false }
    next += 1
    Scan.skipWhitespace(&next)
    guard Scan.equal(literal + 1, next, count: count - 2) else { return false }
    next += count - 2
    Scan.skipWhitespace(&next)
    guard next.pointee == 0x3A else { return false }
    next += 1
    Scan.skipWhitespace(&next)
    pointer = next
    return true
  }

  /// Whether the object ends after white space; if so, that is skipped.
  @inline(never)
  @usableFromInline
  mutating func isSpacedEnd() -> Bool {
    Scan.skipWhitespace(&pointer)
    return pointer.pointee == 0x7D
  }

  /// The key that `openObject` or `nextKey` found not to be among the keys, good until the reader reads on.
  public var unknownKey: JSONText {
    key ?? JSONText(start: source.start, count: 0, isASCII: true)
  }

  /// Says that the key just read came before in its object: throws, unless the last one counts.
  @inline(never)
  public mutating func repeatKey() throws(JSONError) {
    if options.duplicateKeys == .refuse { throw repeatedKey() }
  }

  /// Goes past the end of an array or object.
  @inlinable
  @inline(__always)
  mutating func leave() {
    pointer += 1
    room &+= 1
  }

  @inline(__always)
  private mutating func readKey(of keys: JSONKeys, expecting expected: StaticString) throws(JSONError) -> Int {
    guard pointer.pointee == 0x22 else { throw unexpected("\(expected)") }
    let start = pointer + 1
    let scan = Scan.string(start)
    guard let end = scan.end else { throw badString(start) }
    let text =
      scan.hasEscapes ? unescaped(start, end) : JSONText(start: start, count: end - start, isASCII: scan.isASCII)
    key = text
    pointer = end + 1
    Scan.skipWhitespace(&pointer)
    guard pointer.pointee == 0x3A else { throw unexpected("':' after a key") }
    pointer += 1
    Scan.skipWhitespace(&pointer)
    return keys.index(of: text)
  }
}
