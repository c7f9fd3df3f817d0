import TypecastJSON

/// Writes shapes as a schema of one dialect, and notes what is lost.
struct ProjectionWriter {
  /// Bounds on what is written, as everything that is written out can grow without measure.
  private enum Most {
    static let nodes = 20_000
    static let nodesWrittenOut = 8_000
    static let nesting = 48
  }

  let facts: DialectFacts
  let shapes: ShapeGraph
  let graph: SchemaGraph
  var losses = LossCollector()

  /// Whether the root comes inside of an object.
  private(set) var isWrapped = false

  /// Definitions by name, in the order in which they were first referred to.
  private var definitions: [(name: String, schema: JSONObject?)] = []
  private var names: [ShapeID: Int] = [:]
  private var taken: Set<ScalarText> = []
  private var waiting: [ShapeID] = []
  private var anythingName: String?

  /// How often each shape is being written at the moment.
  private var open: [ShapeID: Int] = [:]
  private var nesting = 0
  private var levels = 0
  private var nodes = 0

  /// Whether what is being written is inside of a member that may be missing.
  private var isInsideOptional = false

  /// How often a shape may stand within itself.
  private let unrollings: Int

  /// What is given up for limits on the whole, and what it comes to as the schema is written.
  let relief: Relief
  var enumsAtLimit = 0
  var requiredNullable = 0
  var requiredOthers = 0

  /// How many members may be missing: of those that may be null anyway, and of the others.
  var optionalNullable = 0
  var optionalOthers = 0

  /// The shapes that have an object inside, once it was asked for.
  private lazy var withObjects = shapes.withObjects

  init(
    _ facts: DialectFacts, _ shapes: ShapeGraph, _ graph: SchemaGraph, unrollings: Int, relief: Relief = Relief()
  ) {
    self.relief = relief
    self.facts = facts
    self.shapes = shapes
    self.graph = graph
    self.unrollings = unrollings
  }

  private var mostNodes: Int { facts.references == .all ? Most.nodes : Most.nodesWrittenOut }

  /// Whether there was too much to write all of it out.
  var isExhausted: Bool { nodes >= mostNodes }

  /// The whole schema.
  mutating func write() -> JSONObject {
    for place in shapes.truncated {
      losses.add(
        .widened, "", at: place,
        "there is too much to it for a projection: what is left out here is checked when the reply has come")
    }
    let shape = shapes[shapes.root]
    if shape.isNever {
      losses.add(.notEnforced, "", at: shape.place, "no value is valid; any is let through, and none accepted")
    }
    isWrapped =
      facts.rootIsObject
      && (shape.isNever || shape.values != nil || shape.alternatives != nil
        || shape.types != .object)
    var root = inline(shapes.root)
    if isWrapped {
      losses.add(
        .wrapped, "", at: shape.place,
        "the outermost value has to be an object: the reply has the value as its only member, \"\(Self.wrapper)\"")
      root = object(members: [(Self.wrapper, .object(root))], required: [Self.wrapper], others: false)
    }
    while let next = waiting.popLast() {
      guard let place = names[next] else { continue }
      isInsideOptional = false
      levels = 0
      nesting = 0
      let schema = inline(next)
      definitions[place].schema = schema
    }
    if !definitions.isEmpty {
      var written = JSONObject()
      for definition in definitions { written[definition.name] = .object(definition.schema ?? JSONObject()) }
      root["$defs"] = .object(written)
    }
    return root
  }

  /// The name of the member that holds a value which may not stand alone.
  static let wrapper = "value"

  // MARK: - One shape

  /// A shape where it stands: written out, or a reference to its definition.
  mutating func schema(_ id: ShapeID, at place: JSONNode) -> JSONObject {
    let shape = shapes[id]
    if id == shapes.anything || shape.isNever { return anything(.all, at: place) }
    if isBelowLevels(shape), !withObjects.contains(id), let most = facts.levels {
      losses.add(
        .widened, "", at: shape.place,
        "\(facts.title) takes \(most) levels of nesting: what is deeper is any value, and checked when the reply has come"
      )
      return anything(.all, at: nil)
    }
    if let reference = reference(to: id) { return reference }
    if shape.target != nil || shape.isRecursive && shape.isReferred { noteInlined(shape) }
    let limit = shape.isRecursive ? unrollings : Int.max
    guard open[id, default: 0] < limit, nodes < mostNodes, nesting < Most.nesting else { return cutOff(id, limit) }
    return inline(id)
  }

  private mutating func inline(_ id: ShapeID) -> JSONObject {
    open[id, default: 0] += 1
    nesting += 1
    nodes += 1
    defer {
      open[id, default: 1] -= 1
      nesting -= 1
    }
    let shape = shapes[id]
    if id == shapes.anything || shape.isNever { return anything(.all, at: shape.place) }
    var result = notes(of: shape)
    let body = body(of: shape)
    // Nothing may stand beside a reference.
    if !result.isEmpty, body["$ref"] != nil {
      result["anyOf"] = [.object(body)]
      return result
    }
    for member in body { result[member.key] = member.value }
    return result
  }

  private func notes(of shape: Shape) -> JSONObject {
    var notes = JSONObject()
    if let title = shape.notes.title { notes["title"] = .string(title) }
    if let description = shape.notes.description { notes["description"] = .string(description) }
    return notes
  }

  private mutating func body(of shape: Shape) -> JSONObject {
    if let alternatives = shape.alternatives { return choice(alternatives, of: shape) }
    if let values = shape.values {
      let schema = enumeration(values, at: shape.place)
      note(shape.unexpressed, for: shape.types)
      return schema
    }
    note(shape.unexpressed, for: shape.types)
    let types = shape.types
    var branches: [JSONObject] = []
    var plain: [String] = []
    for (type, name) in Self.typeNames where !types.isDisjoint(with: type) {
      let branch = self.branch(for: type.intersection(types), name, of: shape)
      if branch.count == 1, type != .object, type != .array, let plainType = branch["type"]?.string {
        plain.append(plainType)
      } else {
        branches.append(branch)
      }
    }
    if types == .all, branches.count == 2, plain.count == 4, branches.allSatisfy({ $0.count == 1 }) {
      return anything(.all, at: shape.place)
    }
    return union(branches, plain: plain)
  }

  /// The types in the order in which they are written; an integer is one only where no other number is allowed.
  static let typeNames: [(TypeSet, String)] = [
    (.object, "object"), (.array, "array"), (.string, "string"), (.number, "number"), (.boolean, "boolean"),
    (.null, "null"),
  ]

  /// What is demanded of values of one type.
  private mutating func branch(for types: TypeSet, _ name: String, of shape: Shape) -> JSONObject {
    switch name {
    case "object": return object(shape)
    case "array": return array(shape)
    case "string": return string(shape)
    case "number": return number(shape, isInteger: !types.contains(.fraction))
    default: return ["type": .string(name)]
    }
  }

  private mutating func choice(_ alternatives: [ShapeID], of shape: Shape) -> JSONObject {
    let possible = alternatives.filter { !shapes[$0].isNever }
    if let exclusive = shape.exclusive, possible.count > 1, !areDisjoint(possible) {
      losses.add(
        .notEnforced, "oneOf", at: exclusive.key,
        "\"oneOf\" is sent as \"anyOf\": that only one alternative fits is checked when the reply has come")
    }
    note(shape.unexpressed, for: shape.types)
    let schemas = possible.map { schema($0, at: shape.place) }
    if relief.mergesScalars, schemas.count > 1, let type = Self.onlyScalarType(of: schemas) {
      losses.add(
        .widened, "anyOf", at: shape.place,
        "there are too many choices for \(facts.title): any \(type) is let through here, and checked when the reply has "
          + "come")
      return ["type": .string(type)]
    }
    return union(schemas, plain: [])
  }

  /// The scalar type that all of some schemas have.
  private static func onlyScalarType(of schemas: [JSONObject]) -> String? {
    let types = Set(schemas.map { $0["type"]?.string })
    guard types.count == 1, let type = types.first ?? nil, type != "object", type != "array" else { return nil }
    return type
  }

  // MARK: - References

  private mutating func reference(to id: ShapeID) -> JSONObject? {
    let shape = shapes[id]
    if facts.rootIsReferable, id == shapes.root, !isWrapped, open[id, default: 0] > 0 || names[id] == nil,
      shape.isRecursive
    {
      return ["$ref": "#"]
    }
    switch facts.references {
    case .none: return nil
    case .acyclic where shape.isRecursive: return nil
    case .cyclicThroughOptionalMembers where shape.isRecursive && !isInsideOptional: return nil
    default: break
    }
    let isDeep = nesting >= Most.nesting || isBelowLevels(shape)
    if isBelowLevels(shape) { noteLevels(shape) }
    guard shape.target != nil || shape.isRecursive && (shape.isReferred || open[id, default: 0] > 0) || isDeep else {
      return nil
    }
    if shape.target != nil, !shape.isRecursive, isTrivial(shape) { return nil }
    return ["$ref": .string("#/$defs/\(definition(of: id))")]
  }

  /// Whether a shape would stand deeper than the dialect allows.
  private func isBelowLevels(_ shape: Shape) -> Bool {
    guard let most = facts.levels, levels >= most, shape.alternatives == nil, shape.values == nil else { return false }
    return !shape.types.isDisjoint(with: [.object, .array])
  }

  private mutating func noteLevels(_ shape: Shape) {
    guard let most = facts.levels else { return }
    losses.add(
      .limitExceeded, "", at: shape.place,
      "\(facts.title) takes \(most) levels of nesting: what is deeper stands in \"$defs\", and may count all the same")
  }

  /// Whether a shape is written in so few words that a reference to it is no shorter.
  private func isTrivial(_ shape: Shape) -> Bool {
    shape.children.isEmpty && shape.values == nil && shape.types == .all
  }

  private mutating func definition(of id: ShapeID) -> String {
    if let place = names[id] { return definitions[place].name }
    let name = freeName((shapes[id].target ?? shapes[id].origin).map(graph.definitionName) ?? "schema")
    names[id] = definitions.count
    definitions.append((name, nil))
    waiting.append(id)
    return name
  }

  private mutating func freeName(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(ScalarText(name)).inserted {
      name = "\(wanted)_\(number)"
      number += 1
    }
    return name
  }

  private mutating func noteInlined(_ shape: Shape) {
    guard facts.references == .none || shape.isRecursive else { return }
    losses.add(
      shape.isRecursive ? .unrolled : .inlined, "$ref", at: shape.place,
      shape.isRecursive
        ? "the recursion is written out: this schema stands within itself \(unrollings - 1) times at most, and what is "
          + "deeper is \(facts.otherMembers == .alwaysClosed ? "out of reach" : "checked when the reply has come")"
        : "references can't be sent: this schema is written out wherever one leads to it")
  }

  /// What stands for a shape that is not written any further.
  private mutating func cutOff(_ id: ShapeID, _ limit: Int) -> JSONObject {
    let shape = shapes[id]
    if open[id, default: 0] < limit {
      losses.add(
        .widened, "", at: shape.place,
        "written out, the schema gets too large: from here on any value is let through, and checked when the reply has "
          + "come")
    }
    return anything(shape.alternatives == nil ? shape.types : .all, at: shape.place)
  }

  // MARK: - Nesting

  /// Writes what is inside of an object or array.
  mutating func inside<Result>(optional: Bool = false, _ write: (inout ProjectionWriter) -> Result) -> Result {
    let before = isInsideOptional
    isInsideOptional = before || optional
    levels += 1
    defer {
      isInsideOptional = before
      levels -= 1
    }
    return write(&self)
  }

  /// The definition of any value at all, which refers to itself.
  mutating func anythingDefinition(_ write: (inout ProjectionWriter) -> JSONObject) -> JSONObject {
    if anythingName == nil {
      let name = freeName("anything")
      anythingName = name
      definitions.append((name, nil))
      let place = definitions.count - 1
      let schema = write(&self)
      definitions[place].schema = schema
    }
    return ["$ref": .string("#/$defs/\(anythingName ?? "anything")")]
  }
}

extension SchemaGraph {
  /// A name for a schema, of letters, digits and `_`.
  fileprivate func definitionName(of id: SchemaID) -> String {
    let node = self[id]
    let resource = resources[node.resource]
    var name = node.json.pointer.tokens.last?.string ?? ""
    if node.json.index == resource.root {
      let path = resource.uri.withoutFragment.description.split(separator: "/").last.map(String.init) ?? ""
      if !path.isEmpty { name = String(path.split(separator: ".").first ?? "") }
      if name.isEmpty { name = "root" }
    }
    var clean = ""
    for scalar in name.unicodeScalars.prefix(60) {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.value &- 0x30 < 10)
      clean.unicodeScalars.append(isPlain ? scalar : "_")
    }
    return clean.isEmpty ? "schema" : clean
  }
}
