/// `email`: a mailbox of RFC 5321 section 4.1.2, without display name.
enum EmailFormat: FormatRule {
  static let name = "email"
  static let drafts = Draft.draft4...Draft.draft2020
  static let explanation = "an e-mail address such as jane.doe@example.com"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    Mailbox(isInternational: false).accepts(text)
  }
}
