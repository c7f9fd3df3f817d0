/// The rules for code points that are valid in some surroundings only (RFC 5892 appendix A).
enum ContextRule {
  static func accepts(_ scalar: UInt32, at position: Int, in label: [UInt32]) -> Bool {
    let previous = position > 0 ? label[position - 1] : nil
    let next = position + 1 < label.count ? label[position + 1] : nil
    switch scalar {
    case 0x200C:
      return followsVirama(previous) || joins(at: position, in: label)
    case 0x200D:
      return followsVirama(previous)
    case 0xB7:
      return previous == smallL && next == smallL
    case 0x375:
      return next.map(UnicodeTable.greek.contains) ?? false
    case 0x5F3, 0x5F4:
      return previous.map(UnicodeTable.hebrew.contains) ?? false
    case 0x30FB:
      return label.contains(where: UnicodeTable.hiraganaKatakanaHan.contains)
    case 0x660...0x669:
      return !label.contains { 0x6F0...0x6F9 ~= $0 }
    case 0x6F0...0x6F9:
      return !label.contains { 0x660...0x669 ~= $0 }
    default:
      return false
    }
  }

  private static let smallL: UInt32 = 0x6C
  private static let viramaClass: UInt8 = 9

  private static func followsVirama(_ previous: UInt32?) -> Bool {
    previous.map { CodePoint.combiningClass(of: $0) == viramaClass } ?? false
  }

  /// Whether a non-joiner stands between letters that would join across it, transparent marks aside.
  private static func joins(at position: Int, in label: [UInt32]) -> Bool {
    guard let before = label[..<position].last(where: { !isTransparent($0) }),
      let after = label[(position + 1)...].first(where: { !isTransparent($0) })
    else { return false }
    return UnicodeTable.joinsNext.contains(before) && UnicodeTable.joinsPrevious.contains(after)
  }

  /// Whether the joining type of a code point that a label may hold is T.
  private static func isTransparent(_ scalar: UInt32) -> Bool {
    // Adlam's nasalization mark is the only letter among them.
    scalar == 0x1E94B || Unicode.Scalar(scalar)?.properties.generalCategory == .nonspacingMark
  }
}
