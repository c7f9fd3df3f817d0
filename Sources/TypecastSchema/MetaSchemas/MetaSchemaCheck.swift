import TypecastJSON

/// Validates the documents of a graph against their meta-schemas.
struct MetaSchemaCheck {
  let graph: SchemaGraph
  let library: SchemaLibrary

  /// Adds what the meta-schemas say to what is known already, but nothing about a value that has an error.
  func merged(into known: [Diagnostic]) -> [Diagnostic] {
    var result = known
    var drafts = [Set<Draft>](repeating: [], count: graph.documents.count)
    for resource in graph.resources { drafts[resource.document].insert(resource.draft) }
    var named: [ScalarText: CompiledSchema?] = [:]
    var covered: [ScalarText: Set<JSONPointer>] = [:]
    for diagnostic in known where diagnostic.severity == .error {
      guard var pointer = diagnostic.pointer else { continue }
      covered[ScalarText(diagnostic.document), default: []].insert(pointer)
      // What is wrong with an element is wrong with its array too.
      guard let token = pointer.tokens.last, JSONPointer.index(token.string) != nil else { continue }
      pointer.removeLast()
      covered[ScalarText(diagnostic.document), default: []].insert(pointer)
    }
    for (number, document) in graph.documents.enumerated()
    where MetaSchemas.document(at: document.uri)?.json !== document.json {
      // A document in two editions has no one meta-schema; its keywords are checked as they are read.
      guard drafts[number].count == 1, let draft = drafts[number].first,
        let metaSchema = custom(document, &named) ?? MetaSchemas.validator(for: draft),
        (try? metaSchema.isValid(document.json)) == false,
        let report = try? metaSchema.validate(document.json)
      else { continue }
      let known = covered[ScalarText(document.name)] ?? []
      // Every vocabulary may say the same.
      var told: Set<Diagnostic> = []
      for error in report.errors.flatMap(leaves) where !known.contains(error.instancePointer) {
        let diagnostic = Diagnostic(
          severity: .error, rule: .invalidSchema, message: "this is no valid schema: \(error.message)",
          document: document.name, pointer: error.instancePointer, position: error.position)
        if told.insert(diagnostic).inserted { result.append(diagnostic) }
      }
    }
    return result
  }

  private func leaves(_ error: ValidationError) -> [ValidationError] {
    error.causes.isEmpty ? [error] : error.causes.flatMap(leaves)
  }

  /// The meta-schema that a document names, if it is none of the editions' but was given.
  private func custom(_ document: SchemaDocument, _ named: inout [ScalarText: CompiledSchema?]) -> CompiledSchema? {
    guard let name = document.json.root["$schema"]?.string, Draft(metaSchemaURI: name) == nil else { return nil }
    if let known = named[ScalarText(name)] { return known }
    let found = compile(URIReference(name).normalized.withoutFragment)
    named[ScalarText(name)] = .some(found)
    return found
  }

  private func compile(_ wanted: URIReference) -> CompiledSchema? {
    let given = library.documents.first { candidate in
      let identifier = candidate.json.root["$id"]?.string ?? candidate.json.root["id"]?.string
      let names = [candidate.uri] + (identifier.map { [URIReference($0).resolved(against: candidate.uri)] } ?? [])
      return names.contains { $0.normalized.withoutFragment == wanted }
    }
    guard let found = given ?? (try? library.loader?(wanted)).flatMap({ $0 }) else { return nil }
    return try? CompiledSchema(
      found, library: library, options: CompileOptions(formats: .annotate, checksMetaSchema: false))
  }
}

extension MetaSchemas {
  /// The compiled meta-schema of an edition.
  static func validator(for draft: Draft) -> CompiledSchema? {
    switch draft {
    case .draft4: validator4
    case .draft6: validator6
    case .draft7: validator7
    case .draft2019: validator2019
    case .draft2020: validator2020
    }
  }

  private static let validator4 = compile(.draft4)
  private static let validator6 = compile(.draft6)
  private static let validator7 = compile(.draft7)
  private static let validator2019 = compile(.draft2019)
  private static let validator2020 = compile(.draft2020)

  private static func compile(_ draft: Draft) -> CompiledSchema? {
    document(at: URIReference(draft.metaSchemaURI)).flatMap {
      try? CompiledSchema($0, options: CompileOptions(formats: .annotate, checksMetaSchema: false))
    }
  }
}
