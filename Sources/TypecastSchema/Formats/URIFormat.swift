/// `uri`: a URI of RFC 3986, with its scheme.
enum URIFormat: FormatRule {
  static let name = "uri"
  static let drafts = Draft.draft4...Draft.draft2020
  static let explanation = "a URI such as https://example.com/a?b#c"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    URIGrammar(allowsRelative: false, isInternational: false).accepts(text)
  }
}
