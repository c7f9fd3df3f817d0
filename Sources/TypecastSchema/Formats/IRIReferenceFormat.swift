/// `iri-reference`: an IRI or a relative reference of RFC 3987.
enum IRIReferenceFormat: FormatRule {
  static let name = "iri-reference"
  static let drafts = Draft.draft7...Draft.draft2020
  static let explanation = "an IRI or a reference relative to one, such as ../größe#b"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    URIGrammar(allowsRelative: true, isInternational: true).accepts(text)
  }
}
