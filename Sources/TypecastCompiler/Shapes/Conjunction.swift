import TypecastSchema

/// Schemas that all apply to one value, with references followed and `allOf` dissolved.
///
/// This is what a Swift type is made from: two places whose schemas come to the same conjunction share a type.
struct Conjunction: Hashable, Sendable {
  /// One schema among them.
  struct Element: Hashable, Sendable {
    let schema: SchemaID

    /// The resources on the way to the schema that have anchors to be found; empty where no reference depends on it.
    let scope: [Int]

    /// The places of keywords that are left out, because a branch stands in for them.
    var without: [Int] = []
  }

  /// The schemas that say more than which types are allowed.
  private(set) var elements: [Element] = []

  /// The types that all schemas allow.
  private(set) var types = TypeSet.all

  /// Whether one of the schemas is `false`.
  private(set) var isNever = false

  /// How many alternatives there are of which this is one, those of choices within choices multiplied.
  var alternatives = 1

  /// Whether nothing is demanded.
  var isAnything: Bool { elements.isEmpty && types == .all && !isNever }

  /// The same for values of some types only.
  func restricted(to allowed: TypeSet) -> Conjunction {
    var copy = self
    copy.types.formIntersection(allowed)
    return copy
  }

  /// The same without one keyword; without the schema if nothing is left of it.
  func leavingOut(_ keyword: Int, ofElement index: Int, in graph: SchemaGraph) -> Conjunction {
    var copy = self
    copy.elements[index].without = (copy.elements[index].without + [keyword]).sorted()
    if !copy.elements[index].keywords(in: graph).contains(where: { $0.keyword.isDemand }) {
      copy.elements.remove(at: index)
    }
    return copy
  }
}

/// How a conjunction was come upon makes no difference.
extension Conjunction {
  static func == (left: Self, right: Self) -> Bool {
    left.elements == right.elements && left.types == right.types && left.isNever == right.isNever
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(elements)
    hasher.combine(types)
    hasher.combine(isNever)
  }
}

extension Conjunction {
  /// One schema alone.
  init(_ id: SchemaID, in graph: SchemaGraph) {
    add(id, scope: [], in: graph)
  }

  /// Adds a schema and all that it applies to the same value.
  mutating func add(_ id: SchemaID, scope: [Int], in graph: SchemaGraph) {
    var seen: Set<Element> = []
    add(id, scope: scope, in: graph, seen: &seen)
  }

  private mutating func add(_ id: SchemaID, scope outer: [Int], in graph: SchemaGraph, seen: inout Set<Element>) {
    let node = graph[id]
    if let boolean = node.boolean {
      if !boolean { isNever = true }
      return
    }
    let scope = graph.scope(outer, entering: node.resource)
    let element = Element(schema: id, scope: scope)
    guard seen.insert(element).inserted else { return }
    var saysMore = false
    for keyword in node.keywords {
      switch keyword {
      case let reference as Reference: add(reference.target, scope: scope, in: graph, seen: &seen)
      case let reference as DynamicReference:
        add(graph.target(of: reference, in: scope), scope: scope, in: graph, seen: &seen)
      case let reference as RecursiveReference:
        add(graph.target(of: reference, in: scope), scope: scope, in: graph, seen: &seen)
      case let all as AllOf:
        for schema in all.schemas { add(schema, scope: scope, in: graph, seen: &seen) }
      case let type as TypeKeyword: types.formIntersection(type.types)
      default: break
      }
      saysMore = saysMore || keyword.isDemand
    }
    if saysMore, !elements.contains(element) { elements.append(element) }
  }
}

extension Conjunction.Element {
  /// The keywords that count, with their places.
  func keywords(in graph: SchemaGraph) -> [(place: Int, keyword: any Keyword)] {
    graph[schema].keywords.enumerated().compactMap { without.contains($0.offset) ? nil : ($0.offset, $0.element) }
  }

  /// The keyword of a type, if it counts.
  func keyword<Wanted: Keyword>(_ type: Wanted.Type, in graph: SchemaGraph) -> Wanted? {
    keywords(in: graph).lazy.compactMap { $0.keyword as? Wanted }.first
  }
}

extension Keyword {
  /// Whether the keyword has to be looked at once references are followed, `allOf` is dissolved and types are known.
  var isDemand: Bool {
    switch self {
    case is Annotation, is UnknownKeyword, is Reference, is DynamicReference, is RecursiveReference, is AllOf: false
    case let type as TypeKeyword: type.isAboutSpelling
    case let format as FormatKeyword: format.isAsserted && format.format != nil
    default: true
    }
  }
}

extension TypeKeyword {
  /// In draft 4 an integer must be written as one, which no Swift type says.
  var isAboutSpelling: Bool {
    types.contains(.plainInteger) && !types.contains(.roundFraction)
  }
}

extension SchemaGraph {
  /// The resources on the way with one more, as far as references may depend on them.
  func scope(_ scope: [Int], entering resource: Int) -> [Int] {
    guard usesDynamicScope, !scope.contains(resource) else { return scope }
    // Only the first resource that has an anchor counts for it.
    let isOpen = recursiveAnchors[resource] != nil && scope.allSatisfy { recursiveAnchors[$0] == nil }
    let hasAnchors = dynamicAnchors[resource].keys.contains { name in
      scope.allSatisfy { dynamicAnchors[$0][name] == nil }
    }
    return isOpen || hasAnchors ? scope + [resource] : scope
  }

  /// Where a dynamic reference leads to from a scope.
  func target(of reference: DynamicReference, in scope: [Int]) -> SchemaID {
    guard let anchor = reference.anchor else { return reference.target }
    return scope.lazy.compactMap { dynamicAnchors[$0][anchor] }.first ?? reference.target
  }

  /// Where a recursive reference leads to from a scope.
  func target(of reference: RecursiveReference, in scope: [Int]) -> SchemaID {
    scope.lazy.compactMap { recursiveAnchors[$0] }.first ?? reference.target
  }
}
