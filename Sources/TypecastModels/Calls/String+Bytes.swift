extension String {
  /// Whether a text stands in this one, byte for byte.
  func utf8Contains(_ text: String) -> Bool {
    var (whole, part) = (self, text)
    return whole.withUTF8 { whole in
      part.withUTF8 { part in
        guard let first = part.first else { return true }
        guard whole.count >= part.count else { return false }
        for start in 0...(whole.count - part.count) where whole[start] == first {
          var length = 1
          while length < part.count, whole[start + length] == part[length] { length += 1 }
          if length == part.count { return true }
        }
        return false
      }
    }
  }

  /// This text with another one in the place of each occurrence of a part, byte for byte.
  func replacing(_ part: String, with other: String) -> String {
    guard !part.isEmpty, utf8Contains(part) else { return self }
    let (bytes, mark) = (Array(utf8), Array(part.utf8))
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        result += other.utf8
        index += mark.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Without white space at its ends.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// The same of letters, digits, `_` and `-`, which every provider takes for a name; all else becomes `_`.
  var plainName: String {
    String(decoding: utf8.map { $0.isPlain ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Whether they begin as a stream of events does.
  var beginAsEvents: Bool {
    let start = withoutByteOrderMark.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    return ["data:", "event:", ":", "id:", "retry:"].contains { start.starts(with: $0.utf8) }
  }

  /// Without U+FEFF before them, which some servers put there.
  var withoutByteOrderMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }

  /// Whether they are JSON as far as they go, to judge by how they begin: an answer that broke off, not a page of others.
  var beginsAsJSON: Bool {
    first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.map { $0 == 0x7B || $0 == 0x5B } ?? false
  }
}

extension UInt8 {
  /// Whether it is a letter, a digit, `_` or `-` of ASCII.
  var isPlain: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension Int {
  /// The sum, or the greatest number where it is greater.
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
