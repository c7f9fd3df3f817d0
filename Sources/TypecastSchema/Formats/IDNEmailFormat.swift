/// `idn-email`: a mailbox of RFC 6531 section 3.3, which may hold characters outside ASCII on both sides of `@`.
enum IDNEmailFormat: FormatRule {
  static let name = "idn-email"
  static let drafts = Draft.draft7...Draft.draft2020
  static let explanation = "an e-mail address such as jürgen@example.com"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    Mailbox(isInternational: true).accepts(text)
  }
}
