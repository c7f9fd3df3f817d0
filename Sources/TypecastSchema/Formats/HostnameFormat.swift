/// `hostname`: a name of RFC 1123 section 2.1, whose `xn--` labels stand for valid internationalized labels.
enum HostnameFormat: FormatRule {
  static let name = "hostname"
  static let drafts = Draft.draft4...Draft.draft2020
  static let explanation = "a host name such as www.example.com"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    DomainName.isHostname(text)
  }
}
