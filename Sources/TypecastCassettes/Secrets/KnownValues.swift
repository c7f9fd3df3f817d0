/// Texts that are secrets, in the forms in which they are sent.
struct KnownValues: Sendable {
  /// All forms by their first byte.
  private let forms: [[[UInt8]]]
  private let isEmpty: Bool

  init(_ values: [String]) {
    var forms = [[[UInt8]]](repeating: [], count: 256)
    for form in values.flatMap(Self.forms) {
      if let first = form.first { forms[Int(first)].append(form) }
    }
    self.forms = forms
    isEmpty = values.isEmpty
  }

  func places(in bytes: [UInt8]) -> [Range<Int>] {
    if isEmpty { return [] }
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let form = forms[Int(bytes[index])].first { bytes[index...].starts(with: $0) }
      if let form { found.append(index..<index + form.count) }
      index += form?.count ?? 1
    }
    return found
  }

  /// As it is, as it stands in JSON and in addresses, and as a part of base64.
  private static func forms(of value: String) -> [[UInt8]] {
    let plain = Array(value.utf8)
    var slashed: [UInt8] = []
    var escaped: [UInt8] = []
    for byte in plain {
      if byte == UInt8(ascii: "/") { slashed.append(UInt8(ascii: "\\")) }
      slashed.append(byte)
      if KeyShapes.isLetter(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") {
        escaped.append(byte)
      } else {
        escaped += "%".utf8
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += (digits.utf8.count == 1 ? "0" + digits : digits).utf8
      }
    }
    return [plain] + [slashed, escaped].filter { $0 != plain } + (0..<3).flatMap { base64(plain, behind: $0) }
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// What bytes are in base64 behind so many others, without the letters that depend on what stands around them.
  private static func base64(_ bytes: [UInt8], behind count: Int) -> [[UInt8]] {
    let all = [UInt8](repeating: 0, count: count) + bytes
    let letters = (count * 8 + 5) / 6..<all.count * 8 / 6
    let forms = ["+/", "-_"].map { rest in
      let alphabet = alphabet + rest.utf8
      return letters.map { letter in
        let (first, shift) = (letter * 6 / 8, letter * 6 % 8)
        let next = first + 1 < all.count ? all[first + 1] : 0
        return alphabet[Int(((UInt16(all[first]) << 8 | UInt16(next)) << UInt16(shift)) >> 10)]
      }
    }
    return forms[0] == forms[1] ? [forms[0]] : forms
  }
}
