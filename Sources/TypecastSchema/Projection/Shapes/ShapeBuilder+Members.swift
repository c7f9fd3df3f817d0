import TypecastJSON

extension ShapeBuilder {
  /// Takes over what is demanded of the members of objects.
  mutating func mergeMembers(of parts: [SchemaID], into shape: inout Shape) {
    let rules = parts.compactMap { rule(of: $0, in: &shape) }
    let required = parts.flatMap { graph[$0].keyword(Required.self)?.names ?? [] }
    var names: [ScalarText] = []
    var places: [ScalarText: JSONNode] = [:]
    func add(_ name: String, at place: JSONNode) {
      if places.updateValue(places[ScalarText(name)] ?? place, forKey: ScalarText(name)) == nil {
        names.append(ScalarText(name))
      }
    }
    for rule in rules { for name in rule.names { add(name, at: graph[rule.schemas[ScalarText(name)]!].json) } }
    for part in parts {
      for name in graph[part].keyword(Required.self)?.names ?? [] {
        add(name, at: graph[part].json["required"] ?? graph[part].json)
      }
    }
    let patterns = rules.reduce(0) { $0 + $1.patterns.count }
    guard spend(names.count * (rules.count + 1 + 10 * patterns), at: shape.place) else { return }
    let needed = Set(required.map(ScalarText.init))
    let mentioned = unique(rules.flatMap(\.mentioned)).filter { places[$0] == nil }
    let unevaluated = parts.compactMap { graph[$0].json["unevaluatedProperties"] }
    if !mentioned.isEmpty, let place = unevaluated.first {
      shape.unexpressed.append(
        Unexpressed(
          keyword: "unevaluatedProperties", node: place, types: .object,
          reason: "members that only other alternatives name are allowed too"))
    }
    for name in names + mentioned {
      let place = places[name] ?? shape.place
      let schemas = rules.flatMap { $0.schemas(for: name) }
      let member = self.shape(of: schemas, at: place)
      shape.object.members.append(
        ObjectShape.Member(name: name.string, shape: member, isRequired: needed.contains(name), place: place))
    }
    for (pattern, schema) in rules.flatMap(\.patterns) {
      shape.object.patterns.append((pattern, self.shape(of: [schema], at: graph[schema].json)))
    }
    mergeOtherMembers(rules, into: &shape)
  }

  private func unique(_ names: [ScalarText]) -> [ScalarText] {
    var seen: Set<ScalarText> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// Takes over what is demanded of members that are not listed.
  private mutating func mergeOtherMembers(_ rules: [MembersRule], into shape: inout Shape) {
    var fixed: [SchemaID] = []
    var unions: [(options: [SchemaID], place: JSONNode)] = []
    for rule in rules {
      if let others = rule.others { shape.object.othersPlace = shape.object.othersPlace ?? graph[others].json }
      if rule.patterns.isEmpty {
        if let others = rule.others { fixed.append(others) }
        continue
      }
      shape.object.patternsPlace = shape.object.patternsPlace ?? rule.patternsPlace
      // Names outside of the patterns are free: a union with everything demands nothing.
      guard let others = rule.others, let place = rule.patternsPlace else { continue }
      unions.append((rule.patterns.map(\.schema) + [others], place))
    }
    guard !fixed.isEmpty || !unions.isEmpty else { return }
    let place = shape.object.othersPlace ?? shape.place
    var options: [ShapeID] = []
    for option in unions.first?.options ?? [] { options.append(self.shape(of: fixed + [option], at: place)) }
    for union in unions.dropFirst() {
      shape.unexpressed.append(Unexpressed(keyword: "patternProperties", node: union.place, types: .object))
    }
    let others = unions.isEmpty ? self.shape(of: fixed, at: place) : self.shape(anyOf: options, at: place)
    if result[others].isNever {
      shape.object.others = .closed
    } else {
      shape.object.others = others == result.anything ? .open(isSaid: true) : .shape(others)
    }
  }

  // MARK: - Rules

  /// What one schema says about members; nil if it says nothing.
  private mutating func rule(of id: SchemaID, in shape: inout Shape) -> MembersRule? {
    let node = graph[id]
    var rule = MembersRule()
    if let properties = node.keyword(Properties.self) {
      if declared[id] == nil {
        declared[id] = Dictionary(
          properties.properties.map { (ScalarText($0.name), $0.schema) }, uniquingKeysWith: { first, _ in first })
      }
      rule.schemas = declared[id] ?? [:]
      rule.names = properties.properties.map(\.name)
    }
    if let patterns = node.keyword(PatternProperties.self), !patterns.properties.isEmpty {
      rule.patterns = patterns.properties
      rule.patternsPlace = node.json["patternProperties"]
    }
    rule.others = node.keyword(AdditionalProperties.self)?.schema
    if rule.others == nil, let unevaluated = node.keyword(UnevaluatedProperties.self) {
      let mentioned = graph[unevaluated.schema].boolean == true ? [] : graph.namesMentioned(by: id)
      rule.others = mentioned == nil ? nil : unevaluated.schema
      rule.mentioned = mentioned ?? []
      if mentioned == nil, let place = node.json["unevaluatedProperties"] {
        shape.unexpressed.append(Unexpressed(keyword: "unevaluatedProperties", node: place, types: .object))
      }
    }
    return rule.names.isEmpty && rule.patterns.isEmpty && rule.others == nil ? nil : rule
  }
}

/// What one schema says about members.
struct MembersRule {
  var names: [String] = []
  var schemas: [ScalarText: SchemaID] = [:]
  var patterns: [(pattern: Pattern, schema: SchemaID)] = []
  var patternsPlace: JSONNode?
  var others: SchemaID?

  /// Names that schemas beside this one speak of, so that the others do not include them.
  var mentioned: [ScalarText] = []

  /// The schemas that hold for a member.
  func schemas(for name: ScalarText) -> [SchemaID] {
    var found = schemas[name].map { [$0] } ?? []
    var isOther = found.isEmpty && !mentioned.contains(name)
    for (pattern, schema) in patterns {
      switch pattern.search(name.string) {
      case .match:
        found.append(schema)
        isOther = false
      case .undecided: isOther = false
      case .noMatch: break
      }
    }
    if isOther, let others { found.append(others) }
    return found
  }
}

extension SchemaGraph {
  /// The names of members that any schema may evaluate which is applied to the same value; nil if it can't be told.
  fileprivate func namesMentioned(by id: SchemaID) -> [ScalarText]? {
    var seen: Set<SchemaID> = []
    var names: [ScalarText] = []
    var stack = [id]
    while let next = stack.popLast() {
      guard seen.insert(next).inserted, seen.count < 1_000 else { continue }
      for keyword in self[next].keywords {
        switch keyword {
        case let properties as Properties: names += properties.properties.map { ScalarText($0.name) }
        case is PatternProperties where next != id, is AdditionalProperties, is DynamicReference, is RecursiveReference:
          return nil
        case is UnevaluatedProperties where next != id: return nil
        default: stack += keyword.inPlace
        }
      }
    }
    return seen.count < 1_000 ? names : nil
  }
}
