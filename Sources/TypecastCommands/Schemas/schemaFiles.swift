/// The schema files that a path stands for: itself, or every `.json` file below it where it is a folder.
///
/// `typecast.json` is left out, which is no schema.
func schemaFiles(at path: String, in files: any FileAccess) throws(CommandFailure) -> [String] {
  guard path != "-", files.kind(at: path) == .folder else { return [path] }
  let found = try filesBelow(path, in: files).filter { $0.hasSuffix(".json") && !$0.hasSuffix("/typecast.json") }
  guard !found.isEmpty else {
    throw CommandFailure(
      .unreadable, "The folder '\(path)' holds no .json file.", nextStep: "Name a schema or a folder of schemas.")
  }
  return found
}

/// Every file below a folder, in the order of their paths' bytes.
///
/// Names that begin with a dot are left out. Links to folders are not followed: what they lead to is found under its own
/// name, or not meant.
func filesBelow(_ path: String, in files: any FileAccess) throws(CommandFailure) -> [String] {
  var found: [String] = []
  var open = [path]
  while let folder = open.popLast() {
    var names: [String]
    do throws(SystemFailure) {
      names = try files.names(in: folder)
    } catch {
      throw CommandFailure(
        .unreadable, "\(folder) can't be read: \(error.reason).", nextStep: "Name a folder that may be read.")
    }
    names.removeAll { $0.hasPrefix(".") }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    for name in names {
      switch files.kind(at: prefix + name) {
      case .folder where !files.isLink(at: prefix + name): open.append(prefix + name)
      case .file: found.append(prefix + name)
      default: break
      }
    }
  }
  return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
