import TypecastJSON

/// Finds schemas that apply themselves to the very value they are applied to.
enum EndlessRecursion {
  /// An error for every such circle, at the schema that closes it.
  static func find(in graph: SchemaGraph, _ places: Places) -> [Finding] {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: graph.nodes.count)
    var findings: [Finding] = []
    let edges = graph.nodes.map { $0.keywords.flatMap { graph.inPlace($0) } }
    for start in graph.nodes.indices where marks[start] == .new {
      marks[start] = .open
      var stack: [(node: Int, edges: [SchemaID], next: Int)] = [(start, edges[start], 0)]
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
          stack.append((target, edges[target], 0))
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
}

extension SchemaGraph {
  /// The schemas that a keyword applies to the same value, by whatever path its schema was reached.
  ///
  /// A reference that resources on the way may override counts where no other resource has what it looks for.
  fileprivate func inPlace(_ keyword: any Keyword) -> [SchemaID] {
    switch keyword {
    case let reference as DynamicReference:
      guard let anchor = reference.anchor else { return [reference.target] }
      return dynamicAnchors.allSatisfy { ($0[anchor] ?? reference.target) == reference.target }
        ? [reference.target] : []
    case let reference as RecursiveReference:
      return recursiveAnchors.allSatisfy { ($0 ?? reference.target) == reference.target } ? [reference.target] : []
    default: return keyword.inPlace
    }
  }
}
