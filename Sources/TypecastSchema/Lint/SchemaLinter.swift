import TypecastJSON

/// Finds mistakes in schemas: those that keep one from being used, and those that make it say something else than meant.
public struct SchemaLinter: Sendable {
  private let options: CompileOptions

  /// A linter that reads schemas as they will be read in use.
  public init(options: CompileOptions = CompileOptions()) {
    self.options = options
  }

  /// Everything there is to say about some files, in their order and that of their text.
  ///
  /// The files may refer to each other and to the documents of the library. Of the library's only errors are reported.
  public func lint(_ files: [SchemaFile], library: SchemaLibrary = SchemaLibrary()) -> [Diagnostic] {
    let documents = files.compactMap(\.document)
    return Self.sorted(
      files.flatMap(\.diagnostics) + lint(documents, library: library), by: files.map(\.name))
  }

  /// Everything there is to say about some documents, in their order and that of their text.
  public func lint(_ documents: [SchemaDocument], library: SchemaLibrary = SchemaLibrary()) -> [Diagnostic] {
    guard !documents.isEmpty else { return [] }
    var library = library
    library.documents = documents + library.documents
    // Whether a default or an enum's value is of the format that its schema names matters whatever is done later.
    let builder = GraphBuilder(
      library: library, defaultDraft: options.defaultDraft,
      formatMode: options.formats == .annotate ? .annotate : .assert, typedFormats: options.typedFormats)
    let graph = builder.build(documents)
    var diagnostics = builder.diagnostics
    if options.checksMetaSchema {
      diagnostics = MetaSchemaCheck(graph: graph, library: library).merged(into: diagnostics)
    }
    let names = Set(documents.map { ScalarText($0.name) })
    diagnostics.removeAll { $0.severity == .warning && !names.contains(ScalarText($0.document)) }

    let run = LintRun(graph, documents: documents.count)
    for rule in LintRules.all { rule.check(run) }
    let places = Places(graph.documents)
    diagnostics += run.findings.map(places.diagnostic)
    return Self.sorted(diagnostics, by: documents.map(\.name))
  }

  /// Each diagnostic once, by document and place; documents that were not asked about come last.
  private static func sorted(_ diagnostics: [Diagnostic], by names: [String]) -> [Diagnostic] {
    var ranks: [ScalarText: Int] = [:]
    for (rank, name) in names.enumerated() where ranks[ScalarText(name)] == nil { ranks[ScalarText(name)] = rank }
    var seen: Set<Diagnostic> = []
    let keyed = diagnostics.filter { seen.insert($0).inserted }.enumerated().map { order, diagnostic in
      (rank: ranks[ScalarText(diagnostic.document)] ?? Int.max, order: order, diagnostic: diagnostic)
    }
    return keyed.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      let (first, second) = (left.diagnostic, right.diagnostic)
      if left.rank == Int.max, first.document != second.document {
        return ScalarText(first.document) < ScalarText(second.document)
      }
      if first.position.offset != second.position.offset { return first.position.offset < second.position.offset }
      if first.severity != second.severity { return first.severity == .error }
      return left.order < right.order
    }.map(\.diagnostic)
  }
}
