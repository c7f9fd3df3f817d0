import TypecastJSON

/// Bytes that are not UTF-8, the only encoding of JSON.
///
/// The place is that of the first byte that is no part of a character.
package enum InvalidUTF8Rule {
  /// What there is to say about a text that is no UTF-8; nil for one that is.
  package static func check(_ text: UnsafeBufferPointer<UInt8>, of name: String) -> Diagnostic? {
    guard let offset = firstFault(in: text) else { return nil }
    let byte = String(text[offset], radix: 16, uppercase: true)
    let isUTF16 = text.starts(with: [0xFE, 0xFF]) || text.starts(with: [0xFF, 0xFE])
    let guess = isUTF16 ? "this looks like UTF-16" : "byte 0x\(byte) is no part of a character"
    return Diagnostic(
      severity: .error, rule: .invalidUTF8, message: "the file is not UTF-8: \(guess); save the file as UTF-8",
      document: name, pointer: nil, position: TextPosition(offset: offset, in: text))
  }

  private static func firstFault(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var offset = 0
    while offset < text.count {
      let first = text[offset]
      if first < 0x80 {
        offset += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      // The second byte also keeps out overlong forms, surrogates and what is beyond U+10FFFF.
      let second: ClosedRange<UInt8> =
        switch first {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
      guard (0xC2...0xF4).contains(first) else { return offset }
      for index in 1..<length {
        guard offset + index < text.count, (index == 1 ? second : 0x80...0xBF).contains(text[offset + index])
        else { return offset }
      }
      offset += length
    }
    return nil
  }
}

extension Diagnostic.Rule {
  /// A file is not UTF-8.
  public static let invalidUTF8 = Self(rawValue: "invalid-utf8")
}
