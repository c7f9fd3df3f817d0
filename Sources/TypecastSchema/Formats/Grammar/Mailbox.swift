/// The grammar of `Mailbox` in RFC 5321 section 4.1.2, and its extension in RFC 6531 section 3.3.
struct Mailbox {
  /// Whether local part and domain may hold characters outside ASCII.
  let isInternational: Bool

  /// Whether a text is a mailbox within the size limits of RFC 5321 section 4.5.3.1.
  func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let longest = Mailbox.longestLocalPart + 1 + DomainName.longestEncoding
    guard let first = text.first, text.count <= longest else { return false }
    var index = 0
    let isWellFormed =
      first == UInt8(ascii: "\"") ? skipQuotedString(in: text, from: &index) : skipDotString(in: text, from: &index)
    guard isWellFormed, index <= Mailbox.longestLocalPart else { return false }
    guard index < text.count, text[index] == UInt8(ascii: "@") else { return false }
    return acceptsDomain(UnsafeBufferPointer(rebasing: text[(index + 1)...]))
  }

  private static let longestLocalPart = 64

  private func skipDotString(in text: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Bool {
    let atoms = ASCIISet.atom
    while true {
      let start = index
      while index < text.count {
        if atoms.contains(text[index]) {
          index += 1
        } else if !skipNonASCII(in: text, from: &index) {
          break
        }
      }
      guard index > start else { return false }
      guard index < text.count, text[index] == UInt8(ascii: ".") else { return true }
      index += 1
    }
  }

  private func skipQuotedString(in text: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Bool {
    index += 1
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""):
        index += 1
        return true
      case UInt8(ascii: "\\"):
        guard index + 1 < text.count, 32...126 ~= text[index + 1] else { return false }
        index += 2
      case 32...126:
        index += 1
      default:
        guard skipNonASCII(in: text, from: &index) else { return false }
      }
    }
    return false
  }

  private func skipNonASCII(in text: UnsafeBufferPointer<UInt8>, from index: inout Int) -> Bool {
    isInternational && text[index] >= 0x80 && UTF8Decoding.scalar(in: text, at: &index) != nil
  }

  private func acceptsDomain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.first == UInt8(ascii: "[") {
      guard text.count > 2, text[text.count - 1] == UInt8(ascii: "]") else { return false }
      return Mailbox.acceptsAddress(UnsafeBufferPointer(rebasing: text[1..<(text.count - 1)]))
    }
    return isInternational ? DomainName.isInternationalMailDomain(text) : DomainName.isASCII(text)
  }

  /// Whether a text is an address literal; of the tags that RFC 5321 provides for, only `IPv6` was ever registered.
  private static func acceptsAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let tag: StaticString = "ipv6:"
    let hasTag = tag.withUTF8Buffer { tag in
      text.count > tag.count && zip(text, tag).allSatisfy { ASCII.lowercased($0) == $1 }
    }
    guard hasTag else { return IPAddress.isVersion4(text, allowingLeadingZeros: true) }
    return IPAddress.isVersion6(UnsafeBufferPointer(rebasing: text[tag.utf8CodeUnitCount...]), inMailAddress: true)
  }
}

extension ASCIISet {
  /// The characters of an atom (RFC 5322 section 3.2.3).
  fileprivate static let atom = ASCIISet(alphanumericsAnd: "!#$%&'*+-/=?^_`{|}~")
}
