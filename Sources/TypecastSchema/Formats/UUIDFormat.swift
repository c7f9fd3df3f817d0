/// `uuid`: a UUID of RFC 4122 section 3 in its textual form, of any version and variant.
enum UUIDFormat: FormatRule {
  static let name = "uuid"
  static let drafts = Draft.draft2019...Draft.draft2020
  static let explanation = "a UUID such as 123e4567-e89b-12d3-a456-426614174000"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for index in 0..<36 {
      switch index {
      case 8, 13, 18, 23:
        guard text[index] == UInt8(ascii: "-") else { return false }
      default:
        guard ASCII.isHexDigit(text[index]) else { return false }
      }
    }
    return true
  }
}
