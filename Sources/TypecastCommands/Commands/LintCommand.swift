import TypecastCompiler
import TypecastJSON
import TypecastSchema

private let json = Option.json("one JSON object per diagnostic", Diagnostic.jsonShape)
private let paths = Argument(
  "PATH", kind: .fileOrFolder, repeatable: true,
  help: "A schema, or a folder in which every .json file is one; - is standard input.")

/// `typecast lint`
let lintCommand = Command(
  "lint",
  abstract: "Finds mistakes in JSON Schemas.",
  discussion: [
    "Every diagnostic is printed as path:line:col: severity: message, and all are printed at once.",
    "A typecast.json in the folder, or beside the schema, says which draft schemas without $schema follow.",
    "A reference may lead to any file named here or in a folder named here, and to those beside a schema.",
  ],
  arguments: [paths],
  options: [json],
  exitCodes: [
    ExitCode(.success, "No diagnostic is an error; there may be warnings."),
    ExitCode(.failure, "At least one diagnostic is an error."),
    .usage,
  ],
  examples: [
    Example("typecast lint Schemas", "Checks every schema in a folder."),
    Example("typecast lint --json invoice.schema.json", "Prints the diagnostics for a program."),
  ],
  work: { _ in "linting" }
) { invocation, environment throws(CommandFailure) in
  var seen: Set<String> = []
  var groups: [(options: CompileOptions, files: [String])] = []
  for path in invocation.values(of: paths) {
    let files = try schemaFiles(at: path, in: environment.files).filter { seen.insert($0).inserted }
    let options = try FolderConfig.options(at: path, in: environment)?.compileOptions ?? CompileOptions()
    if let group = groups.firstIndex(where: { $0.options == options }) {
      groups[group].files += files
    } else {
      groups.append((options, files))
    }
  }
  let folders = SchemaFolders(files: environment.files, way: .arguments)
  for path in invocation.values(of: paths) where environment.files.kind(at: path) == .folder { folders.open(path) }
  var diagnostics: [Diagnostic] = []
  for (options, files) in groups {
    let lint = SchemaLint(environment: environment, folders: folders, options: options)
    diagnostics += try lint.diagnostics(of: files)
  }
  for diagnostic in diagnostics {
    if invocation.isGiven(json) {
      try environment.output.writeLine(JSONWriter().bytes(of: diagnostic.json))
    } else {
      try environment.output.writeLine(PlacedMessage(diagnostic).line(style: environment.output.style))
    }
  }
  return diagnostics.contains { $0.severity == .error } ? .failure : .success
}
