/// `ipv6`: an address of RFC 4291 section 2.2, without zone and prefix length.
enum IPv6Format: FormatRule {
  static let name = "ipv6"
  static let drafts = Draft.draft4...Draft.draft2020
  static let explanation = "an IPv6 address such as 2001:db8::1"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    IPAddress.isVersion6(text)
  }
}
