import TypecastJSON
import TypecastSchema

/// Lints schema files, each seen together with all the others.
struct SchemaLint {
  let environment: CommandEnvironment
  let folders: SchemaFolders
  let options: CompileOptions

  /// The diagnostics of all files, file by file and in the order of their places.
  func diagnostics(of paths: [String]) throws(CommandFailure) -> [Diagnostic] {
    var files: [SchemaFile] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      var file = SchemaFile(name: environment.displayName(path), bytes: try environment.unchangedBytes(at: path))
      if let document = file.document { file.document = try folders.document(document.json, at: path) }
      files.append(file)
    }
    let diagnostics = SchemaLinter(options: options).lint(files, library: SchemaLibrary(loader: folders.load))
    for document in folders.documentsWithByteOrderMark { try environment.warnOfByteOrderMark(in: document) }
    return diagnostics
  }
}
