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
    let schema = try SchemaReader(
      environment: environment, folders: folders, options: CompileOptions(defaultDraft: draft)
    ).require(path)
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
