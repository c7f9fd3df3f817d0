import TypecastJSON

/// How the schemas of a graph are applied to the same value as others.
struct SchemaRelations {
  /// By what a schema applies another one to its own value.
  enum Kind {
    /// `$ref`
    case reference
    /// `allOf`
    case all
    /// `anyOf`, `oneOf`
    case alternative
    /// `not`, `if`: nothing follows for the value.
    case test
    /// `then`, `else`, `dependentSchemas`, `dependencies`
    case consequence
  }

  /// For each schema, those that apply it to their own value.
  let parents: [[(kind: Kind, parent: SchemaID)]]

  /// For each schema, whether it, or everything that applies it to its own value, says of what type the value is.
  let isTyped: [Bool]

  /// For each schema, a number that it shares with all that apply each other to one value.
  let family: [Int]

  /// The families of which not all members are known.
  let openFamilies: Set<Int>

  init(_ graph: SchemaGraph) {
    var edges: [Edge] = []
    var open: [SchemaID] = []
    var typed = [Bool](repeating: false, count: graph.nodes.count)
    for node in graph.nodes {
      var hasTarget = false
      // One that is wrong is reported as such.
      typed[node.id.index] = ["type", "enum", "const"].contains { node.json[$0] != nil }
      for keyword in node.keywords {
        switch keyword {
        case is DynamicReference, is RecursiveReference: open.append(node.id)
        default:
          if keyword is Reference { hasTarget = true }
          Edge.collect(from: keyword, of: node.id, into: &edges)
        }
      }
      if !hasTarget, node.json["$ref"] != nil { open.append(node.id) }
    }
    var parents = [[(kind: Kind, parent: SchemaID)]](repeating: [], count: graph.nodes.count)
    for edge in edges { parents[edge.child.index].append((edge.kind, edge.parent)) }
    self.parents = parents

    var sets = DisjointSets(count: graph.nodes.count)
    for edge in edges { sets.join(edge.parent.index, edge.child.index) }
    family = graph.nodes.indices.map { sets.find($0) }
    openFamilies = Set(open.map { sets.find($0.index) })

    let roots = Set(graph.resources.map { Place(document: $0.document, index: $0.root) })
    let isRoot = graph.nodes.map {
      roots.contains(Place(document: graph.resources[$0.resource].document, index: $0.json.index))
    }
    isTyped = Self.spread(typed, edges, parents, isRoot)
  }

  private struct Place: Hashable {
    let document: Int
    let index: Int
  }

  /// Spreads the knowledge of the type: up where all of a schema must hold, then down where all users have it.
  private static func spread(
    _ own: [Bool], _ edges: [Edge], _ parents: [[(kind: Kind, parent: SchemaID)]], _ isRoot: [Bool]
  ) -> [Bool] {
    var typed = own
    var upward: [[Int]] = Array(repeating: [], count: own.count)
    var waiting: [Int: Int] = [:]
    for (number, edge) in edges.enumerated() {
      switch edge.kind {
      case .reference, .all: upward[edge.child.index].append(number)
      case .alternative:
        upward[edge.child.index].append(number)
        waiting[edge.group, default: 0] += 1
      case .test, .consequence: break
      }
    }
    var queue = own.indices.filter { own[$0] }
    func settle(_ schema: Int) {
      if typed[schema] { return }
      typed[schema] = true
      queue.append(schema)
    }
    while let schema = queue.popLast() {
      for number in upward[schema] {
        let edge = edges[number]
        if edge.kind == .alternative {
          waiting[edge.group, default: 0] -= 1
          if waiting[edge.group] != 0 { continue }
        }
        settle(edge.parent.index)
      }
    }
    var untypedParents = parents.map(\.count)
    var children: [[Int]] = Array(repeating: [], count: own.count)
    for edge in edges { children[edge.parent.index].append(edge.child.index) }
    queue = typed.indices.filter { typed[$0] }
    while let schema = queue.popLast() {
      for child in children[schema] {
        untypedParents[child] -= 1
        // A root applies to whole documents too, whoever else uses it.
        if untypedParents[child] == 0, !isRoot[child] { settle(child) }
      }
    }
    return typed
  }
}

/// One schema applying another one to its own value.
private struct Edge {
  let kind: SchemaRelations.Kind
  let parent: SchemaID
  let child: SchemaID

  /// The number of the keyword that holds the alternatives.
  let group: Int

  static func collect(from keyword: any Keyword, of parent: SchemaID, into edges: inout [Edge]) {
    let schemas = keyword.inPlace
    guard !schemas.isEmpty else { return }
    let group = edges.count
    func add(_ kind: SchemaRelations.Kind, _ child: SchemaID?) {
      if let child { edges.append(Edge(kind: kind, parent: parent, child: child, group: group)) }
    }
    switch keyword {
    case is Reference: for schema in schemas { add(.reference, schema) }
    case is AllOf: for schema in schemas { add(.all, schema) }
    case is AnyOf, is OneOf: for schema in schemas { add(.alternative, schema) }
    case let conditional as Conditional:
      add(.test, conditional.condition)
      add(.consequence, conditional.consequence)
      add(.consequence, conditional.alternative)
    case is Not: for schema in schemas { add(.test, schema) }
    default: for schema in schemas { add(.consequence, schema) }
    }
  }
}

/// Sets that only ever grow together.
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func find(_ element: Int) -> Int {
    var root = element
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (first, second) = (find(left), find(right))
    // The smaller number leads, so that the result does not depend on the order.
    parents[max(first, second)] = min(first, second)
  }
}
