/// Scalars of a text in UTF-8, checked byte by byte.
enum UTF8Decoding {
  /// Reads the scalar at `index` and moves past it; `nil` where the bytes are not UTF-8.
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32? {
    guard index < text.count else { return nil }
    let lead = text[index]
    if lead < 0x80 {
      index += 1
      return UInt32(lead)
    }
    let length: Int
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
    default: return nil
    }
    guard index + length <= text.count else { return nil }
    for offset in 1..<length {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isSurrogate = 0xD800...0xDFFF ~= value
    let isOverlong = length == 3 && value < 0x800 || length == 4 && value < 0x10000
    guard !isSurrogate, !isOverlong, value <= 0x10FFFF else { return nil }
    index += length
    return value
  }
}
