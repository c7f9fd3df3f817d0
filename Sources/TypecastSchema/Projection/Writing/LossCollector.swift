import TypecastJSON

/// Gathers losses, each once.
struct LossCollector {
  private struct Key: Hashable {
    let kind: ProjectionLoss.Kind
    let keyword: String
    let document: ObjectIdentifier
    let index: Int
  }

  private var seen: Set<Key> = []
  private var entries: [(kind: ProjectionLoss.Kind, keyword: String, node: JSONNode, message: String)] = []

  mutating func add(_ kind: ProjectionLoss.Kind, _ keyword: String, at node: JSONNode, _ message: String) {
    let key = Key(kind: kind, keyword: keyword, document: ObjectIdentifier(node.document), index: node.index)
    if seen.insert(key).inserted { entries.append((kind, keyword, node, message)) }
  }

  /// The losses in the order of the documents and of their text.
  func losses(in graph: SchemaGraph, for dialect: Dialect) -> [ProjectionLoss] {
    var ranks: [ObjectIdentifier: Int] = [:]
    for (rank, document) in graph.documents.enumerated() {
      let id = ObjectIdentifier(document.json)
      if ranks[id] == nil { ranks[id] = rank }
    }
    let places = Places(graph.documents)
    let keyed = entries.enumerated().map { order, entry in
      (rank: ranks[ObjectIdentifier(entry.node.document)] ?? Int.max, order: order, entry: entry)
    }
    let sorted = keyed.sorted { left, right in
      (left.rank, left.entry.node.offset, left.order) < (right.rank, right.entry.node.offset, right.order)
    }
    return sorted.map { _, _, entry in
      let place = places.diagnostic(
        Finding(
          severity: .warning, rule: Diagnostic.Rule(rawValue: entry.kind.rawValue), message: entry.message,
          node: entry.node))
      return ProjectionLoss(
        kind: entry.kind, dialect: dialect, keyword: entry.keyword, message: entry.message, document: place.document,
        pointer: place.pointer ?? JSONPointer(), position: place.position)
    }
  }
}
