import TypecastJSON
import TypecastSchema

extension ShapeBuilder {
  /// More constants than these are held as what they are and looked up by the interpreter.
  private static let mostConstants = 1_000

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
    for (index, element) in conjunction.elements.enumerated() {
      for (place, keyword) in element.keywords(in: graph) {
        guard let branches = branches(of: keyword) else { continue }
        let rest = conjunction.leavingOut(place, ofElement: index, in: graph)
        let lists = branches.schemas.map { schema in
          var branch = rest
          branch.add(schema, scope: element.scope, in: graph)
          return branch.isNever ? [] : candidates(of: branch)
        }
        if lists.allSatisfy({ $0 != nil }) { return lists.flatMap { $0 ?? [] } }
      }
    }
    return nil
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

  /// The types of the values that a conjunction may allow; never too few.
  func possibleTypes(of conjunction: Conjunction) -> TypeSet {
    guard let candidates = candidates(of: conjunction) else { return conjunction.types }
    return candidates.reduce(into: TypeSet()) { types, value in
      types.formUnion(TypeSet.types(of: value.type).intersection(conjunction.types))
    }
  }
}
