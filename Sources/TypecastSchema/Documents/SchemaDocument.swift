public import TypecastJSON

/// A JSON text that holds schemas, with the names it goes by.
public struct SchemaDocument: Sendable {
  /// The text.
  public let json: JSONDocument

  /// Where the document was found; relative references resolve against it unless the document says otherwise.
  public let uri: URIReference

  /// What diagnostics call the document.
  public let name: String

  /// Names a document that was read. What it calls itself in `$id` need not be given.
  ///
  /// - Parameters:
  ///   - json: The document.
  ///   - uri: Where it was found.
  ///   - name: What diagnostics call it; the URI by default.
  public init(_ json: JSONDocument, uri: URIReference = URIReference(""), name: String? = nil) {
    self.json = json
    self.uri = uri
    self.name = name ?? uri.description
  }
}

extension SchemaDocument {
  /// The addresses that lead to the document: where it was found, and what it calls itself.
  var names: [URIReference] {
    let root = json.root
    let identifiers = ["$id", "id"].compactMap { root[$0]?.string }
    return [uri.normalized.withoutFragment]
      + identifiers.map { URIReference($0).resolved(against: uri).normalized.withoutFragment }
  }
}
