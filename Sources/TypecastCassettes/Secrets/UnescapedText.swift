/// Bytes without a layer of escapes, be they of JSON, of addresses or of HTML, and where each of them stood.
///
/// What is escaped by the rules of one place often stands within another: all escapes of a layer go at once, and the next
/// layer takes away those that were escaped themselves.
struct UnescapedText {
  private(set) var bytes: [UInt8] = []

  /// For each byte, and for the end, where it stood in the text that was asked about.
  private var places: [Int] = []

  /// A text that is escaped more often is not looked into.
  private static let deepest = 4

  /// A text without one layer of escapes, without two, and so on, as long as anything changes.
  static func layers(of bytes: [UInt8]) -> [UnescapedText] {
    var layers: [UnescapedText] = []
    while layers.count < deepest, let next = UnescapedText(layers.last?.bytes ?? bytes, in: layers.last) {
      layers.append(next)
    }
    return layers
  }

  /// Where a part of it stood.
  func place(of part: Range<Int>) -> Range<Int> { places[part.lowerBound]..<places[part.upperBound] }

  /// Nil where nothing is escaped.
  private init?(_ text: [UInt8], in outer: UnescapedText?) {
    guard let first = text.firstIndex(where: Self.beginsEscape) else { return nil }
    bytes.reserveCapacity(text.count)
    places.reserveCapacity(text.count + 1)
    bytes += text[..<first]
    if let outer { places += outer.places[..<first] } else { places += 0..<first }
    var index = first
    while index < text.count {
      let place = outer?.places[index] ?? index
      if text[index] == UInt8(ascii: "%"),
        let byte = Self.hexadecimal(text[(index + 1)...].prefix(2), digits: 2)
      {
        // It is a byte, and not always a letter.
        bytes.append(UInt8(byte))
        places.append(place)
        index += 3
      } else if Self.beginsEscape(text[index]), let (meaning, length) = Self.escape(text, at: index) {
        if meaning.isASCII {
          bytes.append(UInt8(meaning.value))
          places.append(place)
        } else {
          for byte in UTF8.encode(meaning)! {
            bytes.append(byte)
            places.append(place)
          }
        }
        index += length
      } else {
        bytes.append(text[index])
        places.append(place)
        index += 1
      }
    }
    if bytes.count == text.count { return nil }
    places.append(outer?.places[index] ?? index)
  }

  private static func beginsEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&")
  }

  /// What an escape means, and how long it is.
  private static func escape(_ text: [UInt8], at index: Int) -> (meaning: Unicode.Scalar, length: Int)? {
    switch text[index] {
    case UInt8(ascii: "&"): reference(text, at: index)
    case UInt8(ascii: "\\"): backslash(text, at: index)
    default: nil
    }
  }

  private static func backslash(_ text: [UInt8], at index: Int) -> (meaning: Unicode.Scalar, length: Int)? {
    guard index + 1 < text.count else { return nil }
    switch text[index + 1] {
    case UInt8(ascii: "n"): return ("\u{0A}", 2)
    case UInt8(ascii: "r"): return ("\u{0D}", 2)
    case UInt8(ascii: "t"): return ("\u{09}", 2)
    case UInt8(ascii: "b"): return ("\u{08}", 2)
    case UInt8(ascii: "f"): return ("\u{0C}", 2)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return (Unicode.Scalar(text[index + 1]), 2)
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal(text[(index + 2)...].prefix(4), digits: 4) else { return nil }
      if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
      guard unit < 0xDC00, text[(index + 6)...].starts(with: "\\u".utf8),
        let low = hexadecimal(text[(index + 8)...].prefix(4), digits: 4), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { return nil }
      return (scalar, 12)
    default: return nil
    }
  }

  private static let names: [(name: [UInt8], meaning: UInt8)] = [
    (Array("quot".utf8), UInt8(ascii: "\"")), (Array("amp".utf8), UInt8(ascii: "&")),
    (Array("apos".utf8), UInt8(ascii: "'")), (Array("lt".utf8), UInt8(ascii: "<")),
    (Array("gt".utf8), UInt8(ascii: ">")),
  ]

  /// `&quot;`, `&#34;` or `&#x22;`.
  private static func reference(_ text: [UInt8], at index: Int) -> (meaning: Unicode.Scalar, length: Int)? {
    let rest = text[(index + 1)...].prefix(8)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let length = end + 1 - index
    if rest.first == UInt8(ascii: "#") {
      var digits = rest[..<end].dropFirst()
      let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      if isHexadecimal { digits = digits.dropFirst() }
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
      return number.flatMap(Unicode.Scalar.init).map { ($0, length) }
    }
    return names.first { $0.name.elementsEqual(rest[..<end]) }.map { (Unicode.Scalar($0.meaning), length) }
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>, digits count: Int) -> UInt32? {
    guard digits.count == count else { return nil }
    var number: UInt32 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt32(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt32(digit - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): number = number << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return number
  }
}
