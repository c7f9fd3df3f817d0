import TypecastJSON
import TypecastSchema

private let json = Option.json("one JSON object per loss", ProjectionLoss.jsonShape)
private let folder = Argument(
  "DIR", kind: .fileOrFolder, help: "A folder in which every .json file is a schema, or one schema.")

/// `typecast check`
let checkCommand = Command(
  "check",
  abstract: "Prints what providers do not enforce of schemas.",
  discussion: [
    "Every loss of every schema is printed once, as path:line:col: warning: dialect: message.",
    "A reference may lead to any file in DIR, and to those beside a schema.",
  ],
  arguments: [folder],
  options: [DialectOption.any, json, SchemaOptions.draftOverConfig, SchemaOptions.documents],
  exitCodes: [
    ExitCode(.success, "Every schema was projected; there may be losses."),
    ExitCode(.failure, "A schema is bad: what is wrong with it is on standard error."),
    .usage,
  ],
  examples: [
    Example("typecast check Schemas --dialect ollama", "Shows what Ollama does not enforce."),
    Example("typecast check Schemas --json", "Prints the losses in every dialect for a program."),
  ],
  work: { _ in "projecting schemas" }
) { invocation, environment throws(CommandFailure) in
  let named = invocation.values(of: DialectOption.any).compactMap(Dialect.init(rawValue:))
  let folders = try SchemaOptions.folders(invocation, environment)
  var status = ExitStatus.success
  // Schemas that refer to each other share what is lost of them.
  var seen: Set<ProjectionLoss> = []
  for path in invocation.values(of: folder) {
    if environment.files.kind(at: path) == .folder { folders.open(path) }
    let reader = SchemaReader(
      environment: environment, folders: folders, options: try SchemaOptions.options(at: path, invocation, environment))
    for file in try schemaFiles(at: path, in: environment.files) {
      switch try reader.read(file) {
      case .success(let schema):
        let projector = Projector(schema)
        for dialect in Dialect.all where named.isEmpty || named.contains(dialect) {
          for loss in projector.projection(to: dialect).losses where seen.insert(loss).inserted {
            let line = PlacedMessage(loss.diagnostic).line(style: environment.output.style)
            try environment.output.writeLine(
              invocation.isGiven(json) ? JSONWriter().bytes(of: loss.json) : Array(line.utf8))
          }
        }
      case .failure(let error):
        status = .failure
        for diagnostic in error.diagnostics {
          try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
        }
      }
    }
  }
  return status
}
