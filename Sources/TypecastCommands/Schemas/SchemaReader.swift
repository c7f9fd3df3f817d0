import TypecastJSON
import TypecastSchema

/// Reads schema files and compiles them.
struct SchemaReader {
  let environment: CommandEnvironment
  let folders: SchemaFolders
  var options = CompileOptions()

  /// The schema of a file, or what is wrong with it.
  func read(_ path: String) throws(CommandFailure) -> Result<CompiledSchema, SchemaError> {
    let bytes = try environment.bytes(at: path)
    let result: Result<CompiledSchema, SchemaError>
    switch Result(catching: { () throws(JSONError) in try JSONDocument(bytes) }) {
    case .success(let json):
      let document = try folders.document(json, at: path)
      let library = SchemaLibrary(loader: folders.load)
      result = Result { () throws(SchemaError) in try CompiledSchema(document, library: library, options: options) }
    case .failure(let error):
      result = .failure(SchemaError(diagnostics: [Diagnostic(error, document: environment.displayName(path))]))
    }
    return result
  }

  /// The schema of a file; what there is to say about it goes to standard error.
  func require(_ path: String) throws(CommandFailure) -> CompiledSchema {
    let result = try read(path)
    for document in folders.documentsWithByteOrderMark { try environment.warnOfByteOrderMark(in: document) }
    switch result {
    case .success(let schema):
      try report(schema.warnings)
      return schema
    case .failure(let error):
      try report(error.diagnostics)
      throw CommandFailure(
        .unreadable, "\(environment.displayName(path)) can't be used as a schema.",
        nextStep: "Mend what is said above it.")
    }
  }

  /// What is wrong with a schema is no result: it goes to standard error.
  private func report(_ diagnostics: [Diagnostic]) throws(CommandFailure) {
    for diagnostic in diagnostics {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
  }
}
