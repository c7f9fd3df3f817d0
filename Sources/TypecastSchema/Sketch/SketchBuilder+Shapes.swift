import TypecastJSON

extension SketchBuilder {
  /// The type that all facets of one value come to.
  mutating func type(of facets: SketchFacets, depth: Int) -> SketchType {
    var facets = facets
    if !facets.choices.isEmpty || !facets.others.isEmpty { tellOfUncovered(&facets, depth: depth) }
    let types = facets.types == .all ? inferredTypes(of: facets) : facets.types
    var notes = facets.sentences(about: types)
    var parts: [SketchType] = []
    for choice in facets.choices {
      if let sentence = sentence(for: choice) {
        notes.append(sentence)
        continue
      }
      if choice.isExclusive, !areDisjoint(choice.schemas) { notes.append("exactly one of these") }
      parts.append(
        .union(
          choice.schemas.map {
            type(of: $0, depth: depth + 1, among: facets.types, isCondition: facets.isCondition)
          }))
    }
    for other in facets.others {
      parts.append(type(of: other, depth: depth + 1, among: facets.types, isCondition: facets.isCondition))
    }
    if parts.isEmpty || saysMore(facets) {
      parts.insert(.union(shapes(of: facets, among: types, depth: depth)), at: 0)
    }
    if parts.count == 1 { return SketchType(parts[0].shape, notes: notes + parts[0].notes) }
    return SketchType(.intersection(parts), notes: notes)
  }

  /// Says in words what holds for members and items that neither the facets nor the schemas beside them name.
  private mutating func tellOfUncovered(_ facets: inout SketchFacets, depth: Int) {
    let parts = [(facets.uncoveredMembers, "member", TypeSet.object), (facets.uncoveredItems, "item", TypeSet.array)]
    for case (let schema?, let noun, let types) in parts {
      switch graph[uses.target(of: schema)].boolean {
      case true?: break
      case false?: facets.notes.append(SketchFacets.Note(types: types, text: "no other \(noun)s"))
      case nil:
        let rest = SketchWriter.operand(type(of: schema, depth: depth + 1))
        facets.notes.append(SketchFacets.Note(types: types, text: "every other \(noun) is \(rest)"))
      }
    }
    facets.uncoveredMembers = nil
    facets.uncoveredItems = nil
  }

  /// Whether the facets have a shape of their own beside the alternatives and the other schemas.
  private func saysMore(_ facets: SketchFacets) -> Bool {
    if !facets.constants.isEmpty || facets.hasObject || facets.hasArray { return true }
    if facets.types == .all { return false }
    // The alternatives have been narrowed already; a schema that is only named has not.
    return facets.others.contains { !hasOnly(facets.types, $0) }
  }

  /// Whether a schema says itself that only these sorts of value are valid.
  private func hasOnly(_ types: TypeSet, _ schema: SchemaID) -> Bool {
    graph[schema].keyword(TypeKeyword.self).map { types.isSuperset(of: $0.types) } ?? false
      || types == .object && graph[schema].keyword(Properties.self) != nil
  }

  /// The sorts of value that a schema without a type is about.
  private func inferredTypes(of facets: SketchFacets) -> TypeSet {
    var types = facets.isCondition ? [] : facets.typesOfSentences
    if facets.hasObject { types.formUnion(.object) }
    if facets.hasArray { types.formUnion(.array) }
    return types.isEmpty ? .all : types
  }

  /// A group of alternatives that only name required members, in words.
  private func sentence(for choice: SketchFacets.Choice) -> String? {
    var demands: [String] = []
    for schema in choice.schemas {
      guard let names = namesThatAreAllOf(schema) else { return nil }
      demands.append("has \(SketchText.names(names))")
    }
    return (choice.isExclusive ? "exactly one of: " : "") + demands.joined(separator: " or ")
  }

  // MARK: - Shapes

  private mutating func shapes(of facets: SketchFacets, among types: TypeSet, depth: Int) -> [SketchType] {
    var shapes: [SketchType] = []
    if let first = facets.constants.first {
      let rest = facets.constants.dropFirst().map { Set($0.map(\.value)) }
      let allowed = first.filter { value in
        types.allows(value) && rest.allSatisfy { $0.contains(value.value) }
      }
      shapes = [SketchType(.union(allowed.map { .word(SketchText.literal($0.value)) }))]
      if allowed.count == 1 { shapes = [.word(SketchText.literal(allowed[0].value))] }
      if allowed.isEmpty { shapes = [.word("never")] }
      guard facets.hasObject || facets.hasArray else { return shapes }
      let other = SketchType.union(self.shapes(among: types, facets, depth: depth))
      return [SketchType(.intersection([.union(shapes), other]))]
    }
    return self.shapes(among: types, facets, depth: depth)
  }

  private mutating func shapes(among types: TypeSet, _ facets: SketchFacets, depth: Int) -> [SketchType] {
    if types == .all, !facets.hasObject, !facets.hasArray { return [.word("any")] }
    var shapes: [SketchType] = []
    if types.contains(.object) { shapes.append(object(facets, depth: depth)) }
    if types.contains(.array) { shapes.append(array(facets, depth: depth)) }
    if types.contains(.string) { shapes.append(.word("string")) }
    if types.contains(.number) || types.contains(.fraction) {
      shapes.append(.word("number"))
    } else if types.contains(.plainInteger) || types.contains(.roundFraction) {
      shapes.append(.word("int"))
    }
    if types.contains(.boolean) { shapes.append(.word("bool")) }
    if types.contains(.null) { shapes.append(.word("null")) }
    return shapes.isEmpty ? [.word("never")] : shapes
  }

  private mutating func object(_ facets: SketchFacets, depth: Int) -> SketchType {
    let rest = facets.extras ?? facets.uncoveredMembers
    let restVerdict = rest.map { graph[uses.target(of: $0)].boolean } ?? nil
    var members: [SketchType.Member] = []
    for (name, schemas) in facets.members {
      let all = schemas.map { type(of: $0, depth: depth + 1, called: name) }
      let label = SketchText.name(name) + (facets.isRequired(name) ? "" : "?")
      members.append(SketchType.Member(label: label, type: all.count == 1 ? all[0] : SketchType(.intersection(all))))
    }
    for name in facets.required where !facets.hasMember(name) {
      members.append(SketchType.Member(label: SketchText.name(name), type: .word("any")))
    }
    for (pattern, schema) in facets.patterns {
      let label = "[\(SketchText.pattern(pattern))]"
      members.append(SketchType.Member(label: label, type: type(of: schema, depth: depth + 1)))
    }
    if let rest, restVerdict == nil {
      members.append(SketchType.Member(label: "[key: string]", type: type(of: rest, depth: depth + 1)))
    } else if restVerdict == true, !members.isEmpty {
      members.append(SketchType.Member(label: "...", type: nil))
    }
    return members.isEmpty && restVerdict != false ? .word("object") : SketchType(.object(members))
  }

  private mutating func array(_ facets: SketchFacets, depth: Int) -> SketchType {
    let rest = facets.items ?? facets.uncoveredItems
    let restVerdict = rest.map { graph[uses.target(of: $0)].boolean } ?? nil
    let element = restVerdict == false ? nil : rest.map { type(of: $0, depth: depth + 1) }
    if facets.prefix.isEmpty {
      return restVerdict == false ? .word("[]") : SketchType(.list(element ?? .word("any")))
    }
    let elements = facets.prefix.map { type(of: $0, depth: depth + 1) }
    return SketchType(.tuple(elements, rest: element))
  }
}
