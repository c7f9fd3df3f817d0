/// Why a text is not the JSON that was asked for, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// The sort of fault; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// The text ends before the value does.
    public static let unexpectedEnd = Kind(rawValue: "unexpectedEnd")
    /// A byte that cannot stand where it stands.
    public static let unexpectedByte = Kind(rawValue: "unexpectedByte")
    /// Something follows the value.
    public static let trailingContent = Kind(rawValue: "trailingContent")
    /// A number that RFC 8259 does not allow.
    public static let malformedNumber = Kind(rawValue: "malformedNumber")
    /// A control character inside a string.
    public static let controlCharacter = Kind(rawValue: "controlCharacter")
    /// A backslash with nothing that may follow it.
    public static let malformedEscape = Kind(rawValue: "malformedEscape")
    /// Half of a surrogate pair, escaped.
    public static let loneSurrogate = Kind(rawValue: "loneSurrogate")
    /// Bytes that are not UTF-8.
    public static let invalidUTF8 = Kind(rawValue: "invalidUTF8")
    /// A byte-order mark.
    public static let byteOrderMark = Kind(rawValue: "byteOrderMark")
    /// A key that its object already has.
    public static let duplicateKey = Kind(rawValue: "duplicateKey")
    /// An object without a key that it must have.
    public static let missingKey = Kind(rawValue: "missingKey")
    /// More nesting than the limit allows.
    public static let tooDeep = Kind(rawValue: "tooDeep")
    /// More bytes than a document may have.
    public static let tooLarge = Kind(rawValue: "tooLarge")
    /// A value of another type than the one asked for.
    public static let wrongType = Kind(rawValue: "wrongType")
    /// A number that the type asked for cannot hold.
    public static let numberOutOfRange = Kind(rawValue: "numberOutOfRange")
  }

  /// Kept behind one pointer: a function that may throw then pays nothing for it while it does not.
  private indirect enum Box: Hashable, Sendable {
    case box(Contents)
  }

  private struct Contents: Hashable, Sendable {
    let kind: Kind
    let expected: String
    let found: String
    let position: TextPosition
    let excerpt: String
  }

  private let box: Box

  private var contents: Contents {
    switch box {
    case .box(let contents): contents
    }
  }

  /// Describes a fault whose place and excerpt are known.
  public init(kind: Kind, expected: String, found: String, position: TextPosition, excerpt: String) {
    box = .box(
      Contents(kind: kind, expected: expected, found: found, position: position, excerpt: excerpt))
  }

  /// The sort of fault.
  public var kind: Kind { contents.kind }

  /// What may stand at the spot, as a noun phrase: "a value", "',' or '}'".
  public var expected: String { contents.expected }

  /// What stands there, as a noun phrase.
  public var found: String { contents.found }

  /// Where in the text the spot is.
  public var position: TextPosition { contents.position }

  /// The line around the spot and, on a second line, a caret under it.
  public var excerpt: String { contents.excerpt }

  /// Describes the spot at an offset of a text.
  public init(
    kind: Kind, expected: String, found: String? = nil, offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.init(
      kind: kind,
      expected: expected,
      found: found ?? Self.describe(offset: offset, in: bytes),
      position: TextPosition(offset: offset, in: bytes),
      excerpt: TextExcerpt(offset: offset, in: bytes).description)
  }

  /// The fault in one sentence, without its place.
  public var message: String { "expected \(expected), found \(found)" }

  private static func describe(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard offset < bytes.count else { return "the end of the text" }
    let byte = bytes[offset]
    if byte >= 0x80 {
      let scalars = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars
      if let scalar = scalars.first, scalar != "\u{FFFD}" {
        return scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control
          ? "U+" + hexadecimal(scalar.value, digits: 4) : "'\(scalar)' (U+\(hexadecimal(scalar.value, digits: 4)))"
      }
      return "byte 0x" + hexadecimal(UInt32(byte), digits: 2)
    }
    if byte < 0x20 || byte == 0x7F {
      switch byte {
      case 0x0A: return "a line feed"
      case 0x0D: return "a carriage return"
      case 0x09: return "a tab"
      default: return "control character U+" + hexadecimal(UInt32(byte), digits: 4)
      }
    }
    if byte == 0x27 { return "\"'\"" }
    return "'\(Character(Unicode.Scalar(byte)))'"
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension JSONError: CustomStringConvertible {
  public var description: String { "\(position): \(message)\n\(excerpt)" }
}
