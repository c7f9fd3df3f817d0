import TypecastJSON

extension ShapeBuilder {
  /// How many elements get shapes of their own.
  private static let longestPrefix = 200

  /// Takes over what is demanded of the elements of arrays.
  mutating func mergeElements(of parts: [SchemaID], into shape: inout Shape) {
    let rules = parts.compactMap { rule(of: $0, in: &shape) }
    var count = rules.map(\.prefix.count).max() ?? 0
    if count > Self.longestPrefix {
      shape.unexpressed.append(
        Unexpressed(
          keyword: "prefixItems", node: shape.array.prefixPlace ?? shape.place, types: .array,
          reason: "only the first \(Self.longestPrefix) elements are told apart"))
      count = Self.longestPrefix
    }
    guard spend(count * max(rules.count, 1), at: shape.place) else { return }
    let hasLongPrefix = rules.contains { $0.prefix.count > count }
    for index in 0..<count {
      let schemas = rules.compactMap { $0.schema(at: index) }
      let element = self.shape(of: schemas, at: schemas.first.map { graph[$0].json } ?? shape.place)
      guard !result[element].isNever else {
        shape.array.others = .closed
        return
      }
      shape.array.prefix.append(element)
    }
    let others = rules.compactMap(\.others).map(\.schema)
    guard !others.isEmpty, !hasLongPrefix else { return }
    let element = self.shape(of: others, at: graph[others[0]].json)
    if result[element].isNever {
      shape.array.others = .closed
    } else {
      shape.array.others = element == result.anything ? .open(isSaid: true) : .shape(element)
    }
  }

  /// What one schema says about elements; nil if it says nothing.
  private mutating func rule(of id: SchemaID, in shape: inout Shape) -> ElementsRule? {
    let node = graph[id]
    var rule = ElementsRule()
    if let prefix = node.keyword(PrefixItems.self) {
      rule.prefix = prefix.schemas
      shape.array.prefixPlace = shape.array.prefixPlace ?? node.json["prefixItems"]
    } else if let prefix = node.keyword(ArrayItems.self) {
      rule.prefix = prefix.schemas
      shape.array.prefixPlace = shape.array.prefixPlace ?? node.json["items"]
    }
    if let items = node.keyword(Items.self) {
      rule.others = (items.schema, items.skipped)
    } else if let items = node.keyword(AdditionalItems.self) {
      rule.others = (items.schema, items.skipped)
    } else if let unevaluated = node.keyword(UnevaluatedItems.self) {
      if let skipped = graph.elementsMentioned(by: id) {
        rule.others = (unevaluated.schema, skipped)
      } else if let place = node.json["unevaluatedItems"], graph[unevaluated.schema].boolean != true {
        shape.unexpressed.append(Unexpressed(keyword: "unevaluatedItems", node: place, types: .array))
      }
    }
    return rule.prefix.isEmpty && rule.others == nil ? nil : rule
  }
}

/// What one schema says about elements.
private struct ElementsRule {
  var prefix: [SchemaID] = []

  /// The schema of elements from an index on.
  var others: (schema: SchemaID, from: Int)?

  /// The schema that holds for an element.
  func schema(at index: Int) -> SchemaID? {
    if index < prefix.count { return prefix[index] }
    guard let others, index >= others.from else { return nil }
    return others.schema
  }
}

extension SchemaGraph {
  /// How many elements at most any schema may evaluate which is applied to the same value; nil if it can't be told.
  fileprivate func elementsMentioned(by id: SchemaID) -> Int? {
    var seen: Set<SchemaID> = []
    var count = 0
    var stack = [id]
    while let next = stack.popLast() {
      guard seen.insert(next).inserted, seen.count < 1_000 else { continue }
      for keyword in self[next].keywords {
        switch keyword {
        case let prefix as PrefixItems: count = max(count, prefix.schemas.count)
        case let prefix as ArrayItems: count = max(count, prefix.schemas.count)
        case is Items, is AdditionalItems, is Contains, is DynamicReference, is RecursiveReference: return nil
        case is UnevaluatedItems where next != id: return nil
        default: stack += keyword.inPlace
        }
      }
    }
    return seen.count < 1_000 ? count : nil
  }
}
