/// `ipv4`: a dotted quad of RFC 2673 section 3.2.
///
/// Numbers with leading zeros are refused: some systems read them as octal, so such an address means different
/// hosts in different places.
enum IPv4Format: FormatRule {
  static let name = "ipv4"
  static let drafts = Draft.draft4...Draft.draft2020
  static let explanation = "an IPv4 address such as 192.0.2.1"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    IPAddress.isVersion4(text)
  }
}
