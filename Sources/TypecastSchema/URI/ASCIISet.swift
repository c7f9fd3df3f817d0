/// A set of ASCII characters that answers in a few instructions.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The characters of an ASCII text.
  init(characters: StaticString) {
    characters.withUTF8Buffer { bytes in
      for byte in bytes { insert(byte) }
    }
  }

  /// The letters, the digits and the characters of `others`.
  init(alphanumericsAnd others: StaticString) {
    self.init(characters: others)
    for byte in UInt8(0)..<128 where ASCII.isLetterOrDigit(byte) { insert(byte) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word = byte < 64 ? low : high
    return byte < 128 && (word >> UInt64(byte & 63)) & 1 == 1
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }
}

extension ASCIISet {
  /// What a URI never needs to encode.
  static let unreserved = ASCIISet(alphanumericsAnd: "-._~")
  /// What a path holds without encoding.
  static let path = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=:@/")
  /// What a query or a fragment holds without encoding.
  static let queryOrFragment = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=:@/?")
  /// What user information, host and port hold without encoding, with the delimiters between them.
  static let authority = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=:@[]")
}
