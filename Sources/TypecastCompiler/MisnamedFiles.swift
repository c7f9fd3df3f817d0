import TypecastJSON
public import TypecastSchema

/// Files that lie among schemas and are none by their names, but may be meant.
public enum MisnamedFiles {
  /// A warning for each file that was probably meant to be compiled.
  ///
  /// - Parameter paths: All files of the folder, those that are compiled included.
  public static func diagnostics(among paths: [String]) -> [Diagnostic] {
    let schemas = Set(paths.filter { $0.hasSuffix(".schema.json") }.map { ScalarText(String($0.dropLast(12))) })
    return paths.compactMap { path in
      guard let name = intended(path, besides: schemas) else { return nil }
      let what = name == config ? "the settings of the folder are in \(name)" : "call it \(name)"
      return Diagnostic(
        severity: .warning, rule: .misnamedFile, message: "this file is not compiled; \(what), or move it elsewhere",
        document: path, pointer: nil, position: TextPosition(line: 1, column: 1, offset: 0))
    }
  }

  private static let config = "typecast.json"

  /// What a file would have to be called; nil for a name that is right, or of another sort.
  private static func intended(_ path: String, besides schemas: Set<ScalarText>) -> String? {
    let start = path.utf8.lastIndex(of: 0x2F).map(path.utf8.index(after:)) ?? path.startIndex
    let name = String(path[start...])
    if name.hasPrefix(".") { return nil }
    let lowered = name.lowercased()
    if lowered == config { return name == config ? nil : config }
    for suffix in [".schema.json", ".prompt.md"] where lowered.hasSuffix(suffix) {
      return name.hasSuffix(suffix) ? nil : name.dropLast(suffix.count) + suffix
    }
    if lowered.hasSuffix(".json") { return name.dropLast(5) + ".schema.json" }
    guard lowered.hasSuffix(".md"), let dot = name.utf8.firstIndex(of: 0x2E) else { return nil }
    let verb = name[name.utf8.index(after: dot)...].dropLast(3)
    let isPrompt = schemas.contains(ScalarText(String(path[..<start]) + name[..<dot])) && !verb.isEmpty
    return isPrompt ? name.dropLast(3) + ".prompt.md" : nil
  }
}

extension Diagnostic.Rule {
  /// A file that was probably meant to be compiled, and by its name is not.
  public static let misnamedFile = Self(rawValue: "misnamed-file")
}
