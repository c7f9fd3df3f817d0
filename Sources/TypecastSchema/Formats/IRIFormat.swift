/// `iri`: an IRI of RFC 3987, which is a URI that may hold non-ASCII characters.
enum IRIFormat: FormatRule {
  static let name = "iri"
  static let drafts = Draft.draft7...Draft.draft2020
  static let explanation = "an IRI such as https://example.com/größe"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    URIGrammar(allowsRelative: false, isInternational: true).accepts(text)
  }
}
