import TypecastJSON

/// Finds schemas that apply themselves to the very value they are applied to.
enum EndlessRecursion {
  /// An error for every such circle, at the schema that closes it.
  static func find(in graph: SchemaGraph, _ places: Places) -> [Finding] {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: graph.nodes.count)
    var findings: [Finding] = []
    for start in graph.nodes.indices where marks[start] == .new {
      marks[start] = .open
      var stack: [(node: Int, edges: [SchemaID], next: Int)] = [(start, edges(of: graph.nodes[start]), 0)]
      while let top = stack.last {
        if top.next == top.edges.count {
          marks[top.node] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = top.edges[top.next].index
        switch marks[target] {
        case .done: break
        case .new:
          marks[target] = .open
          stack.append((target, edges(of: graph.nodes[target]), 0))
        case .open:
          let goal = places.pointer(to: graph.nodes[target].json).description
          findings.append(
            Finding(
              severity: .error, rule: .endlessRecursion,
              message: "this schema applies \(goal.isEmpty ? "the root schema" : "\"\(goal)\"") to the same value, and "
                + "that one applies this one: put a keyword between them that goes into the value, such as \"properties\"",
              node: graph.nodes[top.node].json))
        }
      }
    }
    return findings
  }

  private static func edges(of node: SchemaNode) -> [SchemaID] {
    node.keywords.flatMap(\.inPlace)
  }
}
