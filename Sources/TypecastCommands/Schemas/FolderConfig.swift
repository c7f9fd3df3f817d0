import TypecastCompiler
import TypecastSchema

/// The `typecast.json` of a folder of schemas.
enum FolderConfig {
  /// What the config of a folder, or the one beside a schema, says; nil where there is none.
  static func options(
    at path: String, in environment: CommandEnvironment
  ) throws(CommandFailure) -> CompilerOptions? {
    if path == "-" { return nil }
    let folder =
      environment.files.kind(at: path) == .folder
      ? (path.hasSuffix("/") ? path : path + "/")
      : path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    let name = folder + "typecast.json"
    guard environment.files.kind(at: name) == .file else { return nil }
    let (config, diagnostics) = CompilerConfig.read(try environment.unchangedBytes(at: name), name: name)
    for diagnostic in diagnostics {
      try environment.error.writeLine(PlacedMessage(diagnostic).line(style: environment.error.style))
    }
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw CommandFailure(.unreadable, "\(name) can't be used.", nextStep: "Mend what is said above.")
    }
    return config.options
  }
}
