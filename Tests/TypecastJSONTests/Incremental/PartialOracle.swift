import TypecastJSON

/// What a prefix of a valid document must show, found by other means: the longest beginning of it that the strict
/// reader accepts once strings, arrays and objects are closed.
enum PartialOracle {
  static func value(of prefix: ArraySlice<UInt8>, options: JSONOptions) -> String? {
    var bytes = Array(prefix)
    dropOpenNumber(&bytes)
    while !bytes.isEmpty {
      if let value = try? JSONValue(parsing: bytes + closing(bytes), options: options) { return value.description }
      bytes.removeLast()
    }
    return nil
  }

  /// A number is not known before the byte behind it.
  private static func dropOpenNumber(_ bytes: inout [UInt8]) {
    guard closing(bytes).first != 0x22 else { return }
    let start = bytes.lastIndex { !"0123456789+-.eE".utf8.contains($0) }.map { $0 + 1 } ?? 0
    guard start < bytes.count, "-0123456789".utf8.contains(bytes[start]) else { return }
    bytes.removeSubrange(start...)
  }

  private static func closing(_ bytes: [UInt8]) -> [UInt8] {
    var closing: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
          closing.removeLast()
        }
        continue
      }
      switch byte {
      case 0x22:
        isInString = true
        closing.append(0x22)
      case 0x5B: closing.append(0x5D)
      case 0x7B: closing.append(0x7D)
      case 0x5D, 0x7D: _ = closing.popLast()
      default: break
      }
    }
    return closing.reversed()
  }
}
