import Foundation
import PackagePlugin

/// Compiles the schemas among a target's files into Swift, each time one of them changes.
@main
struct TypecastPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let files = module.sourceFiles.map(\.url).sorted { $0.path < $1.path }
    let schemas = files.filter { $0.lastPathComponent.hasSuffix(".schema.json") }
    if schemas.isEmpty {
      Diagnostics.warning("\(target.name) has no file that ends with .schema.json: there is nothing to compile.")
      return []
    }
    let folder = Self.schemasFolder(of: target, schemas)
    let prompts = files.filter { $0.lastPathComponent.hasSuffix(".prompt.md") }
    let config = files.first {
      $0.lastPathComponent == "typecast.json" && $0.deletingLastPathComponent().path + "/" == folder
    }
    let outputs = schemas.map { schema in
      context.pluginWorkDirectoryURL.appending(path: Self.outputName(of: Self.relativePath(of: schema, in: folder)))
    }
    var arguments = ["--module", module.moduleName, "--folder", folder]
    if let config { arguments += ["--config", config.path(percentEncoded: false)] }
    for prompt in prompts { arguments += ["--prompt", prompt.path(percentEncoded: false)] }
    for other in Self.neighbours(among: files, of: schemas) where other != config && !prompts.contains(other) {
      arguments += ["--other", other.path(percentEncoded: false)]
    }
    for (schema, output) in zip(schemas, outputs) {
      arguments += [schema.path(percentEncoded: false), output.path(percentEncoded: false)]
    }
    return [
      .buildCommand(
        displayName: "Compiling the schemas of \(target.name)",
        executable: try context.tool(named: "TypecastCompileTool").url, arguments: arguments,
        inputFiles: schemas + prompts + (config.map { [$0] } ?? []), outputFiles: outputs)
    ]
  }

  /// The target's folder, or the folder `Schemas` in it if all schemas are below that, as in an app's target.
  private static func schemasFolder(of target: any Target, _ schemas: [URL]) -> String {
    let path = target.directoryURL.path(percentEncoded: false)
    let folder = path.hasSuffix("/") ? path : path + "/"
    let inner = folder + "Schemas/"
    return schemas.allSatisfy { $0.path(percentEncoded: false).hasPrefix(inner) } ? inner : folder
  }

  /// Files beside the schemas that may be meant to be compiled, too.
  private static func neighbours(among files: [URL], of schemas: [URL]) -> [URL] {
    let folders = Set(schemas.map { $0.deletingLastPathComponent().path })
    let known = Set(schemas)
    return files.filter { file in
      ["json", "md"].contains(file.pathExtension.lowercased()) && !known.contains(file)
        && folders.contains(file.deletingLastPathComponent().path)
    }
  }

  private static func relativePath(of file: URL, in folder: String) -> String {
    let path = file.path(percentEncoded: false)
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : file.lastPathComponent
  }

  /// A name of its own for every path: a slash becomes a plus, a plus two.
  private static func outputName(of path: String) -> String {
    let name = path.dropLast(".schema.json".count).replacingOccurrences(of: "+", with: "++")
      .replacingOccurrences(of: "/", with: "+")
    return name + ".swift"
  }
}
