/// `idn-hostname`: a host name, or an internationalized one of RFC 5890 section 2.3.2.3.
enum IDNHostnameFormat: FormatRule {
  static let name = "idn-hostname"
  static let drafts = Draft.draft7...Draft.draft2020
  static let explanation = "a host name such as www.example.com or bücher.example"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    DomainName.isInternationalHostname(text)
  }
}
