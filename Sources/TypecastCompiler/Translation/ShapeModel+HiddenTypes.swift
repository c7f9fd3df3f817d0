public import TypecastSchema
import TypecastJSON

extension ShapeModel {
  /// Types whose names mean another type where they are used, unless the name of the module stands in front of them.
  var hiddenTypes: [Diagnostic] {
    var found: [Diagnostic] = []
    for (document, root) in roots.enumerated() {
      let used = ([document] + references[document]).compactMap { $0 < roots.count ? roots[$0].first : nil }
      for type in typesByDocument[document] ?? [] where !type.isRoot {
        let path = names.path(of: type.id)
        guard let name = path.last, used.contains(name) else { continue }
        found.append(hidden(name, by: path, at: graph[type.origin].json))
      }
      // Types have one of that name by themselves.
      if used.contains("Partial") {
        found.append(hidden("Partial", by: root + ["Partial"], at: graph.documents[document].json.root))
      }
      for depth in root.indices.dropFirst() {
        let neighbours = roots.filter { $0.count > depth && $0.prefix(depth) == root.prefix(depth) }.map { $0[depth] }
        guard let name = used.first(where: neighbours.contains) else { continue }
        found.append(hidden(name, by: root.prefix(depth) + [name], at: graph.documents[document].json.root))
        break
      }
    }
    return found
  }

  private func hidden(_ name: String, by path: [String], at node: JSONNode) -> Diagnostic {
    places.diagnostic(
      .error, .hiddenType,
      "\(path.joined(separator: ".")) would hide \(name) in the Swift of a file that uses both; "
        + "say which module the Swift is for, with --module", at: node)
  }
}

extension Diagnostic.Rule {
  /// A type that hides another, for want of the module's name.
  public static let hiddenType = Self(rawValue: "hidden-type")
}
