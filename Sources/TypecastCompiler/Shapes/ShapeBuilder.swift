import TypecastJSON
import TypecastSchema

/// Finds out how the values of schemas are held in Swift.
final class ShapeBuilder {
  let graph: SchemaGraph
  let options: CompilerOptions

  /// How many documents of the graph have a file of their own.
  let documentCount: Int

  private(set) var types: [NamedType] = []
  private var shapes: [Meeting: Shape] = [:]
  private var open: Set<Meeting> = []

  /// What documents come upon by themselves, with words for its name.
  private var own: [Meeting: [String]] = [:]

  /// Whether other documents are left alone.
  private let staysHome: Bool

  /// A conjunction with the document that its types belong to.
  private struct Meeting: Hashable {
    let document: Int
    let conjunction: Conjunction
  }

  /// What there is to say about the schemas, each once.
  private(set) var warnings: [Warning] = []

  struct Warning {
    let rule: Diagnostic.Rule
    let message: String
    let node: JSONNode
  }

  /// What is known of alternatives: the values that they list, if they do, and whether they say how values are held.
  var knownCandidates: [Conjunction.Element: [JSONNode]?] = [:]
  var knownStructure: [Conjunction.Element: Bool] = [:]

  /// Types that stand for a shape which contains itself, until that shape is known.
  private var knots: [Meeting: TypeID] = [:]

  /// The document that types belong to now.
  private var current = 0

  /// The document that is being looked at: others are looked into where its references lead.
  private var start = 0

  /// So many types one run may make; what is left over is held as any JSON and checked by the interpreter.
  private static let mostTypes = 40_000

  /// What is nested more deeply is divided by types of its own.
  private static let deepestShape = 5

  init(_ graph: SchemaGraph, documentCount: Int, options: CompilerOptions, staysHome: Bool = false) {
    self.graph = graph
    self.staysHome = staysHome
    self.documentCount = documentCount
    self.options = options
  }

  /// Makes the types of some documents, those first that the others refer to.
  ///
  /// - Parameter schemas: For each document its own type's schema and those of what it defines.
  /// - Parameter references: For each document the others that its references lead to.
  func build(_ schemas: [[SchemaID]], references: [[Int]]) {
    let order = references.indices.sorted { (references[$0].count, $0) < (references[$1].count, $1) }
    for document in order {
      // Where documents refer to each other, none can come first: each is looked at alone before.
      let isCircular = references[document].contains { $0 < documentCount && references[$0].contains(document) }
      guard isCircular, !staysHome else { continue }
      let scout = ShapeBuilder(graph, documentCount: documentCount, options: options, staysHome: true)
      scout.build(schemas[document], of: document)
      own.merge(scout.own) { first, _ in first }
    }
    for document in order { build(schemas[document], of: document) }
  }

  private func build(_ schemas: [SchemaID], of document: Int) {
    guard let schema = schemas.first else { return }
    _ = root(of: document, at: schema)
    for schema in schemas.dropFirst() { visit(schema, in: document) }
  }

  /// The type of a document's root schema.
  private func root(of document: Int, at schema: SchemaID) -> TypeID {
    (current, start) = (document, document)
    let (conjunction, origin) = conjunction(of: [(schema, [])], origin: schema)
    let shape = shape(of: conjunction, origin: origin, hint: [])
    // A document that only refers to one of its parts is that part.
    if case .named(let id) = shape, types[id.index].document == document, !types[id.index].isRoot {
      types[id.index].isRoot = true
      return id
    }
    let id = named(conjunction, origin: schema, hint: [], .wrapper(shape), isShared: false)
    types[id.index].isRoot = true
    return id
  }

  /// Makes sure that a schema has its type, if it needs one.
  private func visit(_ schema: SchemaID, in document: Int) {
    (current, start) = (document, document)
    let (conjunction, origin) = conjunction(of: [(schema, [])], origin: schema)
    _ = shape(of: conjunction, origin: origin, hint: [])
  }

  // MARK: - Conjunctions

  /// The conjunction of some schemas, and the one that it is named after.
  func conjunction(
    of schemas: [(SchemaID, [Int])], origin: SchemaID
  ) -> (Conjunction, SchemaID) {
    var conjunction = Conjunction()
    for (schema, scope) in schemas { conjunction.add(schema, scope: scope, in: graph) }
    let only = conjunction.elements.count == 1 ? conjunction.elements[0].schema : origin
    return (conjunction, only)
  }

  /// The shape of a conjunction.
  func shape(of conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    let home = home(of: conjunction, origin: origin)
    if home == current { return ownShape(of: conjunction, origin: origin, hint: hint) }
    if staysHome { return .any }
    let outer = current
    current = home
    defer { current = outer }
    // What another document calls it says nothing about its name.
    return ownShape(of: conjunction, origin: origin, hint: branchHint(origin))
  }

  /// The document that the types of a conjunction belong to.
  ///
  /// A schema of another document has its type there. What only this document makes of it, such as several schemas
  /// merged, belongs here, so that it never stands among the names over there.
  private func home(of conjunction: Conjunction, origin: SchemaID) -> Int {
    let owner = owner(of: origin)
    guard owner != current, owner < documentCount else { return current }
    let here = Meeting(document: current, conjunction: conjunction)
    if shapes[here] != nil || open.contains(here) { return current }
    if own[Meeting(document: owner, conjunction: conjunction)] != nil { return owner }
    return Conjunction(origin, in: graph) == conjunction ? owner : current
  }

  private func owner(of schema: SchemaID) -> Int { graph.resources[graph[schema].resource].document }

  private func ownShape(of conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    let here = Meeting(document: current, conjunction: conjunction)
    if current == start, own[here] == nil { own[here] = hint }
    let hint = own[here] ?? hint
    if let known = shapes[here] { return known }
    if open.contains(here) {
      // The shape contains itself without a type of its own in between.
      if let knot = knots[here] { return .named(knot) }
      let knot = reserve(conjunction, origin: origin, hint: hint)
      knots[here] = knot
      return .named(knot)
    }
    guard types.count < Self.mostTypes else { return opaque(conjunction) }
    open.insert(here)
    var shape = newShape(of: conjunction, origin: origin, hint: hint)
    open.remove(here)
    // The Swift compiler takes for ever to read what is nested deeply in one expression.
    if shape.depth > Self.deepestShape, knots[here] == nil {
      shape = .named(named(conjunction, origin: origin, hint: hint, .wrapper(shape)))
    }
    if let knot = knots[here] {
      if case .named(let id) = shape, id == knot {} else { define(knot, as: .wrapper(shape)) }
      shape = .named(knot)
    }
    shapes[here] = shape
    return shape
  }

  private func newShape(of conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    if conjunction.isNever || conjunction.types.isEmpty { return .never }
    if conjunction.isAnything { return .any }
    if let values = finiteValues(of: conjunction) {
      return shape(of: values, conjunction, origin: origin, hint: hint)
    }
    let types = possibleTypes(of: conjunction)
    if types.contains(.null), types != .null, types != .all {
      let rest = conjunction.restricted(to: conjunction.types.subtracting(.null))
      switch allows(nullNode, conjunction) {
      case true?: return .optional(shape(of: rest, origin: origin, hint: hint))
      case false?: return shape(of: rest, origin: origin, hint: hint)
      case nil: return opaque(conjunction)
      }
    }
    if let union = structuralUnion(of: conjunction) {
      return shape(of: union, conjunction, origin: origin, hint: hint)
    }
    if types.kinds.count == 1 { return shape(ofKind: types.kinds[0], conjunction, origin: origin, hint: hint) }
    return shape(ofKinds: types.kinds, conjunction, origin: origin, hint: hint)
  }

  /// Any JSON that the interpreter checks.
  func opaque(_ conjunction: Conjunction) -> Shape {
    let parts = parts(of: conjunction) { _ in true }
    let shape = conjunction.types == .all ? Shape.any : .kinds(conjunction.types)
    return parts.isEmpty ? shape : .checked(shape, parts)
  }

  // MARK: - Types

  /// A new type for a conjunction; the one that stands for it already, if its shape contains itself.
  func named(
    _ conjunction: Conjunction, origin: SchemaID, hint: [String], _ definition: TypeDefinition, isShared: Bool = true
  ) -> TypeID {
    if isShared, let knot = knot(of: conjunction) {
      define(knot, as: definition)
      return knot
    }
    let id = reserve(conjunction, origin: origin, hint: hint)
    define(id, as: definition)
    return id
  }

  /// The type of a conjunction before it is known what it holds, so that it can hold itself.
  func reserve(_ conjunction: Conjunction, origin: SchemaID, hint: [String]) -> TypeID {
    let id = TypeID(index: types.count)
    types.append(
      NamedType(
        id: id, origin: origin, hint: hint, conjunction: conjunction, document: current,
        isOwn: own[Meeting(document: current, conjunction: conjunction)] != nil, definition: .texts([])))
    return id
  }

  func define(_ id: TypeID, as definition: TypeDefinition) {
    types[id.index].definition = definition
  }

  /// Lets a conjunction's type be found from inside of it.
  func tie(_ conjunction: Conjunction, to id: TypeID) {
    let here = Meeting(document: current, conjunction: conjunction)
    if knots[here] == nil { knots[here] = id }
  }

  func knot(of conjunction: Conjunction) -> TypeID? {
    knots[Meeting(document: current, conjunction: conjunction)]
  }

  func warn(_ rule: Diagnostic.Rule, _ message: String, at node: JSONNode) {
    warnings.append(Warning(rule: rule, message: message, node: node))
  }

  // MARK: - Asking the interpreter

  private let nullNode = ShapeBuilder.document("null").root

  private static func document(_ text: String) -> JSONDocument {
    do {
      return try JSONDocument(text)
    } catch {
      preconditionFailure("\(text) is JSON")
    }
  }

  /// Whether a value follows a conjunction; nil if that takes too much to tell.
  func allows(_ value: JSONNode, _ conjunction: Conjunction) -> Bool? {
    if conjunction.isNever || !conjunction.types.allows(value) { return false }
    for element in conjunction.elements {
      let keywords = element.keywords(in: graph).map(\.keyword)
      switch Evaluation.holds(
        element.schema, keywords: keywords, scope: element.scope, for: value, in: graph)
      {
      case true?: break
      case false?: return false
      case nil: return nil
      }
    }
    return true
  }

  /// The keywords that the interpreter has to check, each schema's as one part.
  func parts(of conjunction: Conjunction, where isLeft: (any Keyword) -> Bool) -> [CheckedPart] {
    conjunction.elements.compactMap { element in
      let keywords = element.keywords(in: graph)
      let left = keywords.filter { $0.keyword.isDemand && isLeft($0.keyword) }
      if left.isEmpty { return nil }
      // What others have evaluated is told only by all of them together.
      let isAll = left.contains { $0.keyword is UnevaluatedProperties || $0.keyword is UnevaluatedItems }
      let places = isAll ? Array(graph[element.schema].keywords.indices) : left.map(\.place)
      return CheckedPart(schema: element.schema, keywords: places, scope: element.scope)
    }
  }
}
