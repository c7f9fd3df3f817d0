/// What keys look like, whoever gave them out.
enum KeyShapes {
  private struct Shape {
    let start: [UInt8]
    /// How many letters, digits, `_` and `-` follow at least.
    let length: Int
    /// Whether it is a key only with a digit in it: words begin so, too.
    let needsDigit: Bool

    init(_ start: String, _ length: Int, needsDigit: Bool = true) {
      self.start = Array(start.utf8)
      self.length = length
      self.needsDigit = needsDigit
    }
  }

  private static let shapes = [
    Shape("sk-", 16), Shape("sk_", 16), Shape("pk_live_", 16), Shape("rk_live_", 16), Shape("gsk_", 16),
    Shape("AIza", 30, needsDigit: false), Shape("AQ.A", 30), Shape("xai-", 40), Shape("hf_", 20), Shape("ghp_", 20),
    Shape("gho_", 20), Shape("ghs_", 20), Shape("github_pat_", 20), Shape("glpat-", 16), Shape("nvapi-", 20),
    Shape("pplx-", 20), Shape("r8_", 20), Shape("csk-", 20), Shape("fw_", 20), Shape("AKIA", 16), Shape("ASIA", 16),
    Shape("ya29.", 20), Shape("xoxb-", 16), Shape("xoxp-", 16),
    Shape("tgp_v1_", 20),
  ]

  /// By their first byte, which is looked up for each byte of all bodies.
  private static let byFirst = (0...UInt8.max).map { byte in shapes.filter { $0.start[0] == byte } }

  /// Whether anything that is looked for begins so.
  private static let begins = (0...UInt8.max).map { byte in
    !byFirst[Int(byte)].isEmpty || "e-bB".utf8.contains(byte)
  }

  /// Where keys stand in bytes.
  static func keys(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    let begins = begins
    while index < bytes.count {
      if !begins[Int(bytes[index])] {
        index += 1
      } else if let range = bearer(bytes, at: index) {
        found.append(range)
        index = range.upperBound
      } else if let end = key(bytes, at: index) ?? token(bytes, at: index) ?? privateKey(bytes, at: index) {
        found.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private static func key(_ bytes: [UInt8], at start: Int) -> Int? {
    let shapes = byFirst[Int(bytes[start])]
    if shapes.isEmpty || start > 0 && isLetter(bytes[start - 1]) { return nil }
    for shape in shapes where bytes[start...].starts(with: shape.start) {
      let rest = start + shape.start.count
      let end = bytes[rest...].firstIndex { !isLetter($0) } ?? bytes.count
      let hasDigit = bytes[rest..<end].contains { (0x30...0x39).contains($0) }
      if end - rest >= shape.length, hasDigit || !shape.needsDigit { return end }
    }
    return nil
  }

  /// What stands behind the word `bearer`, where it looks like a key.
  private static func bearer(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
    guard bytes[start] | 0x20 == UInt8(ascii: "b"), start == 0 || !isLetter(bytes[start - 1]) else { return nil }
    let word = bytes[start...].prefix(7)
    guard word.map(SecretNames.lowercase) == Array("bearer ".utf8) else { return nil }
    let key = bytes[word.endIndex...].prefix { isLetter($0) || ".~+/=".utf8.contains($0) }
    return SecretNames.isLikely(key, shortest: 16) ? key.indices : nil
  }

  /// A JSON Web Token: three parts of base64, the first of which begins with `{"`.
  private static func token(_ bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "e"), bytes[start...].starts(with: "eyJ".utf8),
      start == 0 || !isLetter(bytes[start - 1])
    else { return nil }
    var end = start
    for part in 0..<3 {
      let last = bytes[end...].firstIndex { !isLetter($0) } ?? bytes.count
      guard last - end >= 8 else { return nil }
      if part == 2 { return last }
      guard last < bytes.count, bytes[last] == UInt8(ascii: ".") else { return nil }
      end = last + 1
    }
    return nil
  }

  private static func privateKey(_ bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "-"), bytes[start...].starts(with: "-----BEGIN ".utf8) else { return nil }
    let line = bytes[start...].prefix(80)
    guard Bytes.firstRange(of: Array("PRIVATE KEY".utf8), in: Array(line), from: 0) != nil else { return nil }
    return Bytes.firstRange(of: Array("-----END ".utf8), in: bytes, from: start)?.upperBound ?? bytes.count
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// Searching in bytes.
enum Bytes {
  /// The first place of a part at or behind an index.
  static func firstRange(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = part.first, bytes.count - start >= part.count else { return nil }
    var index = start
    let last = bytes.count - part.count
    while index <= last {
      guard let next = bytes[index...last].firstIndex(of: first) else { return nil }
      if bytes[next...].starts(with: part) { return next..<next + part.count }
      index = next + 1
    }
    return nil
  }
}
