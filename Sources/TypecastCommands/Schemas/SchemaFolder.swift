import TypecastCompiler
import TypecastSchema

/// A folder of schemas as the compiler reads it.
struct SchemaFolder {
  let path: String

  /// The paths of the schemas within the folder.
  let schemas: [String]

  init(_ path: String, in environment: CommandEnvironment) throws(CommandFailure) {
    guard environment.files.kind(at: path) == .folder else {
      throw CommandFailure(
        .unreadable, "There is no folder '\(path)'.", nextStep: "Name a folder of schemas, or make one: typecast init")
    }
    self.path = path.hasSuffix("/") ? path : path + "/"
    let start = self.path
    schemas = try schemaFiles(at: path, in: environment.files).filter { $0.hasSuffix(".schema.json") }
      .map { $0.hasPrefix(start) ? String($0.dropFirst(start.count)) : $0 }
    guard !schemas.isEmpty else {
      throw CommandFailure(
        .unreadable, "The folder '\(path)' holds no file whose name ends with .schema.json.",
        nextStep: "Give a schema such a name: Invoice.schema.json makes the type Invoice.")
    }
  }

  /// What the folder's `typecast.json` says, if there is one.
  func options(in environment: CommandEnvironment) throws(CommandFailure) -> CompilerOptions {
    let name = path + "typecast.json"
    guard environment.files.kind(at: name) == .file else { return CompilerOptions() }
    let (config, diagnostics) = CompilerConfig.read(try environment.unchangedBytes(at: name), name: name)
    for diagnostic in diagnostics {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw CommandFailure(.unreadable, "\(name) can't be used.", nextStep: "Mend what is said above.")
    }
    return config.options
  }

  /// The schemas with their bytes.
  func inputs(in environment: CommandEnvironment) throws(CommandFailure) -> [SchemaCompilation.Input] {
    var inputs: [SchemaCompilation.Input] = []
    for schema in schemas {
      inputs.append(
        SchemaCompilation.Input(
          path: schema, name: path + schema, bytes: try environment.unchangedBytes(at: path + schema)))
    }
    return inputs
  }
}
