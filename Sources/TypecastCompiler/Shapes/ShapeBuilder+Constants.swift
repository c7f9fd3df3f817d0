import TypecastJSON
import TypecastSchema

extension ShapeBuilder {
  /// More constants than these are held as what they are and looked up by the interpreter.
  private static let mostConstants = 1_000

  /// Alternatives that list more values than these are not looked through.
  private static let mostCandidates = 10_000

  /// The values that a conjunction allows, if its schemas list them.
  func finiteValues(of conjunction: Conjunction) -> [JSONNode]? {
    guard let candidates = candidates(of: conjunction), candidates.count <= Self.mostConstants else { return nil }
    var values: [JSONNode] = []
    var seen: Set<JSONValue> = []
    for candidate in candidates where seen.insert(candidate.value).inserted {
      switch allows(candidate, conjunction) {
      case true?: values.append(candidate)
      case false?: break
      case nil: return nil
      }
    }
    return values
  }

  /// Values among which all that the conjunction allows are to be found.
  private func candidates(of conjunction: Conjunction) -> [JSONNode]? {
    for element in conjunction.elements {
      for (_, keyword) in element.keywords(in: graph) {
        switch keyword {
        case let constant as Constant: return [constant.value]
        case let enumeration as Enumeration: return enumeration.values
        default: break
        }
      }
    }
    for element in conjunction.elements {
      for (_, keyword) in element.keywords(in: graph) {
        guard let branches = branches(of: keyword) else { continue }
        if let values = candidates(ofBranches: branches.schemas, scope: element.scope) { return values }
      }
    }
    return nil
  }

  /// Values among which all that some alternatives allow are to be found, whatever is demanded beside them.
  private func candidates(ofBranches schemas: [SchemaID], scope: [Int]) -> [JSONNode]? {
    var values: [JSONNode] = []
    for schema in schemas {
      let element = Conjunction.Element(schema: schema, scope: scope)
      if knownCandidates[element] == nil {
        // A schema that is met again while it is looked at has no end of values.
        knownCandidates[element] = .some(nil)
        var branch = Conjunction()
        branch.add(schema, scope: scope, in: graph)
        knownCandidates[element] = .some(branch.isNever ? [] : candidates(of: branch))
      }
      guard let more = knownCandidates[element] ?? nil, values.count + more.count <= Self.mostCandidates else {
        return nil
      }
      values += more
    }
    return values
  }

  /// The schemas among which a keyword lets a value choose, and whether only one may fit.
  func branches(of keyword: any Keyword) -> (schemas: [SchemaID], isExclusive: Bool)? {
    switch keyword {
    case let any as AnyOf: (any.schemas, false)
    case let one as OneOf: (one.schemas, true)
    default: nil
    }
  }

  /// The shape of one of some values.
  func shape(of values: [JSONNode], _ conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    let rest = values.filter { $0.type != .null }
    if rest.isEmpty { return values.isEmpty ? .never : .null }
    let shape: Shape
    if rest.count == 2, rest.allSatisfy({ $0.type == .boolean }) {
      shape = .bool
    } else if rest.allSatisfy({ $0.type == .string }) {
      shape = .named(
        named(conjunction, origin: origin, hint: hint, .texts(rest.compactMap { $0.string.map(ScalarText.init) })))
    } else {
      shape = .named(named(conjunction, origin: origin, hint: hint, .constants(rest.map(\.value))))
    }
    return rest.count < values.count ? .optional(shape) : shape
  }

  /// The types that the alternatives of a schema leave over.
  private func branchTypes(of element: Conjunction.Element) -> TypeSet {
    element.keywords(in: graph).compactMap { branches(of: $0.keyword)?.schemas }.reduce(.all) { types, schemas in
      types.intersection(
        schemas.reduce(into: TypeSet()) { types, schema in
          var branch = Conjunction()
          branch.add(schema, scope: element.scope, in: graph)
          if !branch.isNever { types.formUnion(branch.types) }
        })
    }
  }

  /// The types of the values that a conjunction may allow; never too few.
  func possibleTypes(of conjunction: Conjunction) -> TypeSet {
    guard let candidates = candidates(of: conjunction) else {
      return conjunction.elements.reduce(conjunction.types) { $0.intersection(branchTypes(of: $1)) }
    }
    return candidates.reduce(into: TypeSet()) { types, value in
      types.formUnion(TypeSet.types(of: value.type).intersection(conjunction.types))
    }
  }
}
