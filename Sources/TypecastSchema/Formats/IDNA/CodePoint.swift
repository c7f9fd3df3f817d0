/// The status of code points in domain names, derived as RFC 5892 sections 2 and 3 say.
///
/// The derivation uses the Unicode properties of the standard library, whose version it follows.
enum CodePoint {
  enum Status {
    case valid
    case contextual
    case disallowed
  }

  static func status(of value: UInt32) -> Status {
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      let isLowercase = ASCII.isLetter(byte) && ASCII.lowercased(byte) == byte
      return isLowercase || ASCII.isDigit(byte) || byte == UInt8(ascii: "-") ? .valid : .disallowed
    }
    switch value {
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return .valid
    case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9, 0x200C, 0x200D: return .contextual
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return .disallowed
    // Old Hangul jamo.
    case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7FB: return .disallowed
    // The blocks of combining marks for symbols and of musical symbols.
    case 0x20D0...0x20FF, 0x1D100...0x1D24F: return .disallowed
    default: break
    }
    guard let properties = Unicode.Scalar(value)?.properties else { return .disallowed }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter, .nonspacingMark,
      .spacingMark:
      let isStable = !properties.changesWhenNFKCCaseFolded && !properties.isDefaultIgnorableCodePoint
      return isStable ? .valid : .disallowed
    default:
      return .disallowed
    }
  }

  static func isCombiningMark(_ value: UInt32) -> Bool {
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  static func combiningClass(of value: UInt32) -> UInt8 {
    Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
  }
}
