/// `json-pointer`: a JSON Pointer of RFC 6901 section 5, in its string form.
enum JSONPointerFormat: FormatRule {
  static let name = "json-pointer"
  static let drafts = Draft.draft6...Draft.draft2020
  static let explanation = "a JSON Pointer such as /items/0/name, with ~ and / in names written as ~0 and ~1"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    accepts(text, from: 0)
  }

  /// Whether the bytes from `start` to the end are a pointer.
  static func accepts(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard start < text.count else { return true }
    guard text[start] == UInt8(ascii: "/") else { return false }
    for index in start..<text.count where text[index] == UInt8(ascii: "~") {
      guard index + 1 < text.count, text[index + 1] & 0xFE == UInt8(ascii: "0") else { return false }
    }
    return true
  }
}
