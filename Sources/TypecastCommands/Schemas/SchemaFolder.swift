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
    try FolderConfig.options(at: path, in: environment) ?? CompilerOptions()
  }

  /// The schemas with their bytes.
  func inputs(in environment: CommandEnvironment) throws(CommandFailure) -> [SchemaCompilation.Input] {
    try read(schemas, in: environment)
  }

  /// The prompts beside the schemas with their bytes.
  func promptInputs(in environment: CommandEnvironment) throws(CommandFailure) -> [SchemaCompilation.Input] {
    var folders: [String] = []
    for schema in schemas {
      let folder = schema.lastIndex(of: "/").map { String(schema[...$0]) } ?? ""
      if !folders.contains(folder) { folders.append(folder) }
    }
    let prompts = folders.flatMap { folder in
      ((try? environment.files.names(in: String((path + folder).dropLast()))) ?? []).filter {
        $0.hasSuffix(".prompt.md")
      }.map {
        folder + $0
      }
    }
    return try read(prompts, in: environment)
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
