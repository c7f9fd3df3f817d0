import TypecastJSON

/// Turns the schemas of a graph into types of a sketch.
struct SketchBuilder {
  let graph: SchemaGraph
  let uses: SketchUses
  private var names: SketchNames

  /// Named schemas whose types are still to be made.
  private var pending: [SchemaID] = []
  private var isNamed: [Bool]

  /// A schema whose description stands elsewhere.
  private(set) var undescribed: SchemaID?

  /// So many levels of types stand inside each other; what is deeper gets a name, so that no schema nests the sketch, or
  /// the work, any further.
  static let depthLimit = 12

  /// Makes the sketch of a schema and of all that it names.
  static func sketch(_ root: SchemaID, in graph: SchemaGraph, describesRoot: Bool) -> SketchDocument {
    var builder = SketchBuilder(graph, root: root)
    if !describesRoot { builder.undescribed = root }
    let type = builder.type(of: root, depth: 0)
    var definitions: [SketchDocument.Definition] = []
    var next = 0
    while next < builder.pending.count {
      let schema = builder.pending[next]
      next += 1
      let name = builder.names[schema] ?? ""
      let type = builder.expand(schema, depth: 0, called: name, among: .all)
      definitions.append(SketchDocument.Definition(name: name, type: type))
    }
    return SketchDocument(root: type, definitions: definitions)
  }

  private init(_ graph: SchemaGraph, root: SchemaID) {
    self.graph = graph
    uses = SketchUses(graph, root: root)
    names = SketchNames(graph)
    isNamed = [Bool](repeating: false, count: graph.nodes.count)
  }

  // MARK: - Types

  /// The type of a schema: its name, if it has one.
  ///
  /// - Parameter label: The name of the member that has it.
  /// - Parameter types: The sorts of value that are left when the schema applies.
  /// - Parameter isCondition: Whether the schema is asked about a value, so that what it lets through matters.
  mutating func type(
    of schema: SchemaID, depth: Int, called label: String? = nil, among types: TypeSet = .all, isCondition: Bool = false
  ) -> SketchType {
    let schema = uses.target(of: schema)
    if uses.isShared(schema) || (depth > Self.depthLimit && !uses.isLeaf(schema)) { return named(schema) }
    return expand(schema, depth: depth, called: label, among: types, isCondition: isCondition)
  }

  /// The name of a schema as a type.
  mutating func named(_ schema: SchemaID) -> SketchType {
    let name = names.name(graph[schema])
    if !isNamed[schema.index] {
      isNamed[schema.index] = true
      pending.append(schema)
    }
    return .word(name)
  }

  /// The type of a schema, written out.
  private mutating func expand(
    _ schema: SchemaID, depth: Int, called label: String?, among types: TypeSet, isCondition: Bool = false
  ) -> SketchType {
    var facets = SketchFacets()
    facets.types = types
    facets.isCondition = isCondition
    add(schema, to: &facets, depth: depth, called: label)
    return type(of: facets, depth: depth)
  }
}
