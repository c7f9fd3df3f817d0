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
      let diagnostic = Diagnostic(error, document: name)
      try print(error.json(in: name), or: [PlacedMessage(diagnostic)])
      return false
    }
    let report: ValidationReport
    do throws(UndecidedError) {
      if try schema.isValid(document) { return true }
      report = try schema.validate(document)
    } catch {
      throw CommandFailure(
        .unreadable, "\(name) is \(error).", nextStep: "Nothing is known of it until the schema asks for less.")
    }
    for error in report.errors { try print(error.json(in: name), or: PlacedMessage.all(of: error, in: name)) }
    return report.isValid
  }

  private func print(_ json: JSONValue, or messages: [PlacedMessage]) throws(CommandFailure) {
    if printsJSON { return try environment.output.writeLine(JSONWriter().bytes(of: json)) }
    for message in messages { try environment.output.writeLine(message.line(style: environment.output.style)) }
  }
}
