import TypecastJSON

/// What is known of alternatives, each of them looked at once.
final class AlternativeTable {
  private let graph: SchemaGraph
  private var known: [SchemaID: AlternativeFacts] = [:]

  /// Many alternatives may share one large schema.
  private var looks = 1 << 16

  init(_ graph: SchemaGraph) {
    self.graph = graph
  }

  func facts(of schema: SchemaID) -> AlternativeFacts {
    if let facts = known[schema] { return facts }
    let facts = AlternativeFacts(schema, in: graph, looks: &looks)
    known[schema] = facts
    return facts
  }
}
