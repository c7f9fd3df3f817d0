import TypecastJSON

/// Where the schemas of each document of a graph stand.
struct DocumentContents {
  /// For each document and each place in it, how many schemas begin before it.
  private let counts: [[Int32]]

  init(_ graph: SchemaGraph) {
    var counts = graph.documents.map { [Int32](repeating: 0, count: $0.json.nodeCount + 1) }
    for node in graph.nodes { counts[graph.resources[node.resource].document][node.json.index + 1] = 1 }
    for document in counts.indices {
      for place in 1..<counts[document].count { counts[document][place] += counts[document][place - 1] }
    }
    self.counts = counts
  }

  /// Whether a value is a schema or has one in it.
  func hasSchema(in value: JSONNode, of document: Int) -> Bool {
    counts[document][value.document.after(value.index)] > counts[document][value.index]
  }

  /// Whether a value is a schema.
  func isSchema(_ index: Int, of document: Int) -> Bool {
    counts[document][index + 1] > counts[document][index]
  }
}
