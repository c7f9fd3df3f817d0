/// Names of hosts and domains, by their rules for ASCII (RFC 1123) and beyond (RFC 5890 to 5893).
enum DomainName {
  /// The most bytes that a name which is short enough can take in UTF-8.
  ///
  /// Every scalar becomes at least one of the 253 characters that RFC 1035 allows; normalization joins up to four.
  static let longestEncoding = 253 * 4 * 4

  /// Whether a text is letters, digits and inner hyphens in labels of 1 to 63 characters, 253 with the dots.
  static func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 253 else { return false }
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == UInt8(ascii: ".") {
      guard isASCIILabel(text[start..<index]) else { return false }
      start = index + 1
    }
    return true
  }

  /// Whether a text is a name in ASCII whose `xn--` labels, if any, are valid when decoded.
  static func isHostname(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isASCII(text) && (!hasTaggedLabel(text) || isInternational(text, reserving: false, mapping: false))
  }

  /// Whether a text is a name of which each label is ASCII, encoded or a valid internationalized label.
  static func isInternationalHostname(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.allSatisfy({ $0 < 0x80 }), !hasTaggedLabel(text) { return isASCII(text) }
    return isInternational(text, reserving: true, mapping: false)
  }

  /// Whether a text is an internationalized name in any case and normalization form, as it stands in a mail address.
  static func isInternationalMailDomain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let isPlain = text.allSatisfy { $0 < 0x80 }
    return isPlain ? isASCII(text) : isInternational(text, reserving: false, mapping: true)
  }

  private static func isInternational(
    _ text: UnsafeBufferPointer<UInt8>, reserving: Bool, mapping: Bool
  ) -> Bool {
    guard text.count <= longestEncoding else { return false }
    var labels: [[UInt32]] = [[]]
    var index = 0
    while index < text.count {
      guard let scalar = UTF8Decoding.scalar(in: text, at: &index) else { return false }
      if isSeparator(scalar) {
        labels.append([])
      } else {
        labels[labels.count - 1].append(scalar)
      }
    }
    var length = labels.count - 1
    for position in labels.indices {
      if mapping { labels[position] = DomainLabel.mapped(labels[position]) }
      guard let label = DomainLabel(labels[position], reserving: reserving) else { return false }
      length += label.encodedLength
      labels[position] = label.scalars
    }
    return length <= 253 && BidiRule.accepts(labels)
  }

  /// Whether a scalar ends a label: a full stop or one of its wide and ideographic forms (RFC 3490 section 3.1).
  private static func isSeparator(_ scalar: UInt32) -> Bool {
    scalar == 0x2E || scalar == 0x3002 || scalar == 0xFF0E || scalar == 0xFF61
  }

  private static func isASCIILabel(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
    guard first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { return false }
    return label.allSatisfy { ASCII.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// Whether a label has hyphens in third and fourth place, as `xn--` has.
  private static func hasTaggedLabel(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 4 else { return false }
    for index in 0..<(text.count - 3) where index == 0 || text[index - 1] == UInt8(ascii: ".") {
      if text[index + 2] == UInt8(ascii: "-"), text[index + 3] == UInt8(ascii: "-") { return true }
    }
    return false
  }
}
