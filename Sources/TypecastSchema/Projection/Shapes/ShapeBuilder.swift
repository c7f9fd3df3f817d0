import TypecastJSON

/// Makes shapes of the schemas of a graph, within bounds on their number and on the work.
struct ShapeBuilder {
  /// Bounds on what a hostile schema can make of itself.
  private enum Most {
    static let shapes = 20_000
    static let work = 2_000_000
    /// How many ways to make several choices are written out.
    static let combinations = 256
    static let rounds = 100
  }

  let graph: SchemaGraph
  var result = ShapeGraph()
  var evaluations = 200_000

  /// The members of `properties` by name, of each schema that has been asked.
  var declared: [SchemaID: [ScalarText: SchemaID]] = [:]
  private var ids: [ShapeKey: ShapeID] = [:]
  private var pending: [(id: ShapeID, key: ShapeKey, ways: Int)] = []
  private var ways = 1
  private var work = 0

  init(_ graph: SchemaGraph) {
    self.graph = graph
  }

  /// The shapes of the graph's root.
  static func build(_ graph: SchemaGraph) -> ShapeGraph {
    var builder = ShapeBuilder(graph)
    return builder.run()
  }

  private mutating func run() -> ShapeGraph {
    let place = graph[graph.root].json
    ids[.all([], settled: [])] = add(Shape(place: place, origin: nil))
    result.root = shape(of: [graph.root], at: place)
    var next = 0
    while next < pending.count {
      let (id, key, ways) = pending[next]
      next += 1
      self.ways = ways
      fill(id, key)
    }
    spreadNever()
    markRecursion()
    return result
  }

  /// Whether there is work left; where there is none everything stays open.
  mutating func spend(_ amount: Int, at place: JSONNode) -> Bool {
    work += amount
    if work <= Most.work { return true }
    note(truncated: place)
    return false
  }

  private mutating func note(truncated place: JSONNode) {
    if result.truncated.count < 10 { result.truncated.append(place) }
  }

  private mutating func add(_ shape: Shape) -> ShapeID {
    result.shapes.append(shape)
    return ShapeID(index: result.shapes.count - 1)
  }

  // MARK: - Making shapes

  /// The shape of a value for which all of some schemas hold.
  mutating func shape(of seeds: [SchemaID], settled: [Choice] = [], at place: JSONNode) -> ShapeID {
    let (schemas, isReferred) = graph.together(with: seeds)
    let keepsNotes = settled.isEmpty
    let parts = schemas.filter { id in
      guard graph.isSilent(id, settled: settled) else { return true }
      let notes = graph.notes(of: id)
      return keepsNotes && (notes.title != nil || notes.description != nil)
    }
    // A choice that was made stays made where its schema comes up again.
    let together = Set(schemas)
    let kept = settled.filter { together.contains($0.schema) }
    let key = ShapeKey.all(parts, settled: kept)
    let target = seeds.count == 1 ? graph.target(ofReference: seeds[0]) : nil
    if let known = ids[key] {
      if isReferred { result.shapes[known.index].isReferred = true }
      if let target { result.shapes[known.index].target = result[known].target ?? target }
      return known
    }
    guard result.shapes.count < Most.shapes else {
      note(truncated: place)
      return result.anything
    }
    var shape = Shape(place: parts.first.map { graph[$0].json } ?? place, origin: parts.first)
    shape.isReferred = isReferred
    shape.target = target
    for part in parts {
      if graph[part].boolean == false { shape.isNever = true }
      if let types = graph[part].keyword(TypeKeyword.self)?.types { shape.types.formIntersection(types) }
    }
    if shape.types.isEmpty { shape.isNever = true }
    // What was chosen last says more about the value than what surrounds the choice.
    for part in kept.isEmpty ? parts : parts.reversed() {
      let notes = graph.notes(of: part)
      shape.notes.title = shape.notes.title ?? notes.title
      shape.notes.description = shape.notes.description ?? notes.description
    }
    return register(shape, key)
  }

  /// The shape of a value for which one of some shapes holds.
  mutating func shape(anyOf options: [ShapeID], at place: JSONNode) -> ShapeID {
    var seen: Set<ShapeID> = []
    let unique = options.filter { seen.insert($0).inserted && !result[$0].isNever }
    if unique.contains(result.anything) { return result.anything }
    if unique.count == 1 { return unique[0] }
    let key = ShapeKey.any(unique)
    if let known = ids[key] { return known }
    guard result.shapes.count < Most.shapes else {
      note(truncated: place)
      return result.anything
    }
    var shape = Shape(place: place, origin: nil)
    shape.alternatives = unique
    shape.isNever = unique.isEmpty
    return register(shape, key)
  }

  private mutating func register(_ shape: Shape, _ key: ShapeKey) -> ShapeID {
    let id = add(shape)
    ids[key] = id
    if !shape.isNever, shape.alternatives == nil { pending.append((id, key, ways)) }
    return id
  }

  private mutating func fill(_ id: ShapeID, _ key: ShapeKey) {
    guard case .all(let parts, let settled) = key else { return }
    var shape = result[id]
    defer {
      // References may have been found meanwhile.
      shape.isReferred = result[id].isReferred
      shape.target = result[id].target
      result.shapes[id.index] = shape
    }
    guard spend(parts.count, at: shape.place) else { return }
    var open = parts.flatMap { graph.choices(of: $0) }.filter { !settled.contains($0) }
    if let choice = open.first {
      if let options = options(of: choice, parts, settled, at: shape.place) {
        shape.alternatives = options.filter { !result[$0].isNever }
        shape.isNever = shape.alternatives?.isEmpty == true
        if choice.keyword == "oneOf" { shape.exclusive = graph[choice.schema].json["oneOf"] }
        return
      }
    } else {
      open = []
    }
    for choice in open {
      shape.unexpressed.append(
        Unexpressed(
          keyword: choice.keyword, node: graph[choice.schema].json[choice.keyword] ?? shape.place,
          reason: "there are too many ways to combine it with the other choices here"))
    }
    mergeScalars(of: parts, into: &shape)
    if shape.types.contains(.object) { mergeMembers(of: parts, into: &shape) }
    if shape.types.contains(.array) { mergeElements(of: parts, into: &shape) }
    narrow(&shape, parts)
  }

  /// The shapes that a choice leaves; nil if there are too many ways already.
  private mutating func options(
    of choice: Choice, _ parts: [SchemaID], _ settled: [Choice], at place: JSONNode
  ) -> [ShapeID]? {
    let before = ways
    guard before == 1 || before * choice.options.count <= Most.combinations,
      spend(choice.options.count * parts.count, at: place)
    else { return nil }
    defer { ways = before }
    // A schema that holds nothing but a choice is the choice.
    let isAlone = parts.allSatisfy { graph.isSilent($0, settled: settled + [choice]) }
    if isAlone { return choice.options.map { shape(of: [$0], at: graph[$0].json) } }
    ways = before * choice.options.count
    return choice.options.map { shape(of: parts + [$0], settled: settled + [choice], at: graph[$0].json) }
  }

  // MARK: - The whole

  /// An object is impossible if a member that it needs is, and a choice if all of its options are.
  private mutating func spreadNever() {
    for _ in 0..<Most.rounds {
      var hasChanged = false
      for index in result.shapes.indices where !result.shapes[index].isNever {
        var shape = result.shapes[index]
        if let alternatives = shape.alternatives {
          shape.isNever = alternatives.allSatisfy { result[$0].isNever }
        } else if shape.values == nil, shape.types.contains(.object),
          shape.object.members.contains(where: { $0.isRequired && result[$0.shape].isNever })
        {
          shape.types.remove(.object)
          shape.isNever = shape.types.isEmpty
          result.shapes[index] = shape
          hasChanged = true
        }
        if shape.isNever {
          result.shapes[index] = shape
          hasChanged = true
        }
      }
      if !hasChanged { return }
    }
  }

  /// Marks the shapes that lead back to themselves.
  private mutating func markRecursion() {
    var components = StronglyConnected(result.shapes.map(\.children))
    for component in components.find() {
      let first = component[0]
      guard component.count > 1 || result.shapes[first].children.contains(first) else { continue }
      for index in component { result.shapes[index].isRecursive = true }
    }
  }
}

extension ShapeGraph {
  /// The shapes that are objects of certain members, or have such a one inside.
  var withObjects: Set<ShapeID> {
    var parents = [[Int]](repeating: [], count: shapes.count)
    var found: Set<ShapeID> = []
    var open: [Int] = []
    for (index, shape) in shapes.enumerated() {
      for child in shape.children { parents[child].append(index) }
      let isObject =
        shape.alternatives == nil && index != anything.index
        && (shape.values?.contains { $0.type == .object } ?? shape.types.contains(.object))
      if isObject { open.append(index) }
    }
    while let next = open.popLast() {
      if found.insert(ShapeID(index: next)).inserted { open += parents[next] }
    }
    return found
  }
}

extension Shape {
  /// The shapes that this one leads to.
  var children: [Int] {
    var children = (alternatives ?? []).map(\.index)
    guard values == nil else { return children }
    children += object.members.map(\.shape.index) + array.prefix.map(\.index)
    for case .shape(let id) in [object.others, array.others] { children.append(id.index) }
    return children
  }
}
