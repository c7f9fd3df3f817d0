package import TypecastJSON

/// The number of a schema within its graph.
package struct SchemaID: Hashable, Sendable {
  package let index: Int
}

/// One schema of a graph: where it stands and what its keywords say.
package struct SchemaNode: Sendable {
  package let id: SchemaID

  /// The schema as written.
  package let json: JSONNode

  package let draft: Draft

  /// The number of the resource that the schema belongs to.
  package let resource: Int

  /// The verdict of a schema that is just `true` or `false`.
  package var boolean: Bool?

  /// The keywords in the order in which they are evaluated.
  package var keywords: [any Keyword] = []

  /// The keyword of a type, if the schema has it.
  package func keyword<Wanted: Keyword>(_ type: Wanted.Type) -> Wanted? {
    for keyword in keywords {
      if let wanted = keyword as? Wanted { return wanted }
    }
    return nil
  }
}
