extension SchemaGraph {
  /// The graph of all schemas of some documents that are known to be without errors.
  package init(of documents: [SchemaDocument], library: SchemaLibrary, options: CompileOptions) {
    var library = library
    library.documents = documents + library.documents
    let builder = GraphBuilder(
      library: library, defaultDraft: options.defaultDraft, formatMode: options.formats,
      typedFormats: options.typedFormats)
    self = builder.build(documents)
  }

  /// A document that the specification itself gives; nil for any other URI.
  package static func metaSchema(at uri: URIReference) -> SchemaDocument? { MetaSchemas.document(at: uri) }

  /// Whether a document is one of those that the specification itself gives.
  package static func isMetaSchema(_ document: SchemaDocument) -> Bool {
    MetaSchemas.document(at: document.uri)?.json === document.json
  }
}
