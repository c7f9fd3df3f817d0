import TypecastJSON
import TypecastSchema

extension ShapeBuilder {
  /// The names that an object must have, in their order.
  func requiredNames(of conjunction: Conjunction) -> [ScalarText] {
    var names: [ScalarText] = []
    var seen: Set<ScalarText> = []
    for element in conjunction.elements {
      for name in element.keyword(Required.self, in: graph)?.names ?? []
      where seen.insert(ScalarText(name)).inserted {
        names.append(ScalarText(name))
      }
    }
    return names
  }

  private func propertyNames(of conjunction: Conjunction) -> [ScalarText] {
    var names: [ScalarText] = []
    var seen: Set<ScalarText> = []
    for element in conjunction.elements {
      for (name, _) in element.keyword(Properties.self, in: graph)?.properties ?? []
      where seen.insert(ScalarText(name)).inserted {
        names.append(ScalarText(name))
      }
    }
    for name in requiredNames(of: conjunction) where seen.insert(name).inserted { names.append(name) }
    return names
  }

  func objectShape(of conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    var object = ObjectShape()
    for element in conjunction.elements {
      if let limit = element.keyword(MinProperties.self, in: graph)?.limit {
        object.count.least = max(object.count.least, limit)
      }
      if let limit = element.keyword(MaxProperties.self, in: graph)?.limit {
        object.count.most = min(object.count.most, limit)
      }
    }
    let patterns = conjunction.elements.filter { $0.keyword(PatternProperties.self, in: graph) != nil }
    let names = propertyNames(of: conjunction)
    let isPatterned = !patterns.isEmpty
    object.parts = leftParts(of: conjunction, .object) { keyword in
      switch keyword {
      case is Properties, is Required, is MinProperties, is MaxProperties: true
      case is PatternProperties, is AdditionalProperties: !isPatterned
      default: false
      }
    }
    // A member that a pattern may or may not mean can't be told by itself.
    if isPatterned {
      object.parts = object.parts.map { part in
        var keywords = part.keywords
        for (place, keyword) in graph[part.schema].keywords.enumerated()
        where keyword is Properties && !keywords.contains(place) {
          keywords.append(place)
        }
        return CheckedPart(schema: part.schema, keywords: keywords.sorted(), scope: part.scope)
      }
    }
    if names.isEmpty {
      let (shape, isClosed) = extras(of: conjunction, isPatterned: isPatterned, origin: origin, hint: hint)
      if !isClosed {
        let map = Shape.map(shape, object.count)
        return object.parts.isEmpty ? map : .checked(map, object.parts)
      }
    }

    let id = knot(of: conjunction) ?? reserve(conjunction, origin: origin, hint: hint)
    tie(conjunction, to: id)
    let required = Set(requiredNames(of: conjunction))
    let members = members(of: conjunction)
    for name in names {
      let (member, describing) = members.member(name)
      let described = describing.first
      let (_, origin) =
        described.map { self.conjunction(of: [($0, [])], origin: $0) } ?? (
          Conjunction(), conjunction.elements[0].schema
        )
      let only = member.elements.count == 1 ? member.elements[0].schema : origin
      let shape = shape(of: member, origin: only, hint: [name.string])
      object.properties.append(
        ObjectShape.Property(
          key: name.string, shape: shape, isRequired: required.contains(name), schema: described,
          defaultValue: defaultValue(of: describing, for: member, shape)))
    }
    let (shape, isClosed) = extras(of: conjunction, isPatterned: isPatterned, origin: origin, hint: hint)
    object.extras = isClosed ? nil : shape
    define(id, as: .object(object))
    return .named(id)
  }

  /// How members are held that no property stands for, and whether there may be none.
  private func extras(
    of conjunction: Conjunction, isPatterned: Bool, origin: SchemaID, hint: [String]
  ) -> (shape: Shape, isClosed: Bool) {
    if isPatterned { return patternedExtras(of: conjunction, origin: origin, hint: hint) }
    var schemas: [(SchemaID, [Int])] = []
    for element in conjunction.elements {
      guard let additional = element.keyword(AdditionalProperties.self, in: graph) else { continue }
      schemas.append(
        (additional.schema, graph.scope(element.scope, entering: graph[element.schema].resource)))
    }
    let (merged, only) = self.conjunction(of: schemas, origin: schemas.first?.0 ?? origin)
    if merged.isNever || merged.types.isEmpty { return (.never, true) }
    return (shape(of: merged, origin: only, hint: hint + ["value"]), false)
  }

  /// Members whose names match the one pattern there is share a shape; otherwise they are any JSON.
  private func patternedExtras(
    of conjunction: Conjunction, origin: SchemaID, hint: [String]
  ) -> (shape: Shape, isClosed: Bool) {
    guard conjunction.elements.count == 1, let element = conjunction.elements.first,
      let patterns = element.keyword(PatternProperties.self, in: graph), patterns.properties.count == 1,
      let additional = element.keyword(AdditionalProperties.self, in: graph),
      graph[additional.schema].boolean == false
    else { return (.any, false) }
    let scope = graph.scope(element.scope, entering: graph[element.schema].resource)
    let (merged, only) = self.conjunction(
      of: [(patterns.properties[0].schema, scope)], origin: patterns.properties[0].schema)
    if merged.isNever || merged.types.isEmpty { return (.never, true) }
    return (shape(of: merged, origin: only, hint: hint + ["value"]), false)
  }

  /// The value that a missing member stands for, if the member may have it: the first that is given.
  private func defaultValue(of schemas: [SchemaID], for member: Conjunction, _ shape: Shape) -> JSONValue? {
    guard let schema = schemas.first(where: { annotation("default", of: $0) != nil }),
      let value = annotation("default", of: schema), let node = graph[schema].json["default"]
    else { return nil }
    switch allows(node, member) {
    case true?: break
    case false?:
      warn(.invalidDefault, "the default is not valid here, and is left out of the type", at: node)
      return nil
    case nil:
      warn(.invalidDefault, "whether the default is valid is undecided; it is left out of the type", at: node)
      return nil
    }
    // What is no schema's limit may be that of a type.
    if !shape.canHoldNumbers(of: value) {
      warn(.invalidDefault, "Int and Double can't hold the default; it is left out of the type", at: node)
      return nil
    }
    return value
  }

  /// What an annotation of a schema says.
  func annotation(_ name: String, of id: SchemaID) -> JSONValue? {
    graph[id].keywords.lazy.compactMap { $0 as? Annotation }.first { $0.name == name }?.value
  }
}

extension Shape {
  /// Whether the types of Swift hold the numbers of a value that the schema allows; where it takes long to tell, no.
  fileprivate func canHoldNumbers(of value: JSONValue) -> Bool {
    switch (self, value) {
    case (.checked(let inner, _), _), (.optional(let inner), _): inner.canHoldNumbers(of: value)
    case (.any, _), (.kinds, _): true
    case (.integer(let integer), .number(let number)):
      integer.width == .exact || number.int != nil || (integer.width == .unsigned && UInt64(number.text) != nil)
    case (.number(let shape), .number(let number)): shape.isExact || number.double.isFinite
    case (.array(let inner, _), .array(let elements)): elements.allSatisfy(inner.canHoldNumbers)
    case (.map(let inner, _), .object(let object)): object.allSatisfy { inner.canHoldNumbers(of: $0.value) }
    default: value.hasSmallNumbers
    }
  }
}

extension JSONValue {
  /// Whether every number in the value is one that both `Int` and `Double` hold, or a small fraction.
  fileprivate var hasSmallNumbers: Bool {
    switch self {
    case .number(let number): number.int != nil || number.double.magnitude < 0x1p53
    case .array(let elements): elements.allSatisfy(\.hasSmallNumbers)
    case .object(let object): object.allSatisfy { $0.value.hasSmallNumbers }
    case .null, .bool, .string: true
    }
  }
}
