import TypecastSchema

/// The schemas of a folder, each compiled when it is first asked for; none for a document that has an error.
final class CompiledRoots {
  private let documents: [SchemaDocument?]
  private let library: SchemaLibrary
  private var options: CompileOptions
  private var compiled: [Int: CompiledSchema] = [:]

  init(_ documents: [SchemaDocument?], library: SchemaLibrary, options: CompileOptions) {
    self.documents = documents
    self.library = SchemaLibrary(documents.compactMap(\.self) + library.documents, loader: library.loader).indexed()
    self.options = options
    self.options.checksMetaSchema = false
  }

  /// The schema of a document.
  subscript(document: Int) -> CompiledSchema? {
    if let known = compiled[document] { return known }
    guard let found = documents[document] else { return nil }
    let schema = try? CompiledSchema(found, library: library, options: options)
    compiled[document] = schema
    return schema
  }
}
