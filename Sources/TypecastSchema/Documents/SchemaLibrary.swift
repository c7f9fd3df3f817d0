/// The documents that references may lead to. Nothing is ever fetched from a network.
public struct SchemaLibrary: Sendable {
  /// Finds a document that was not given; nil if there is none of that URI.
  ///
  /// A document that is there but can't be read throws, and the schema that refers to it is refused with the reason.
  public typealias Loader = @Sendable (URIReference) throws -> SchemaDocument?

  public var documents: [SchemaDocument]

  /// Asked once for each URI that no given document has, when a reference first leads there.
  public var loader: Loader?

  public init(_ documents: [SchemaDocument] = [], loader: Loader? = nil) {
    self.documents = documents
    self.loader = loader
  }
}
