/// `duration`: a `duration` of RFC 3339 appendix A.
///
/// A unit may be left out at either end but not in between: `P1Y2M` and `P2M3D` are durations, `P1Y3D` is none. The
/// designators are capital letters, as ISO 8601 writes them.
enum DurationFormat: FormatRule {
  static let name = "duration"
  static let drafts = Draft.draft2019...Draft.draft2020
  static let explanation = "an ISO 8601 duration such as P3DT12H30M, PT0S or P2W"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 3, text[0] == UInt8(ascii: "P") else { return false }
    if text[text.count - 1] == UInt8(ascii: "W") {
      return Digits.end(in: text, from: 1) == text.count - 1
    }
    var index = 1
    if text[index] != UInt8(ascii: "T") {
      guard skip("YMD", in: text, from: &index) else { return false }
    }
    guard index < text.count else { return true }
    guard text[index] == UInt8(ascii: "T") else { return false }
    index += 1
    return skip("HMS", in: text, from: &index) && index == text.count
  }

  /// Moves past amounts whose units follow one another in `units` without a gap; false if there is not one.
  private static func skip(
    _ units: StaticString, in text: UnsafeBufferPointer<UInt8>, from index: inout Int
  ) -> Bool {
    units.withUTF8Buffer { units in
      var next: Int?
      while index < text.count {
        let end = Digits.end(in: text, from: index)
        guard end > index else { break }
        guard end < text.count, let unit = units.firstIndex(of: text[end]) else { return false }
        if let next, unit != next { return false }
        next = unit + 1
        index = end + 1
      }
      return next != nil
    }
  }
}
