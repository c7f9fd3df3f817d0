extension JSONReader {
  /// Says what sort of value comes next, by its first byte.
  public mutating func peek() throws(JSONError) -> JSONType {
    Scan.skipWhitespace(&pointer)
    guard let type = typeHere else { throw unexpected("a value") }
    return type
  }

  /// Reads `true` or `false`.
  @inlinable
  @inline(__always)
  public mutating func bool() throws(JSONError) -> Bool {
    if consume("true") { return true }
    if consume("false") { return false }
    return try boolAfterWhitespace()
  }

  @inline(never)
  @usableFromInline
  mutating func boolAfterWhitespace() throws(JSONError) -> Bool {
    Scan.skipWhitespace(&pointer)
    switch pointer.pointee {
    case 0x74:
      guard consume("true") else { throw badLiteral("true") }
      return true
    case 0x66:
      guard consume("false") else { throw badLiteral("false") }
      return false
    default:
      throw wrongType("a boolean")
    }
  }

  /// Reads `null` if it comes next.
  @inlinable
  @inline(__always)
  public mutating func null() throws(JSONError) -> Bool {
    if pointer.pointee > 0x20 && pointer.pointee != 0x6E { return false }
    return try nullAfterWhitespace()
  }

  @inline(never)
  @usableFromInline
  mutating func nullAfterWhitespace() throws(JSONError) -> Bool {
    Scan.skipWhitespace(&pointer)
    guard pointer.pointee == 0x6E else { return false }
    guard consume("null") else { throw badLiteral("null") }
    return true
  }

  /// Reads any value as a tree.
  @inline(never)
  public mutating func value() throws(JSONError) -> JSONValue {
    Scan.skipWhitespace(&pointer)
    switch typeHere {
    case .string: return .string(try string())
    case .number: return .number(try number().number)
    case .boolean: return .bool(try bool())
    case .null:
      guard try null() else { throw unexpected("a value") }
      return .null
    case .array, .object: return try document().root.value
    case nil: throw unexpected("a value")
    }
  }

  /// Reads any value as a document of its own, which shares the text: its positions are those of the whole.
  @inline(never)
  public mutating func document() throws(JSONError) -> JSONDocument {
    try JSONDocument(source, options: options, pointer: &pointer, depth: options.depthLimit - room)
  }

  /// The value that comes next, to be looked at as a whole; the reader stays in front of it.
  ///
  /// What lies inside of a value that was looked at before is not read again.
  @inline(never)
  package mutating func upcoming() throws(JSONError) -> JSONNode {
    let offset = offset
    if let node = seen?.node(atOffset: offset) { return node }
    let start = mark
    let document = try document()
    rewind(to: start)
    seen = document
    return document.root
  }

  /// Reads past a value, and checks it as strictly as any other.
  @inline(never)
  public mutating func skip() throws(JSONError) {
    Scan.skipWhitespace(&pointer)
    switch typeHere {
    case .string: _ = try text()
    case .number: _ = try number()
    case .boolean: _ = try bool()
    case .null: _ = try null()
    case .array, .object: _ = try document()
    case nil: throw unexpected("a value")
    }
  }

  /// Reads past a value and gives its bytes as they stand in the text.
  public mutating func raw() throws(JSONError) -> UnsafeBufferPointer<UInt8> {
    Scan.skipWhitespace(&pointer)
    let start = pointer
    try skip()
    return UnsafeBufferPointer(start: start, count: pointer - start)
  }

  /// The sort of value whose first byte comes next; nil for a byte that no value starts with.
  var typeHere: JSONType? {
    switch pointer.pointee {
    case 0x22: .string
    case 0x2D, 0x30...0x39: .number
    case 0x7B: .object
    case 0x5B: .array
    case 0x74, 0x66: .boolean
    case 0x6E: .null
    default: nil
    }
  }
}
