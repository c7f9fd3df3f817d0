import TypecastJSON
public import TypecastSchema

/// What is wrong with the values of `x-swift-name` and `x-aliases` in some documents.
func checkOwnKeywords(in graph: SchemaGraph, documents count: Int, _ places: Places) -> [Diagnostic] {
  graph.nodes.filter { graph.resources[$0.resource].document < count }
    .sorted { ($0.resource, $0.json.index) < ($1.resource, $1.json.index) }
    .flatMap { schema -> [Diagnostic] in
      var found: [Diagnostic] = []
      if let name = schema.json["x-swift-name"], name.string.map(SwiftName.isName) != true {
        found.append(
          places.diagnostic(
            .warning, .unusedName,
            "x-swift-name wants a name of Swift: letters, digits and low lines, a letter first; this is left out",
            at: name)
        )
      }
      if let aliases = schema.json["x-aliases"], !isSpellings(aliases), !isTable(aliases) {
        found.append(
          places.diagnostic(
            .warning, .invalidAliases,
            "x-aliases wants other spellings as an array of strings, or an object that has them for each name",
            at: aliases))
      }
      return found
    }
}

/// Whether other spellings stand in an array.
private func isSpellings(_ node: JSONNode) -> Bool {
  node.type == .array && node.elements.allSatisfy { $0.string != nil }
}

/// Whether each of some names has its other spellings.
private func isTable(_ node: JSONNode) -> Bool {
  node.type == .object && node.members.allSatisfy { $0.value.string != nil || isSpellings($0.value) }
}

extension Diagnostic.Rule {
  /// A name that a schema chooses and that can't be given.
  public static let unusedName = Self(rawValue: "unused-name")

  /// Other spellings that are no strings.
  public static let invalidAliases = Self(rawValue: "invalid-aliases")
}
