extension Double {
  /// A finite number as ECMAScript writes it: the fewest digits that read back as the same value.
  ///
  /// Negative zero is written `0`, as RFC 8785 asks.
  package var shortestJSON: String {
    if self == 0 { return "0" }
    // The standard library finds the shortest digits; only where the point and the exponent go differs.
    var digits: [UInt8] = []
    var exponent = 0
    var pointAt: Int?
    let text = Array(magnitude.description.utf8)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x2E {
        pointAt = digits.count
      } else if byte | 0x20 == 0x65 {
        exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte)
      }
      index += 1
    }
    // The value is 0.digits × 10^scale.
    var scale = (pointAt ?? digits.count) + exponent
    while digits.last == 0x30 { digits.removeLast() }
    let leadingZeros = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(leadingZeros)
    scale -= leadingZeros

    var output: [UInt8] = self < 0 ? [0x2D] : []
    if scale > 0 && scale <= 21 {
      if digits.count <= scale {
        output += digits + [UInt8](repeating: 0x30, count: scale - digits.count)
      } else {
        output += digits[..<scale] + [0x2E] + digits[scale...]
      }
    } else if scale <= 0 && scale > -6 {
      output += [0x30, 0x2E] + [UInt8](repeating: 0x30, count: -scale) + digits
    } else {
      output.append(digits[0])
      if digits.count > 1 { output += [0x2E] + digits[1...] }
      output += Array("e\(scale > 0 ? "+" : "")\(scale - 1)".utf8)
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension JSONNumber {
  /// The `Double` nearest to a well-formed number.
  package static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double {
    Decimal(text).double(writtenAs: text)
  }
}
