/// The grammar of RFC 3986 appendix A, and with non-ASCII characters that of RFC 3987 section 2.2.
struct URIGrammar {
  /// Whether a reference without scheme is accepted.
  let allowsRelative: Bool
  /// Whether characters outside ASCII are accepted.
  let isInternational: Bool

  /// Whether a text follows the grammar; one pass over its bytes.
  func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    if let colon = endOfScheme(in: text) {
      index = colon + 1
    } else if !allowsRelative || hasColonInFirstSegment(text) {
      return false
    }
    if index + 1 < text.count, text[index] == UInt8(ascii: "/"), text[index + 1] == UInt8(ascii: "/") {
      index += 2
      guard skipAuthority(in: text, from: &index) else { return false }
      // What follows an authority is a path that starts with a slash, a query, a fragment or the end.
      if index < text.count, text[index] != UInt8(ascii: "/"), text[index] != UInt8(ascii: "?"),
        text[index] != UInt8(ascii: "#")
      {
        return false
      }
    }
    skip(.path, in: text, from: &index)
    if index < text.count, text[index] == UInt8(ascii: "?") {
      index += 1
      skip(.queryOrFragment, in: text, from: &index, allowingPrivate: true)
    }
    if index < text.count, text[index] == UInt8(ascii: "#") {
      index += 1
      skip(.queryOrFragment, in: text, from: &index)
    }
    return index == text.count
  }

  private func endOfScheme(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = text.first, ASCII.isLetter(first) else { return nil }
    var index = 1
    while index < text.count, ASCII.isSchemeCharacter(text[index]) { index += 1 }
    return index < text.count && text[index] == UInt8(ascii: ":") ? index : nil
  }

  private func hasColonInFirstSegment(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  private func skipAuthority(in text: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Bool {
    var end = index
    skip(.userInformation, in: text, from: &end)
    if end < text.count, text[end] == UInt8(ascii: "@") {
      index = end + 1
    }
    if index < text.count, text[index] == UInt8(ascii: "[") {
      guard let close = text[index...].firstIndex(of: UInt8(ascii: "]")) else { return false }
      guard acceptsLiteral(UnsafeBufferPointer(rebasing: text[(index + 1)..<close])) else { return false }
      index = close + 1
    } else {
      skip(.registeredName, in: text, from: &index)
    }
    if index < text.count, text[index] == UInt8(ascii: ":") {
      index = Digits.end(in: text, from: index + 1)
    }
    return true
  }

  /// Whether a text is what may stand in brackets: an IPv6 address or the form kept for later versions.
  private func acceptsLiteral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "v") else { return IPAddress.isVersion6(text) }
    var index = 1
    while index < text.count, ASCII.isHexDigit(text[index]) { index += 1 }
    guard index > 1, index < text.count - 1, text[index] == UInt8(ascii: ".") else { return false }
    let allowed = ASCIISet.userInformation
    return text[(index + 1)...].allSatisfy { allowed.contains($0) }
  }

  /// Moves past characters of a set and well-formed percent-encodings.
  private func skip(
    _ set: ASCIISet, in text: UnsafeBufferPointer<UInt8>, from index: inout Int, allowingPrivate: Bool = false
  ) {
    while index < text.count {
      let byte = text[index]
      if set.contains(byte) {
        index += 1
      } else if byte == UInt8(ascii: "%") {
        guard URIGrammar.isPercentEncoding(text, at: index) else { return }
        index += 3
      } else {
        guard byte >= 0x80, isInternational else { return }
        var next = index
        guard let scalar = UTF8Decoding.scalar(in: text, at: &next) else { return }
        guard IRICharacters.isUniversal(scalar) || allowingPrivate && IRICharacters.isPrivate(scalar) else { return }
        guard !IRICharacters.steersDirection(scalar) else { return }
        index = next
      }
    }
  }

  /// Whether a `%` with two hexadecimal digits starts at `index`.
  static func isPercentEncoding(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && text[index] == UInt8(ascii: "%") && ASCII.isHexDigit(text[index + 1])
      && ASCII.isHexDigit(text[index + 2])
  }
}

extension ASCIISet {
  /// What user information before `@` holds without encoding.
  fileprivate static let userInformation = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=:")
  /// What the name of a host holds without encoding.
  fileprivate static let registeredName = ASCIISet(alphanumericsAnd: "-._~!$&'()*+,;=")
}
