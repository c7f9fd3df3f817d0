import TypecastJSON
import TypecastSchema

extension ShapeBuilder {
  /// Longer tuples are arrays of any JSON that the interpreter checks.
  private static let longestTuple = 64

  func arrayShape(of conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    var count = CountShape()
    for element in conjunction.elements {
      if let limit = element.keyword(MinItems.self, in: graph)?.limit { count.least = max(count.least, limit) }
      if let limit = element.keyword(MaxItems.self, in: graph)?.limit { count.most = min(count.most, limit) }
    }
    let length = conjunction.elements.map { prefix(of: $0).count }.max() ?? 0
    let isLong = length > Self.longestTuple
    let parts = leftParts(of: conjunction, .array) { keyword in
      switch keyword {
      case is MinItems, is MaxItems: true
      case is Items, is PrefixItems, is ArrayItems, is AdditionalItems: !isLong
      default: false
      }
    }
    func wrapped(_ shape: Shape) -> Shape { parts.isEmpty ? shape : .checked(shape, parts) }
    if isLong { return wrapped(.array(.any, count)) }

    if length == 0 {
      let (items, only) = elementConjunction(at: 0, of: conjunction, origin: origin)
      if items.isNever || items.types.isEmpty { count.most = 0 }
      return wrapped(.array(shape(of: items, origin: only, hint: hint + ["item"]), count))
    }

    let id = knot(of: conjunction) ?? reserve(conjunction, origin: origin, hint: hint)
    tie(conjunction, to: id)
    var tuple = TupleShape(elements: [], rest: nil, count: count, parts: parts)
    for index in 0..<length {
      let (element, only) = elementConjunction(at: index, of: conjunction, origin: origin)
      tuple.elements.append(shape(of: element, origin: only, hint: hint + ["item\(index)"]))
    }
    let (rest, only) = elementConjunction(at: length, of: conjunction, origin: origin)
    if !rest.isNever && !rest.types.isEmpty && count.most > length {
      tuple.rest = shape(of: rest, origin: only, hint: hint + ["item"])
    }
    define(id, as: .tuple(tuple))
    return .named(id)
  }

  private func prefix(of element: Conjunction.Element) -> [SchemaID] {
    element.keyword(PrefixItems.self, in: graph)?.schemas ?? element.keyword(ArrayItems.self, in: graph)?.schemas ?? []
  }

  /// The schemas of the element at an index.
  private func elementConjunction(
    at index: Int, of conjunction: Conjunction, origin: SchemaID
  ) -> (Conjunction, SchemaID) {
    var schemas: [(SchemaID, [Int])] = []
    for element in conjunction.elements {
      let scope = graph.scope(element.scope, entering: graph[element.schema].resource)
      let prefix = prefix(of: element)
      if index < prefix.count {
        schemas.append((prefix[index], scope))
      } else if let items = element.keyword(Items.self, in: graph) {
        schemas.append((items.schema, scope))
      } else if let items = element.keyword(AdditionalItems.self, in: graph) {
        schemas.append((items.schema, scope))
      }
    }
    return self.conjunction(of: schemas, origin: schemas.first?.0 ?? origin)
  }
}
