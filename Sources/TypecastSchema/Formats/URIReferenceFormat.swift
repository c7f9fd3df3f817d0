/// `uri-reference`: a URI or a relative reference of RFC 3986.
enum URIReferenceFormat: FormatRule {
  static let name = "uri-reference"
  static let drafts = Draft.draft6...Draft.draft2020
  static let explanation = "a URI or a reference relative to one, such as ../a?b#c"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    URIGrammar(allowsRelative: true, isInternational: false).accepts(text)
  }
}
