public import TypecastSchema
import TypecastJSON

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
      if let aliases = schema.json["x-aliases"],
        aliases.type != .array || !aliases.elements.allSatisfy({ $0.string != nil })
      {
        found.append(
          places.diagnostic(
            .warning, .invalidAliases, "x-aliases wants an array of strings", at: aliases))
      }
      return found
    }
}

extension Diagnostic.Rule {
  /// A name that a schema chooses and that can't be given.
  public static let unusedName = Self(rawValue: "unused-name")

  /// Other spellings that are no strings.
  public static let invalidAliases = Self(rawValue: "invalid-aliases")
}
