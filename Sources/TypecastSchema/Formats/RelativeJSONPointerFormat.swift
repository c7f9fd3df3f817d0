/// `relative-json-pointer`: a number of levels to go up, and from there `#` or a JSON Pointer.
enum RelativeJSONPointerFormat: FormatRule {
  static let name = "relative-json-pointer"
  static let drafts = Draft.draft7...Draft.draft2019
  static let explanation = "a relative JSON Pointer such as 1/name or 0#"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let end = endOfNumber(in: text, from: 0) else { return false }
    return acceptsTarget(in: text, from: end)
  }

  /// Whether the bytes from `start` are a single `#` or a JSON Pointer.
  static func acceptsTarget(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    if start + 1 == text.count, text[start] == UInt8(ascii: "#") { return true }
    return JSONPointerFormat.accepts(text, from: start)
  }

  /// The end of a number without leading zeros that starts at `start`.
  static func endOfNumber(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let end = Digits.end(in: text, from: start)
    let hasLeadingZero = end > start + 1 && text[start] == UInt8(ascii: "0")
    return end > start && !hasLeadingZero ? end : nil
  }
}
