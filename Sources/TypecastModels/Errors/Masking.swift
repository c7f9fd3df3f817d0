/// Takes keys out of texts that people or logs get to see.
enum Masking {
  /// What keys of providers begin with.
  private static let beginnings = [
    "sk-", "sk_", "gsk_", "AIza", "xai-", "hf_", "ya29.", "eyJ", "Bearer ", "bearer ", "key=", "token=", "signature=",
  ]

  /// The text with everything that looks like a key made unreadable, and the secrets that were used in any case.
  static func masked(_ text: String, secrets: [String] = []) -> String {
    var text = text
    for secret in secrets where secret.utf8.count >= 4 { text = masked(text, hiding: Array(secret.utf8)) }
    for beginning in beginnings where text.utf8Contains(beginning) { text = masked(text, behind: beginning) }
    return text
  }

  /// Names of hosts lose their capitals, and a secret may come back as one.
  private static func masked(_ text: String, hiding secret: [UInt8]) -> String {
    let mark = secret.map(lower)
    let bytes = Array(text.utf8)
    let lowered = bytes.map(lower)
    var masked: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if lowered[index] == mark[0], lowered[index...].starts(with: mark) {
        masked += "…".utf8
        index += mark.count
      } else {
        masked.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: masked, as: UTF8.self)
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func masked(_ text: String, behind beginning: String) -> String {
    let bytes = Array(text.utf8)
    let mark = Array(beginning.utf8)
    var masked: [UInt8] = []
    var index = 0
    while index < bytes.count {
      // `api_key=` ends in a mark, `task-` does not.
      guard bytes[index] == mark[0], bytes[index...].starts(with: mark),
        index == 0 || mark.last == UInt8(ascii: "=") || !isPart(bytes[index - 1])
      else {
        masked.append(bytes[index])
        index += 1
        continue
      }
      index += mark.count
      masked += mark
      let end = bytes[index...].firstIndex { !isPart($0) } ?? bytes.count
      if end - index >= 8 { masked += "…".utf8 } else { masked += bytes[index..<end] }
      index = end
    }
    return String(decoding: masked, as: UTF8.self)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
