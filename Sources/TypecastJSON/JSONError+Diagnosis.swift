/// The scanners only say that something is wrong; these look again and say what.
extension JSONError {
  /// The fault in a string, from the byte after its opening quote.
  package static func inString(at start: UnsafePointer<UInt8>, of source: PaddedBytes) -> JSONError {
    var pointer = start
    let end = source.start + source.count
    func fault(_ kind: Kind, _ expected: String, _ found: String? = nil) -> JSONError {
      JSONError(
        kind: kind, expected: expected, found: found, offset: pointer - source.start, in: source.buffer)
    }
    while pointer < end {
      switch pointer.pointee {
      case 0x5C:
        let length = Scan.escapeLength(pointer)
        if length == 0 { return inEscape(at: pointer, of: source) }
        pointer += length
      case 0..<0x20:
        return fault(.controlCharacter, "an escape such as \\n, or a printable character")
      case 0x80...:
        let length = Scan.sequenceLength(pointer)
        if length == 0 {
          return fault(
            .invalidUTF8, "well-formed UTF-8", "byte 0x" + String(pointer.pointee, radix: 16, uppercase: true))
        }
        pointer += length
      default:
        pointer += 1
      }
    }
    pointer = end
    return fault(.unexpectedEnd, "'\"' to close the string", "the end of the text")
  }

  private static func inEscape(at backslash: UnsafePointer<UInt8>, of source: PaddedBytes) -> JSONError {
    let offset = backslash - source.start
    func fault(_ kind: Kind, _ expected: String, at offset: Int, _ found: String? = nil) -> JSONError {
      JSONError(kind: kind, expected: expected, found: found, offset: offset, in: source.buffer)
    }
    if offset + 1 >= source.count {
      return fault(.unexpectedEnd, "an escape", at: offset + 1)
    }
    guard backslash[1] == 0x75 else {
      return fault(.malformedEscape, "one of \" \\ / b f n r t u after '\\'", at: offset + 1)
    }
    for index in 2..<6 where Scan.hexadecimal(backslash[index]) > 15 {
      return offset + index >= source.count
        ? fault(.unexpectedEnd, "four hexadecimal digits", at: source.count)
        : fault(.malformedEscape, "four hexadecimal digits after '\\u'", at: offset + index)
    }
    let escape = String(decoding: UnsafeBufferPointer(start: backslash, count: 6), as: UTF8.self)
    return Scan.fourHexadecimals(backslash + 2) >= 0xDC00
      ? fault(.loneSurrogate, "a high surrogate before a low one", at: offset, "\(escape) alone")
      : fault(.loneSurrogate, "a low surrogate after a high one", at: offset, "\(escape) alone")
  }

  /// The fault in a number, from its first byte.
  package static func inNumber(at start: UnsafePointer<UInt8>, of source: PaddedBytes) -> JSONError {
    var pointer = start
    func fault(_ expected: String) -> JSONError {
      let offset = pointer - source.start
      return JSONError(
        kind: offset >= source.count ? .unexpectedEnd : .malformedNumber, expected: expected, offset: offset,
        in: source.buffer)
    }
    if pointer.pointee == 0x2D { pointer += 1 }
    guard Scan.isDigit(pointer.pointee) else { return fault("a digit after '-'") }
    if pointer.pointee == 0x30 {
      pointer += 1
      if Scan.isDigit(pointer.pointee) { return fault("no further digit after a leading zero") }
    }
    while Scan.isDigit(pointer.pointee) { pointer += 1 }
    if pointer.pointee == 0x2E {
      pointer += 1
      guard Scan.isDigit(pointer.pointee) else { return fault("a digit after '.'") }
      while Scan.isDigit(pointer.pointee) { pointer += 1 }
    }
    pointer += 1
    if pointer.pointee == 0x2B || pointer.pointee == 0x2D { pointer += 1 }
    return fault("a digit in the exponent")
  }

  /// The fault in `true`, `false` or `null`, from the first letter.
  package static func inLiteral(
    _ literal: String, at start: UnsafePointer<UInt8>, of source: PaddedBytes
  ) -> JSONError {
    var offset = start - source.start
    for byte in literal.utf8 {
      if offset >= source.count || source.start[offset] != byte { break }
      offset += 1
    }
    return JSONError(
      kind: offset >= source.count ? .unexpectedEnd : .unexpectedByte, expected: "'\(literal)'", offset: offset,
      in: source.buffer)
  }

  /// What stands where a value, or a token after one, should.
  package static func unexpected(
    at pointer: UnsafePointer<UInt8>, of source: PaddedBytes, expected: String
  ) -> JSONError {
    let offset = pointer - source.start
    if offset >= source.count {
      return JSONError(kind: .unexpectedEnd, expected: expected, offset: source.count, in: source.buffer)
    }
    if offset == 0, source.count >= 3, pointer[0] == 0xEF, pointer[1] == 0xBB, pointer[2] == 0xBF {
      return JSONError(
        kind: .byteOrderMark, expected: "JSON from the first byte on", found: "a byte-order mark", offset: 0,
        in: source.buffer)
    }
    if pointer.pointee >= 0x80, Scan.sequenceLength(pointer) == 0 {
      return JSONError(kind: .invalidUTF8, expected: expected, offset: offset, in: source.buffer)
    }
    return JSONError(kind: .unexpectedByte, expected: expected, offset: offset, in: source.buffer)
  }
}
