import TypecastCompiler
import TypecastSchema

/// A folder of schemas as the compiler reads it.
struct SchemaFolder {
  let path: String

  /// The paths of the schemas within the folder.
  let schemas: [String]

  /// The paths of all files within the folder.
  private let files: [String]

  init(_ path: String, in environment: CommandEnvironment) throws(CommandFailure) {
    guard environment.files.kind(at: path) == .folder else {
      throw CommandFailure(
        .unreadable, "There is no folder '\(path)'.", nextStep: "Name a folder of schemas, or make one: typecast init")
    }
    self.path = path.hasSuffix("/") ? path : path + "/"
    let start = self.path
    files = try filesBelow(path, in: environment.files).map {
      $0.hasPrefix(start) ? String($0.dropFirst(start.count)) : $0
    }
    schemas = files.filter { $0.hasSuffix(".schema.json") }
    guard !schemas.isEmpty else {
      throw CommandFailure(
        .unreadable, "The folder '\(path)' holds no file whose name ends with .schema.json.",
        nextStep: "Give a schema such a name: Invoice.schema.json makes the type Invoice.")
    }
  }

  /// What the folder's `typecast.json` says, if there is one.
  func options(in environment: CommandEnvironment) throws(CommandFailure) -> CompilerOptions {
    try FolderConfig.options(at: path, in: environment) ?? CompilerOptions()
  }

  /// The schemas with their bytes.
  func inputs(in environment: CommandEnvironment) throws(CommandFailure) -> [SchemaCompilation.Input] {
    try read(schemas, in: environment)
  }

  /// The prompts of the folder with their bytes.
  func promptInputs(in environment: CommandEnvironment) throws(CommandFailure) -> [SchemaCompilation.Input] {
    try read(files.filter { $0.hasSuffix(".prompt.md") }, in: environment)
  }

  /// Warns of files that were probably meant to be compiled.
  func warnOfMisnamedFiles(in environment: CommandEnvironment) throws(CommandFailure) {
    for diagnostic in MisnamedFiles.diagnostics(among: files.map { path + $0 }) {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
  }

  private func read(
    _ names: [String], in environment: CommandEnvironment
  ) throws(CommandFailure) -> [SchemaCompilation.Input] {
    var inputs: [SchemaCompilation.Input] = []
    for name in names {
      inputs.append(
        SchemaCompilation.Input(path: name, name: path + name, bytes: try environment.unchangedBytes(at: path + name)))
    }
    return inputs
  }
}
