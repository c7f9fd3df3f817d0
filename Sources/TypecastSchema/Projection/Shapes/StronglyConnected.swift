/// Finds the circles of a graph, without recursion of its own.
struct StronglyConnected {
  private let edges: [[Int]]
  private var order: [Int]
  private var low: [Int]
  private var isOpen: [Bool]
  private var next = 0

  init(_ edges: [[Int]]) {
    self.edges = edges
    order = [Int](repeating: -1, count: edges.count)
    low = order
    isOpen = [Bool](repeating: false, count: edges.count)
  }

  /// The largest groups of nodes that all lead to each other.
  mutating func find() -> [[Int]] {
    var groups: [[Int]] = []
    var path: [Int] = []
    for start in edges.indices where order[start] < 0 {
      var stack: [(node: Int, edge: Int)] = []
      enter(start, &stack, &path)
      while let top = stack.last {
        if top.edge < edges[top.node].count {
          stack[stack.count - 1].edge += 1
          let target = edges[top.node][top.edge]
          if order[target] < 0 {
            enter(target, &stack, &path)
          } else if isOpen[target] {
            low[top.node] = min(low[top.node], order[target])
          }
          continue
        }
        stack.removeLast()
        if let parent = stack.last { low[parent.node] = min(low[parent.node], low[top.node]) }
        guard low[top.node] == order[top.node] else { continue }
        var group: [Int] = []
        while let member = path.popLast() {
          isOpen[member] = false
          group.append(member)
          if member == top.node { break }
        }
        groups.append(group)
      }
    }
    return groups
  }

  private mutating func enter(_ node: Int, _ stack: inout [(node: Int, edge: Int)], _ path: inout [Int]) {
    order[node] = next
    low[node] = next
    next += 1
    isOpen[node] = true
    path.append(node)
    stack.append((node, 0))
  }
}
