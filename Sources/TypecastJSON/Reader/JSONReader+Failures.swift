/// Where reading ends: none of this is on the path of a sound text.
extension JSONReader {
  /// An error about the token that starts at a place, for checks that a reader cannot make itself.
  @inline(never)
  public mutating func failure(
    _ kind: JSONError.Kind, expected: String, found: String? = nil, at mark: Mark
  ) -> JSONError {
    var token = mark.pointer
    Scan.skipWhitespace(&token)
    return failure(kind, expected: expected, found: found, offset: token - source.start)
  }

  private mutating func failure(_ kind: JSONError.Kind, expected: String, found: String?, offset: Int) -> JSONError {
    JSONError(kind: kind, expected: expected, found: found, offset: offset, in: source.buffer)
  }

  @inline(never)
  mutating func unexpected(_ expected: String) -> JSONError {
    JSONError.unexpected(at: pointer, of: source, expected: expected)
  }

  @inline(never)
  mutating func wrongType(_ expected: String) -> JSONError {
    guard let type = typeHere else { return unexpected(expected) }
    let found =
      switch type {
      case .null: "null"
      case .boolean: "a boolean"
      case .object: "an object"
      case .array: "an array"
      case .number: "a number"
      case .string: "a string"
      }
    return failure(.wrongType, expected: expected, found: found, offset: pointer - source.start)
  }

  @inline(never)
  mutating func tooDeep() -> JSONError {
    failure(
      .tooDeep, expected: "at most \(options.depthLimit) arrays and objects inside each other", found: "one more",
      offset: pointer - source.start)
  }

  @inline(never)
  mutating func badString(_ start: UnsafePointer<UInt8>) -> JSONError {
    JSONError.inString(at: start, of: source)
  }

  @inline(never)
  @usableFromInline
  mutating func badNumber(_ expected: StaticString) -> JSONError {
    typeHere == .number ? JSONError.inNumber(at: pointer, of: source) : wrongType("\(expected)")
  }

  @inline(never)
  mutating func notAnInteger(_ start: UnsafePointer<UInt8>) -> JSONError {
    failure(.wrongType, expected: "an integer", found: written(start), offset: start - source.start)
  }

  @inline(never)
  mutating func outOfRange(_ start: UnsafePointer<UInt8>, _ expected: String) -> JSONError {
    failure(.numberOutOfRange, expected: expected, found: written(start), offset: start - source.start)
  }

  /// The number that was just read, cut if it is long.
  private func written(_ start: UnsafePointer<UInt8>) -> String {
    let count = pointer - start
    let text = String(decoding: UnsafeBufferPointer(start: start, count: min(count, 40)), as: UTF8.self)
    return count > 40 ? text + "…" : text
  }

  @inline(never)
  mutating func badLiteral(_ literal: String) -> JSONError {
    JSONError.inLiteral(literal, at: pointer, of: source)
  }

  /// The key that was just read, and where it stood the first time.
  @inline(never)
  mutating func repeatedKey() -> JSONError {
    var closing = pointer - 1
    while closing.pointee != 0x22 { closing -= 1 }
    var opening = closing - 1
    // A quote inside a key has a backslash before it, the opening one has none.
    while opening.pointee != 0x22 || opening[-1] == 0x5C { opening -= 1 }
    let offset = opening - source.start
    do {
      // Reading the text once more tells where the key was first.
      _ = try JSONDocument(source, options: options)
    } catch  where error.kind == .duplicateKey && error.position.offset == offset {
      return error
    } catch {
      // In a large object keys are compared when it ends, which another fault may forestall: then without that place.
    }
    let key = String(decoding: UnsafeBufferPointer(start: opening, count: closing + 1 - opening), as: UTF8.self)
    return failure(.duplicateKey, expected: "every key of an object once", found: "\(key) again", offset: offset)
  }
}
