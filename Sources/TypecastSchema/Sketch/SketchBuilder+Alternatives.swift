import TypecastJSON

extension SketchBuilder {
  /// Alternatives of more than this many are not compared with each other, and no more of their members are.
  private static let compared = 64

  /// Whether no value can fit two of the schemas, as far as that shows at first sight: by their sorts of value, or by a
  /// member that tells them apart.
  func areDisjoint(_ schemas: [SchemaID]) -> Bool {
    guard schemas.count <= Self.compared else { return false }
    let nodes = schemas.map { graph[uses.target(of: $0)] }
    if haveDisjointTypes(nodes) || haveDisjointValues(nodes) { return true }
    guard let first = nodes.first?.keyword(Properties.self) else { return false }
    return first.properties.prefix(Self.compared).contains { name, _ in
      var members: [SchemaNode] = []
      for node in nodes {
        guard node.keyword(Required.self)?.names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) == true,
          node.keyword(TypeKeyword.self)?.types == .object,
          let member = node.keyword(Properties.self)?.properties.first(where: { $0.name.utf8.elementsEqual(name.utf8) })
        else { return false }
        members.append(graph[uses.target(of: member.schema)])
      }
      return haveDisjointValues(members)
    }
  }

  private func haveDisjointTypes(_ nodes: [SchemaNode]) -> Bool {
    var seen: TypeSet = []
    for node in nodes {
      guard let types = node.keyword(TypeKeyword.self)?.types, types.isDisjoint(with: seen) else { return false }
      seen.formUnion(types)
    }
    return true
  }

  private func haveDisjointValues(_ nodes: [SchemaNode]) -> Bool {
    var seen: Set<JSONValue> = []
    for node in nodes {
      let constant = node.keyword(Constant.self).map { [$0.value] }
      guard let values = constant ?? node.keyword(Enumeration.self)?.values else { return false }
      for value in Set(values.map(\.value)) where !seen.insert(value).inserted { return false }
    }
    return true
  }
}
