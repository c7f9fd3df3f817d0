/// Punycode, the encoding of internationalized labels in ASCII (RFC 3492).
enum Punycode {
  /// Decodes what follows `xn--` in lower case; `nil` where it is no Punycode.
  static func decode(_ encoded: ArraySlice<UInt32>) -> [UInt32]? {
    var output: [UInt32] = []
    var input = encoded
    if let delimiter = encoded.lastIndex(of: hyphen) {
      output = Array(encoded[..<delimiter])
      input = encoded[(delimiter + 1)...]
    }
    var scalar = firstScalar
    var index: UInt64 = 0
    var bias = initialBias
    while !input.isEmpty {
      let start = index
      var weight: UInt64 = 1
      var position = base
      while true {
        guard let digit = input.popFirst().flatMap(digitValue) else { return nil }
        index += UInt64(digit) * weight
        let threshold = self.threshold(at: position, bias: bias)
        if digit < threshold { break }
        weight *= UInt64(base - threshold)
        guard index < limit, weight < limit else { return nil }
        position += base
      }
      let count = UInt64(output.count + 1)
      bias = adapted(index - start, count: count, isFirst: start == 0)
      scalar += index / count
      guard scalar <= 0x10FFFF, let valid = Unicode.Scalar(UInt32(scalar)) else { return nil }
      output.insert(valid.value, at: Int(index % count))
      index = index % count + 1
    }
    return output
  }

  /// Encodes a label, without `xn--`; `nil` where the encoding gets longer than any label.
  static func encode(_ label: [UInt32]) -> [UInt32]? {
    var output = label.filter { $0 < firstScalar }
    var handled = UInt64(output.count)
    let basicCount = handled
    if basicCount > 0 { output.append(hyphen) }
    var scalar = firstScalar
    var delta: UInt64 = 0
    var bias = initialBias
    while handled < label.count, let next = label.lazy.map(UInt64.init).filter({ $0 >= scalar }).min() {
      delta += (next - scalar) * (handled + 1)
      scalar = next
      for value in label {
        if value < scalar { delta += 1 }
        guard value == scalar else { continue }
        var rest = delta
        var position = base
        while true {
          let threshold = UInt64(self.threshold(at: position, bias: bias))
          if rest < threshold { break }
          let remaining = UInt64(base) - threshold
          output.append(digit(threshold + (rest - threshold) % remaining))
          rest = (rest - threshold) / remaining
          position += base
        }
        output.append(digit(rest))
        guard output.count <= longest else { return nil }
        bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      scalar += 1
    }
    return output
  }

  /// How many characters ``encode(_:)`` gives.
  static func encodedLength(of label: [UInt32]) -> Int? {
    encode(label)?.count
  }

  private static let base = 36
  private static let initialBias = 72
  private static let firstScalar: UInt64 = 0x80
  private static let hyphen: UInt32 = 0x2D
  /// Above every index that decodes to a scalar within a label.
  private static let limit: UInt64 = 1 << 32
  private static let longest = 63

  private static func threshold(at position: Int, bias: Int) -> Int {
    min(max(position - bias, 1), 26)
  }

  private static func adapted(_ delta: UInt64, count: UInt64, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var position = 0
    while delta > 455 {
      delta /= 35
      position += base
    }
    return position + Int(36 * delta / (delta + 38))
  }

  private static func digitValue(_ character: UInt32) -> Int? {
    switch character {
    case 0x61...0x7A: Int(character - 0x61)
    case 0x30...0x39: Int(character - 0x30) + 26
    default: nil
    }
  }

  private static func digit(_ value: UInt64) -> UInt32 {
    value < 26 ? 0x61 + UInt32(truncatingIfNeeded: value) : 0x30 + UInt32(truncatingIfNeeded: value) - 26
  }
}
