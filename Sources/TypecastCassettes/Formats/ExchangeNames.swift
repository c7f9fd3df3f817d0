/// Gives exchanges the names of their files.
///
/// A name is safe in every folder of every system: it has letters and digits, `.`, `_`, `-`, `%` and `~` only, is no
/// device of Windows, and is not long. Whatever else an id holds is percent-encoded, so that two ids have two names; an
/// id that comes again, or again in other capitals, gets a number behind `~`. The same ids give the same names.
package struct ExchangeNames {
  /// How often each name was given, in small letters.
  private var counts: [String: Int] = [:]

  package init() {}

  /// The name for the next exchange.
  package mutating func name(for id: String) -> String {
    let name = Self.encoded(id)
    let count = (counts[name.lowercased()] ?? 0) + 1
    counts[name.lowercased()] = count
    return count == 1 ? name : "\(name)~\(count)"
  }

  /// The most bytes of a name without its number: what saves a file puts something behind it for a while.
  private static let most = 160

  private static func encoded(_ id: String) -> String {
    let bytes = Array(id.utf8)
    let isDevice = isDevice(bytes)
    var name: [UInt8] = []
    var isCut = bytes.isEmpty
    for (index, byte) in bytes.enumerated() {
      let isPlain =
        isPlain(byte) && !(index == 0 && (isDevice || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")))
      let piece = isPlain ? [byte] : percent(byte)
      guard name.count + piece.count <= most else {
        isCut = true
        break
      }
      name += piece
    }
    var text = String(decoding: name, as: UTF8.self)
    // Two tildes, which no number has.
    if isCut { text += "~~" + hexadecimal(hash(bytes), digits: 16) }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func percent(_ byte: UInt8) -> [UInt8] { Array("%\(hexadecimal(UInt64(byte), digits: 2))".utf8) }

  private static func hexadecimal(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// Whether Windows takes it for a device, whatever its extension.
  private static func isDevice(_ bytes: [UInt8]) -> Bool {
    let stem = String(decoding: bytes.prefix { $0 != UInt8(ascii: ".") }.prefix(8), as: UTF8.self).lowercased()
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    return stem.utf8.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt")) && stem.last?.isWholeNumber == true
  }

  /// FNV-1a: ids that share a long beginning differ in it.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
