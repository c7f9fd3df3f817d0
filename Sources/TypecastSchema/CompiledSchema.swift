import Synchronization
public import TypecastJSON

/// A schema made ready for validation. It can be used from many threads at once.
public final class CompiledSchema: Sendable {
  package let graph: SchemaGraph
  private let memory: PlanMemory
  private let fragments: [LocatedFragment?]
  private let knownShapes = Mutex<ShapeGraph?>(nil)

  /// What the schema's author may want to know; none of it keeps the schema from being used.
  public let warnings: [Diagnostic]

  /// Compiles the root schema of a document, or the one that a pointer leads to in it.
  ///
  /// Every reference in the document must lead somewhere, also in schemas that nothing refers to.
  public convenience init(
    _ document: SchemaDocument, at pointer: JSONPointer = JSONPointer(), library: SchemaLibrary = SchemaLibrary(),
    options: CompileOptions = CompileOptions()
  ) throws(SchemaError) {
    try self.init(document, at: pointer, library: library, options: options, fragments: [])
  }

  /// The same with fragments that are checked apart: `holds` takes their numbers.
  package init(
    _ document: SchemaDocument, at pointer: JSONPointer = JSONPointer(), library: SchemaLibrary = SchemaLibrary(),
    options: CompileOptions = CompileOptions(), fragments: [SchemaFragment]
  ) throws(SchemaError) {
    let builder = GraphBuilder(
      library: library, defaultDraft: options.defaultDraft, formatMode: options.formats,
      typedFormats: options.typedFormats)
    var graph = builder.build(document, at: pointer)
    var diagnostics = builder.diagnostics
    if options.checksMetaSchema {
      diagnostics = MetaSchemaCheck(graph: graph, library: library).merged(into: diagnostics)
    }
    let errors = diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty {
      let names = graph.documents.map(\.name)
      func place(_ error: Diagnostic) -> (Int, Int) {
        (names.firstIndex(of: error.document) ?? names.count, error.position.offset)
      }
      throw SchemaError(diagnostics: errors.sorted { place($0) < place($1) })
    }
    self.fragments = graph.add(fragments, of: [document.uri] + library.documents.map(\.uri))
    self.graph = graph
    memory = PlanMemory(graph)
    warnings = diagnostics
  }

  /// Compiles the schema that a text holds.
  public convenience init(
    parsing text: String, library: SchemaLibrary = SchemaLibrary(), options: CompileOptions = CompileOptions()
  ) throws(SchemaError) {
    let json: JSONDocument
    do {
      json = try JSONDocument(text)
    } catch {
      throw SchemaError(diagnostics: [Diagnostic(error, document: "schema")])
    }
    try self.init(SchemaDocument(json, name: "schema"), library: library, options: options)
  }

  /// Whether a value is valid; stops at the first violation.
  public func isValid(_ document: JSONDocument) throws(UndecidedError) -> Bool {
    let isValid = try isValid(TapeView(document))
    // The view does not keep the document alive.
    withExtendedLifetime(document) {}
    return isValid
  }

  private func isValid(_ view: TapeView) throws(UndecidedError) -> Bool {
    var run = PlanRun(view, memory)
    let isValid = run.isValid()
    if let undecided = run.undecided { throw undecided }
    return isValid
  }

  /// Whether a JSON text is valid. This is the fastest way: nothing is built but an index in memory that is used again.
  ///
  /// - Throws: `JSONError` for a text that is not JSON, `UndecidedError` where there is no verdict.
  public func isValid(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Bool {
    try TapeScratch.read(bytes) { try isValid($0) }
  }

  /// Whether a JSON text is valid.
  ///
  /// - Throws: `JSONError` for a text that is not JSON, `UndecidedError` where there is no verdict.
  public func isValid(_ bytes: [UInt8]) throws -> Bool {
    try bytes.withUnsafeBufferPointer { try isValid($0) }
  }

  /// What the schema demands of each part of a value; worked out when it is first asked for.
  package var shapes: ShapeGraph {
    knownShapes.withLock { known in
      if let known { return known }
      let shapes = ShapeBuilder.build(graph)
      known = shapes
      return shapes
    }
  }

  /// Whether the keywords of a fragment hold for a value.
  package func holds(_ fragment: Int, for value: JSONNode) throws(UndecidedError) -> Bool {
    guard let located = fragments[fragment] else { throw .missingFragment }
    return try memory.isValid(value, against: located.schema, scope: located.scope)
  }

  /// Every error of a value, with its place in the text.
  public func validate(_ document: JSONDocument) throws(UndecidedError) -> ValidationReport {
    ValidationReport(try evaluate(document, keepsAnnotations: false, shortcut: memory), graph, document)
  }

  /// The same as `validate`, found without any help of the plans, so that one can be held against the other.
  package func validateIndependently(_ document: JSONDocument) throws(UndecidedError) -> ValidationReport {
    ValidationReport(try evaluate(document, keepsAnnotations: false), graph, document)
  }

  /// What the schema says about a valid value; nothing for an invalid one.
  public func annotations(of document: JSONDocument) throws(UndecidedError) -> [SchemaAnnotation] {
    SchemaAnnotation.collect(from: try evaluate(document, keepsAnnotations: true), in: SchemaPlaces(graph))
  }

  /// The result of a validation in one of the specification's formats.
  public func output(_ format: ValidationOutput, for document: JSONDocument) throws(UndecidedError) -> JSONValue {
    let result = try evaluate(document, keepsAnnotations: format != .flag)
    return OutputWriter(graph).write(result, as: format)
  }

  func evaluate(
    _ document: JSONDocument, keepsAnnotations: Bool, shortcut: PlanMemory? = nil
  ) throws(UndecidedError) -> Evaluated {
    var evaluation = Evaluation(graph, keepsAnnotations: keepsAnnotations, shortcut: shortcut)
    let result = evaluation.evaluate(document.root)
    if let undecided = evaluation.undecided { throw undecided }
    return result
  }
}

extension Diagnostic {
  /// A document that is not JSON.
  public init(_ error: JSONError, document: String) {
    self.init(
      severity: .error, rule: .invalidJSON, message: error.message, document: document, pointer: nil,
      position: error.position)
  }
}
