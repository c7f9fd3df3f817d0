import TypecastJSON
import TypecastSchema

/// Finds what is wrong with schema documents, each seen together with all the others.
struct SchemaLint {
  let environment: CommandEnvironment
  let folders: SchemaFolders

  /// The diagnostics of all files, file by file and in the order of their places.
  func diagnostics(of paths: [String]) throws(CommandFailure) -> [Diagnostic] {
    var diagnostics: Set<Diagnostic> = []
    var documents: [SchemaDocument] = []
    for path in paths {
      let bytes = try environment.unchangedBytes(at: path)
      let (document, found) = SchemaFile(name: environment.displayName(path), bytes: bytes).read()
      diagnostics.formUnion(found)
      if let document { documents.append(try folders.document(document.json, at: path)) }
    }
    diagnostics.formUnion(SchemaLinter().lint(documents, library: SchemaLibrary(loader: folders.load)))
    for document in folders.documentsWithByteOrderMark { try environment.warnOfByteOrderMark(in: document) }
    return diagnostics.sorted { $0.isBefore($1) }
  }
}

extension Diagnostic {
  fileprivate func isBefore(_ other: Diagnostic) -> Bool {
    if document != other.document { return document.utf8.lexicographicallyPrecedes(other.document.utf8) }
    if position.offset != other.position.offset { return position.offset < other.position.offset }
    if severity != other.severity { return severity == .error }
    return message.utf8.lexicographicallyPrecedes(other.message.utf8)
  }
}
