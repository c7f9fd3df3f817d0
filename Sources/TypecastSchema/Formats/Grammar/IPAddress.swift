/// The textual forms of Internet addresses.
enum IPAddress {
  /// Whether a text is four numbers from 0 to 255 with dots between them.
  static func isVersion4(_ text: UnsafeBufferPointer<UInt8>, allowingLeadingZeros: Bool = false) -> Bool {
    guard text.count >= 7, text.count <= 15 else { return false }
    var index = 0
    for part in 0..<4 {
      if part > 0 {
        guard index < text.count, text[index] == UInt8(ascii: ".") else { return false }
        index += 1
      }
      let start = index
      var value = 0
      while index < text.count, index - start < 3, ASCII.isDigit(text[index]) {
        value = value * 10 + Int(text[index] &- UInt8(ascii: "0"))
        index += 1
      }
      guard index > start, value <= 255 else { return false }
      if !allowingLeadingZeros, index - start > 1, text[start] == UInt8(ascii: "0") { return false }
    }
    return index == text.count
  }

  /// Whether a text is an address of RFC 4291 section 2.2, without zone and prefix length.
  ///
  /// A mail address (RFC 5321) wants `::` to stand for two groups at least and lets the IPv4 part have leading zeros.
  static func isVersion6(_ text: UnsafeBufferPointer<UInt8>, inMailAddress: Bool = false) -> Bool {
    guard text.count >= 2, text.count <= 45 else { return false }
    var groups = 0
    var hasGap = false
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: ":") {
        let isGap = index + 1 < text.count && text[index + 1] == UInt8(ascii: ":")
        if isGap {
          guard !hasGap else { return false }
          hasGap = true
          index += 2
          if index == text.count { break }
        } else {
          guard groups > 0 else { return false }
          index += 1
        }
      } else if groups > 0 {
        return false
      }
      let start = index
      while index < text.count, ASCII.isHexDigit(text[index]) { index += 1 }
      if index < text.count, text[index] == UInt8(ascii: ".") {
        let tail = UnsafeBufferPointer(rebasing: text[start...])
        guard isVersion4(tail, allowingLeadingZeros: inMailAddress) else { return false }
        groups += 2
        break
      }
      guard 1...4 ~= index - start else { return false }
      groups += 1
    }
    guard hasGap else { return groups == 8 }
    return groups <= (inMailAddress ? 6 : 7)
  }
}
