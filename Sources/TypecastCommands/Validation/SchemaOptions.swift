import TypecastCompiler
import TypecastJSON
import TypecastSchema

/// The options of every command that reads a schema, and what they come to.
enum SchemaOptions {
  static let draft = Option.value(
    "draft", "DRAFT", kind: .choice(Draft.allCases.map(\.name)),
    help: "The draft of every schema document without $schema; 2020-12 where this is not given.")
  static let draftOverConfig = Option.value(
    "draft", "DRAFT", kind: .choice(Draft.allCases.map(\.name)),
    help: "The draft of every schema document without $schema, whatever the typecast.json beside the schemas says.")
  static let configNote =
    "A typecast.json beside the schema says how it is read, so that the same is refused as by the types made of it."
  static let documents = Option.value(
    "documents", "URI=DIR", kind: .pair(separators: "="), repeatable: true,
    help: "A folder of schema documents. URI and a path relative to DIR name each; it is read when first referenced.")

  /// How schemas are read: as `typecast.json` in their folder or beside them says, but for the draft if one was asked for.
  static func options(
    at path: String, _ invocation: Invocation, _ environment: CommandEnvironment
  ) throws(CommandFailure) -> CompileOptions {
    var options = try FolderConfig.options(at: path, in: environment)?.compileOptions ?? CompileOptions()
    if let name = invocation.value(of: draftOverConfig), let draft = Draft(name: name) { options.defaultDraft = draft }
    return options
  }

  /// The draft that was asked for, or the newest.
  static func draft(_ invocation: Invocation) -> Draft {
    invocation.value(of: draft).flatMap(Draft.init(name:)) ?? .draft2020
  }

  /// The folders that were named.
  static func folders(
    _ invocation: Invocation, _ environment: CommandEnvironment
  ) throws(CommandFailure) -> SchemaFolders {
    let folders = SchemaFolders(files: environment.files)
    for pair in invocation.pairs(of: documents) { try folders.add(pair.value, as: pair.name) }
    return folders
  }
}
