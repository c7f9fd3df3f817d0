import TypecastJSON
public import TypecastSchema

/// A schema document with the parts of it that generated code leaves to the interpreter.
public final class SchemaParts: Sendable {
  /// The whole schema.
  public let schema: CompiledSchema

  let document: SchemaDocument
  let library: SchemaLibrary
  let options: CompileOptions

  /// Reads a document that was compiled before. One that can't be compiled now ends the program.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - others: The documents that references lead to.
  ///   - draft: The edition of documents that do not name one, as a year or a number: 4, 6, 7, 2019 or 2020.
  ///   - assertsFormats: Whether formats are checked; nil for what the draft says.
  ///   - typesFormats: Whether formats with a type of their own are checked in any case.
  ///   - parts: For each part the number of its document, the pointer to its schema, the places of its keywords, and the
  ///     resources on the way to it.
  public init(
    _ text: SchemaText, with others: [SchemaText] = [], draft: Int = 2020, assertsFormats: Bool? = nil,
    typesFormats: Bool = false,
    parts: [(document: Int, pointer: String, keywords: [Int], scope: [String])] = []
  ) {
    document = Self.document(text)
    library = SchemaLibrary(others.map(Self.document))
    let formats: FormatMode = assertsFormats.map { $0 ? .assert : .annotate } ?? .byDialect
    var options = CompileOptions(defaultDraft: Draft(name: draft), formats: formats, checksMetaSchema: false)
    if typesFormats { options.typedFormats = Format.typed }
    self.options = options
    let fragments = parts.map {
      SchemaFragment(document: $0.document, pointer: $0.pointer, keywords: $0.keywords, scope: $0.scope)
    }
    do {
      schema = try CompiledSchema(document, library: library, options: options, fragments: fragments)
    } catch {
      // The compiler has made this text from a schema without errors.
      preconditionFailure("\(text.name) was compiled by another version of Typecast; build the package anew. \(error)")
    }
  }

  private static func document(_ text: SchemaText) -> SchemaDocument {
    if text.text.isEmpty, let known = SchemaGraph.metaSchema(at: URIReference(text.uri)) { return known }
    do {
      return SchemaDocument(try JSONDocument(text.text), uri: URIReference(text.uri), name: text.name)
    } catch {
      preconditionFailure("\(text.name) was compiled by another version of Typecast; build the package anew. \(error)")
    }
  }
}

extension Draft {
  /// The edition by the number in its name; the latest for any other.
  fileprivate init(name: Int) {
    self =
      switch name {
      case 4: .draft4
      case 6: .draft6
      case 7: .draft7
      case 2019: .draft2019
      default: .draft2020
      }
  }
}
