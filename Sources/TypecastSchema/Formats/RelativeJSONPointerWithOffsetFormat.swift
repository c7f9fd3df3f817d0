/// `relative-json-pointer` since draft 2020-12: after the levels, an array index may be moved forward or back.
///
/// The grammar of the draft lets only a pointer follow the offset, its examples and rules of evaluation also `#`; both
/// are accepted.
enum RelativeJSONPointerWithOffsetFormat: FormatRule {
  static let name = "relative-json-pointer"
  static let drafts = Draft.draft2020...Draft.draft2020
  static let explanation = "a relative JSON Pointer such as 1/name, 0+1/name or 0#"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard var end = RelativeJSONPointerFormat.endOfNumber(in: text, from: 0) else { return false }
    if end < text.count, text[end] == UInt8(ascii: "+") || text[end] == UInt8(ascii: "-") {
      guard let endOfOffset = RelativeJSONPointerFormat.endOfNumber(in: text, from: end + 1) else { return false }
      end = endOfOffset
    }
    return RelativeJSONPointerFormat.acceptsTarget(in: text, from: end)
  }
}
