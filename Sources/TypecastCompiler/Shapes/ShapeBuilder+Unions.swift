import TypecastJSON
import TypecastSchema

/// A keyword that becomes an enum with payloads.
struct UnionSource {
  /// The schemas around the alternatives.
  let rest: Conjunction

  /// The schema that has the keyword.
  let element: Conjunction.Element
  let schemas: [SchemaID]
  let isExclusive: Bool
}

extension ShapeBuilder {
  private static let mostBranches = 256

  /// Choices within choices multiply; beyond these many alternatives the interpreter checks what is left of them.
  private static let mostAlternatives = 300

  /// The first choice whose alternatives differ in what they hold, and not only in what they demand.
  func structuralUnion(of conjunction: Conjunction) -> UnionSource? {
    for (index, element) in conjunction.elements.enumerated() {
      for (place, keyword) in element.keywords(in: graph) {
        guard let (schemas, isExclusive) = branches(of: keyword), schemas.count <= Self.mostBranches,
          conjunction.alternatives * schemas.count <= Self.mostAlternatives,
          schemas.contains(where: { hasStructure($0, scope: element.scope) })
        else { continue }
        return UnionSource(
          rest: conjunction.leavingOut(place, ofElement: index, in: graph), element: element, schemas: schemas,
          isExclusive: isExclusive)
      }
    }
    return nil
  }

  private func hasStructure(_ schema: SchemaID, scope: [Int]) -> Bool {
    let place = Conjunction.Element(schema: schema, scope: scope)
    if let known = knownStructure[place] { return known }
    knownStructure[place] = false
    let structure = looksForStructure(schema, scope: scope)
    knownStructure[place] = structure
    return structure
  }

  private func looksForStructure(_ schema: SchemaID, scope: [Int]) -> Bool {
    var conjunction = Conjunction()
    conjunction.add(schema, scope: scope, in: graph)
    if conjunction.types != .all { return true }
    return conjunction.elements.contains { element in
      element.keywords(in: graph).contains { _, keyword in
        switch keyword {
        case is Enumeration, is Constant, is Properties, is PatternProperties, is AdditionalProperties, is Items,
          is PrefixItems, is ArrayItems, is AdditionalItems:
          true
        default:
          branches(of: keyword)?.schemas.contains { hasStructure($0, scope: element.scope) } ?? false
        }
      }
    }
  }

  private struct Branch {
    let schema: SchemaID
    let conjunction: Conjunction
    let types: TypeSet
  }

  /// The shape of a choice.
  func shape(of union: UnionSource, _ conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    let branches = union.schemas.map { schema in
      var branch = union.rest
      branch.add(schema, scope: union.element.scope, in: graph)
      branch.alternatives *= union.schemas.count
      return Branch(
        schema: schema, conjunction: branch, types: branch.isNever ? [] : possibleTypes(of: branch))
    }
    let live = branches.filter { !$0.types.isEmpty }
    if live.isEmpty { return .never }
    if live.count == 1 {
      return shape(of: live[0].conjunction, origin: origin, hint: hint)
    }
    let id = knot(of: conjunction) ?? reserve(conjunction, origin: origin, hint: hint)
    tie(conjunction, to: id)
    let selection: UnionShape.Selection
    if let dispatch = dispatch(among: live) {
      selection = dispatch
    } else {
      selection = .trial(
        live.map { branch in
          let scope = graph.scope(union.element.scope, entering: graph[branch.schema].resource)
          return CheckedPart(
            schema: branch.schema, keywords: Array(graph[branch.schema].keywords.indices), scope: scope)
        }, isExclusive: union.isExclusive)
    }
    let cases = live.map { branch in
      let (_, origin) = self.conjunction(of: [(branch.schema, union.element.scope)], origin: branch.schema)
      return UnionShape.Case(
        hint: caseHint(branch.schema, origin, branch.types),
        shape: shape(of: branch.conjunction, origin: origin, hint: caseHint(branch.schema, origin, branch.types)),
        schema: branch.schema)
    }
    // A choice by trial looks at the alternatives alone: the schemas around them are checked with the one that is chosen.
    define(id, as: .union(UnionShape(cases: cases, selection: selection)))
    return .named(id)
  }

  /// How alternatives are told apart without trying them, if they can be.
  private func dispatch(among branches: [Branch]) -> UnionShape.Selection? {
    var byKind: [Int: Int] = [:]
    var objects: [Int] = []
    for (number, branch) in branches.enumerated() {
      for kind in branch.types.kinds {
        if kind == .object {
          objects.append(number)
          continue
        }
        if byKind.updateValue(number, forKey: kind.number) != nil { return nil }
      }
    }
    if objects.count == 1 { byKind[JSONType.object.number] = objects[0] }
    if objects.count < 2 { return .dispatch(byKind, tag: nil) }
    return tag(among: objects.map { (number: $0, conjunction: branches[$0].conjunction) })
      .map { .dispatch(byKind, tag: $0) }
  }

  /// A required member whose texts differ from alternative to alternative.
  private func tag(among branches: [(number: Int, conjunction: Conjunction)]) -> UnionShape.Tag? {
    let candidates = requiredNames(of: branches[0].conjunction)
    let required = branches.map { Set(requiredNames(of: $0.conjunction)) }
    let members = branches.map { self.members(of: $0.conjunction) }
    search: for name in candidates {
      var texts: [(ScalarText, Int)] = []
      var seen: Set<ScalarText> = []
      for (place, branch) in branches.enumerated() {
        guard required[place].contains(name), let values = finiteValues(of: members[place].member(name).conjunction)
        else { continue search }
        for value in values {
          guard let text = value.string, seen.insert(ScalarText(text)).inserted else { continue search }
          texts.append((ScalarText(text), branch.number))
        }
      }
      return UnionShape.Tag(key: name.string, texts: texts)
    }
    return nil
  }

  /// Words for a schema that stands among alternatives; none for any other.
  func branchHint(_ schema: SchemaID) -> [String] {
    let tokens = graph.pointer(to: schema).tokens.suffix(2).map(\.string)
    guard let keyword = tokens.first, keyword == "anyOf" || keyword == "oneOf" else { return [] }
    return caseHint(schema, schema, possibleTypes(of: Conjunction(schema, in: graph)))
  }

  /// Words for a case: a name that is chosen, a title, a constant, the name of a definition, or the type.
  private func caseHint(_ schema: SchemaID, _ origin: SchemaID, _ types: TypeSet) -> [String] {
    for id in [schema, origin] {
      if let name = SwiftName.chosen(by: graph[id].json) { return [name] }
      if let title = annotation("title", of: id)?.string, !SwiftName.words(of: title).isEmpty { return [title] }
    }
    if let place = graph.definitionName(of: origin) { return [place] }
    var conjunction = Conjunction()
    conjunction.add(schema, scope: [], in: graph)
    if let values = finiteValues(of: conjunction), values.count == 1, let text = values[0].string { return [text] }
    let members = members(of: conjunction)
    for name in requiredNames(of: conjunction) {
      if let values = finiteValues(of: members.member(name).conjunction), values.count == 1,
        let text = values[0].string, !SwiftName.words(of: text).isEmpty
      {
        return [text]
      }
    }
    let kinds = types.kinds
    if kinds.count == 1 { return [kinds[0].caseName(isInteger: types.isDisjoint(with: .fraction))] }
    return ["option"]
  }

  // MARK: - Types without a choice

  /// The shape of a value that may be of several types.
  func shape(ofKinds kinds: [JSONType], _ conjunction: Conjunction, origin: SchemaID, hint: [String]) -> Shape {
    let structured = kinds.filter { kind in
      (kind == .object || kind == .array) && conjunction.types.contains(TypeSet.types(of: kind))
        && hasDemands(on: kind, conjunction)
    }
    if conjunction.types == .all, structured.isEmpty { return opaque(conjunction) }
    let id = knot(of: conjunction) ?? reserve(conjunction, origin: origin, hint: hint)
    tie(conjunction, to: id)
    // What no keyword speaks of is held together where it is most of the types.
    let free = kinds.filter { !hasDemands(on: $0, conjunction) }
    let grouped = free.count > 2 ? free : []
    var cases: [UnionShape.Case] = []
    var byKind: [Int: Int] = [:]
    for kind in kinds where !grouped.contains(kind) {
      byKind[kind.number] = cases.count
      let types = TypeSet.types(of: kind)
      let name = kind.caseName(isInteger: conjunction.types.isDisjoint(with: .fraction))
      cases.append(
        UnionShape.Case(
          hint: [name], shape: shape(of: conjunction.restricted(to: types), origin: origin, hint: hint + [name]),
          schema: nil))
    }
    if !grouped.isEmpty {
      for kind in grouped { byKind[kind.number] = cases.count }
      let types = grouped.reduce(into: TypeSet()) { $0.formUnion(TypeSet.types(of: $1)) }
      cases.append(
        UnionShape.Case(hint: ["other"], shape: opaque(conjunction.restricted(to: types)), schema: nil))
    }
    define(id, as: .union(UnionShape(cases: cases, selection: .dispatch(byKind, tag: nil))))
    return .named(id)
  }

  private func hasDemands(on kind: JSONType, _ conjunction: Conjunction) -> Bool {
    conjunction.elements.contains { element in
      element.keywords(in: graph).contains { $0.keyword.isDemand && $0.keyword.kinds?.contains(kind) == true }
    }
  }
}

extension JSONType {
  /// A number for the sort of value, known to generated code and the run time alike.
  var number: Int {
    switch self {
    case .null: 0
    case .boolean: 1
    case .object: 2
    case .array: 3
    case .number: 4
    case .string: 5
    }
  }

  func caseName(isInteger: Bool) -> String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .object: "object"
    case .array: "array"
    case .number: isInteger ? "integer" : "number"
    case .string: "string"
    }
  }
}

extension Keyword {
  /// The sorts of value that the keyword speaks of; nil for one that speaks of all.
  var kinds: [JSONType]? {
    switch self {
    case is Properties, is PatternProperties, is AdditionalProperties, is PropertyNames, is Required,
      is DependentRequired, is DependentSchemas, is Dependencies, is MinProperties, is MaxProperties,
      is UnevaluatedProperties:
      [.object]
    case is Items, is PrefixItems, is ArrayItems, is AdditionalItems, is Contains, is MinItems, is MaxItems,
      is UniqueItems, is UnevaluatedItems:
      [.array]
    case is MinLength, is MaxLength, is PatternKeyword, is FormatKeyword: [.string]
    case is Minimum, is Maximum, is ExclusiveMinimum, is ExclusiveMaximum, is MultipleOf: [.number]
    default: nil
    }
  }
}
