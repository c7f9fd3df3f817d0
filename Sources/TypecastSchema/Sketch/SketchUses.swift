import TypecastJSON

/// How often each schema of a sketch is used, and which of them get a name.
struct SketchUses {
  private let graph: SchemaGraph
  private let rootResource: Int

  /// For each schema, the one that it does nothing but refer to, followed to the end.
  private var targets: [Int]
  private var counts: [Int]
  private var isPlain: [Bool]

  /// A schema of so few bytes is repeated where it is used.
  private static let repeatedSize = 80

  init(_ graph: SchemaGraph, root: SchemaID) {
    self.graph = graph
    rootResource = graph[root].resource
    targets = Self.targets(in: graph)
    counts = [Int](repeating: 0, count: graph.nodes.count)
    isPlain = [Bool](repeating: false, count: graph.nodes.count)
    count(from: root)
  }

  /// The schema that stands for another one which only refers to it.
  func target(of schema: SchemaID) -> SchemaID { SchemaID(index: targets[schema.index]) }

  /// Whether a schema is used more than once and worth a name; one that contains itself always is.
  func isShared(_ schema: SchemaID) -> Bool { counts[schema.index] > 1 && !isPlain[schema.index] }

  /// Whether a schema contains no others.
  func isLeaf(_ schema: SchemaID) -> Bool {
    graph[schema].keywords.allSatisfy { schemas(of: $0).isEmpty }
  }

  /// Where a dynamic reference leads when validation begins at the root: an anchor there comes before all others.
  func target(of reference: DynamicReference) -> SchemaID {
    guard let anchor = reference.anchor, graph.dynamicAnchors.indices.contains(rootResource) else {
      return reference.target
    }
    return graph.dynamicAnchors[rootResource][anchor] ?? reference.target
  }

  func target(of reference: RecursiveReference) -> SchemaID {
    guard graph.recursiveAnchors.indices.contains(rootResource) else { return reference.target }
    return graph.recursiveAnchors[rootResource] ?? reference.target
  }

  private mutating func count(from root: SchemaID) {
    var open = [target(of: root)]
    counts[open[0].index] = 1
    while let schema = open.popLast() {
      for keyword in graph[schema].keywords {
        for child in schemas(of: keyword) {
          let child = target(of: child)
          counts[child.index] += 1
          if counts[child.index] == 1 { open.append(child) }
        }
      }
    }
    for node in graph.nodes where counts[node.id.index] > 1 {
      isPlain[node.id.index] =
        node.boolean != nil
        || isLeaf(node.id) && node.json.count <= 4
          && JSONWriter().bytes(of: node.json.value).count <= Self.repeatedSize
    }
  }

  private static func targets(in graph: SchemaGraph) -> [Int] {
    var targets = Array(graph.nodes.indices)
    var isKnown = [Bool](repeating: false, count: targets.count)
    for start in targets.indices {
      var way: [Int] = []
      var place = start
      // Circles of references alone were refused before.
      while !isKnown[place], way.count <= targets.count, let next = onlyTarget(of: graph.nodes[place]) {
        way.append(place)
        place = next.index
      }
      for passed in way {
        targets[passed] = targets[place]
        isKnown[passed] = true
      }
      isKnown[place] = true
    }
    return targets
  }

  /// The schema that one refers to, if it says nothing else.
  private static func onlyTarget(of node: SchemaNode) -> SchemaID? {
    guard node.keywords.count == 1, let reference = node.keywords[0] as? Reference,
      node.json["description"] == nil, node.json["title"] == nil
    else { return nil }
    return reference.target
  }

  /// The schemas that a sketch of a keyword shows.
  private func schemas(of keyword: any Keyword) -> [SchemaID] {
    switch keyword {
    case let keyword as DynamicReference: [target(of: keyword)]
    case let keyword as RecursiveReference: [target(of: keyword)]
    case let keyword as Properties: keyword.properties.map(\.schema)
    case let keyword as PatternProperties: keyword.properties.map(\.schema)
    case let keyword as AdditionalProperties: [keyword.schema]
    case let keyword as PropertyNames: [keyword.schema]
    case let keyword as PrefixItems: keyword.schemas
    case let keyword as ArrayItems: keyword.schemas
    case let keyword as Items: [keyword.schema]
    case let keyword as AdditionalItems: [keyword.schema]
    case let keyword as Contains: [keyword.schema]
    case let keyword as UnevaluatedItems: [keyword.schema]
    case let keyword as UnevaluatedProperties: [keyword.schema]
    default: keyword.inPlace
    }
  }
}
