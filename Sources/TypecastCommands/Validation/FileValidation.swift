import TypecastJSON
import TypecastSchema

/// Checks documents against one schema, and prints what is wrong with them.
struct FileValidation {
  let environment: CommandEnvironment
  let folders: SchemaFolders
  let draft: Draft
  let printsJSON: Bool

  /// Checks every document; the worst of them decides the status.
  func run(schema path: String, documents: [String]) throws(CommandFailure) -> ExitStatus {
    guard ([path] + documents).count(where: { $0 == "-" }) < 2 else {
      throw CommandFailure(
        .usage, "Standard input can be read only once.", nextStep: "Put '-' in one place, and a path in the others.")
    }
    let schema = try compile(path)
    var status = ExitStatus.success
    for document in documents {
      do throws(CommandFailure) {
        let isValid = try check(document, schema)
        if !isValid, status == .success { status = .failure }
      } catch {
        // The others are checked all the same.
        guard error.kind == .unreadable else { throw error }
        try environment.report(error)
        status = error.status
      }
    }
    return status
  }

  private func compile(_ path: String) throws(CommandFailure) -> CompiledSchema {
    let bytes = try environment.bytes(at: path)
    let result: Result<CompiledSchema, SchemaError>
    switch Result(catching: { () throws(JSONError) in try JSONDocument(bytes) }) {
    case .success(let json):
      let document = try folders.document(json, at: path)
      let library = SchemaLibrary(loader: folders.load)
      let options = CompileOptions(defaultDraft: draft)
      result = Result { () throws(SchemaError) in try CompiledSchema(document, library: library, options: options) }
    case .failure(let error):
      result = .failure(SchemaError(diagnostics: [Diagnostic(error, document: environment.displayName(path))]))
    }
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

  private func check(_ path: String, _ schema: CompiledSchema) throws(CommandFailure) -> Bool {
    let name = environment.displayName(path)
    let bytes = try environment.bytes(at: path)
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(bytes)
    } catch {
      try print(Diagnostic(error, document: name))
      return false
    }
    let report: ValidationReport
    do throws(UndecidedError) {
      if try schema.isValid(document) { return true }
      report = try schema.validate(document)
    } catch {
      throw CommandFailure(.unreadable, "\(name) is \(error).")
    }
    for error in report.errors { try print(error, in: name) }
    return report.isValid
  }

  private func print(_ diagnostic: Diagnostic) throws(CommandFailure) {
    if printsJSON {
      try environment.output.writeLine(JSONWriter().bytes(of: diagnostic.json))
    } else {
      try environment.output.writeLine(PlacedMessage(diagnostic).line(style: environment.output.style))
    }
  }

  private func print(_ error: ValidationError, in name: String) throws(CommandFailure) {
    if printsJSON {
      try environment.output.writeLine(JSONWriter().bytes(of: error.json(in: name)))
      return
    }
    for message in PlacedMessage.all(of: error, in: name) {
      try environment.output.writeLine(message.line(style: environment.output.style))
    }
  }
}
