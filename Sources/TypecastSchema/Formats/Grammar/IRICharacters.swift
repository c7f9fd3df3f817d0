/// The non-ASCII characters of RFC 3987 section 2.2.
enum IRICharacters {
  /// Whether a scalar is a `ucschar`, allowed in every part of an IRI.
  static func isUniversal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...0xDFFFF: scalar & 0xFFFF <= 0xFFFD
    case 0xE1000...0xEFFFD: true
    default: false
    }
  }

  /// Whether a scalar is `iprivate`, allowed in a query only.
  static func isPrivate(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }

  /// Whether a scalar steers the direction of writing, which section 4.1 forbids in an IRI.
  static func steersDirection(_ scalar: UInt32) -> Bool {
    0x200E...0x200F ~= scalar || 0x202A...0x202E ~= scalar
  }
}
