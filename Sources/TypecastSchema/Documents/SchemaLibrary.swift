/// The documents that references may lead to. Nothing is ever fetched from a network.
public struct SchemaLibrary: Sendable {
  /// Finds a document that was not given; nil if there is none of that URI.
  ///
  /// A document that is there but can't be read throws, and the schema that refers to it is refused with the reason.
  public typealias Loader = @Sendable (URIReference) throws -> SchemaDocument?

  /// The documents that are given.
  public var documents: [SchemaDocument]

  /// Asked once for each URI that no given document has, when a reference first leads there.
  public var loader: Loader?

  /// A library of some documents, and perhaps a way to find more.
  public init(_ documents: [SchemaDocument] = [], loader: Loader? = nil) {
    self.documents = documents
    self.loader = loader
  }
}

/// Why a loader gives no document, where it has its own words for that.
public protocol DocumentAbsence: Error, CustomStringConvertible {
  /// Whether the description is the whole reason, the document's address not needed in front.
  var standsAlone: Bool { get }
}

extension SchemaLibrary {
  /// The same documents, looked up by their addresses instead of being gone through for every schema that is compiled.
  package func indexed() -> SchemaLibrary {
    var index: [URIReference: SchemaDocument] = [:]
    for document in documents {
      for name in document.names where index[name] == nil { index[name] = document }
    }
    return SchemaLibrary([]) { [index, loader] uri in
      if let known = index[uri] { return known }
      return try loader?(uri)
    }
  }
}
