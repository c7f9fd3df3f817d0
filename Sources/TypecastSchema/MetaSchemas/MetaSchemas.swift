import TypecastJSON

/// The schemas of schemas, one for each edition and, since 2019-09, one for each vocabulary.
enum MetaSchemas {
  /// The document of a URI; nil if no edition has it.
  static func document(at uri: URIReference) -> SchemaDocument? {
    documents[identity(uri)]
  }

  /// `http` and `https` name the same document here, as schemas in the wild write either.
  private static func identity(_ uri: URIReference) -> URIReference {
    let normalized = uri.normalized.withoutFragment
    guard normalized.scheme?.utf8.elementsEqual("http".utf8) == true else { return normalized }
    return URIReference("https" + normalized.description.dropFirst(4))
  }

  /// All texts; they are constants, and tests read every one of them.
  static let texts = [draft4, draft6, draft7] + draft2019 + draft2020

  private static let documents: [URIReference: SchemaDocument] = {
    var documents: [URIReference: SchemaDocument] = [:]
    for text in texts {
      guard let json = try? JSONDocument(text), let id = (json.root["$id"] ?? json.root["id"])?.string else { continue }
      let uri = URIReference(id)
      documents[identity(uri)] = SchemaDocument(json, uri: uri.withoutFragment)
    }
    return documents
  }()
}
