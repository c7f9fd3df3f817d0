import TypecastJSON

/// What each keyword adds to a demand.
extension InstanceDrawing {
  /// Adds a claim and all that follows from it.
  mutating func absorb(_ claim: Claim, into demand: inout Demand) {
    // Schemas refer to each other in chains of any length, so what follows waits in a list.
    guard demand.enqueue(claim) else { return }
    while let next = demand.dequeue() { unfold(next, into: &demand) }
  }

  private mutating func unfold(_ claim: Claim, into demand: inout Demand) {
    let node = graph[claim.schema]
    switch claim.kind {
    case .holds:
      if heights[node.id] >= SchemaHeights.endless, skipped == nil {
        demand.types = []
        return
      }
      let scope = entering(node.resource, from: claim.scope)
      for (index, keyword) in node.keywords.enumerated() {
        if let skipped, skipped.schema == node.id, skipped.keyword == index { continue }
        absorb(keyword, of: node, in: scope, into: &demand)
      }
    case .fails:
      if let boolean = node.boolean {
        if boolean { demand.types = [] }
        return
      }
      let ways = node.keywords.indices.filter { Self.isAssertion(node.keywords[$0]) }
      demand.choices.append(ways.map { [.breaks(node.id, $0, in: claim.scope)] })
    case .breaks(_, let index):
      oppose(node.keywords[index], of: node, in: entering(node.resource, from: claim.scope), into: &demand)
    }
  }

  private func entering(_ resource: Int, from scope: [Int]) -> [Int] {
    guard graph.usesDynamicScope, scope.last != resource else { return scope }
    return scope + [resource]
  }

  /// The schema that a dynamic anchor means in a scope.
  func target(of reference: DynamicReference, in scope: [Int]) -> SchemaID {
    guard let anchor = reference.anchor else { return reference.target }
    for resource in scope {
      if let found = graph.dynamicAnchors[resource][anchor] { return found }
    }
    return reference.target
  }

  func target(of reference: RecursiveReference, in scope: [Int]) -> SchemaID {
    for resource in scope {
      if let found = graph.recursiveAnchors[resource] { return found }
    }
    return reference.target
  }

  private mutating func absorb(
    _ keyword: any Keyword, of node: SchemaNode, in scope: [Int], into demand: inout Demand
  ) {
    switch keyword {
    case let keyword as TypeKeyword: demand.types.formIntersection(keyword.types)
    case let keyword as Annotation: absorb(annotation: keyword, into: &demand)
    case is UnknownKeyword: break
    case let keyword as Properties:
      demand.hinted.insert(.object)
      addMemberRule(of: node, in: scope, to: &demand)
      for (name, schema) in keyword.properties where graph[schema].boolean == false {
        demand.forbidden.insert(ScalarText(name))
      }
    case let keyword as Required:
      demand.hinted.insert(.object)
      for name in keyword.names { demand.require(name) }
    case let keyword as Enumeration: demand.restrict(to: keyword.values.map(\.value))
    case let keyword as Constant: demand.restrict(to: [keyword.value.value])
    case let keyword as Reference: absorb(.holds(keyword.target, in: scope), into: &demand)
    case let keyword as DynamicReference: absorb(.holds(target(of: keyword, in: scope), in: scope), into: &demand)
    case let keyword as RecursiveReference: absorb(.holds(target(of: keyword, in: scope), in: scope), into: &demand)
    case let keyword as AllOf: for schema in keyword.schemas { absorb(.holds(schema, in: scope), into: &demand) }
    case let keyword as AnyOf: demand.choices.append(keyword.schemas.map { [.holds($0, in: scope)] })
    case let keyword as OneOf: demand.choices.append(alternatives(of: keyword, in: scope))
    case let keyword as Not: absorb(.fails(keyword.schema, in: scope), into: &demand)
    case let keyword as Conditional: demand.choices.append(alternatives(of: keyword, in: scope))
    default:
      absorb(number: keyword, into: &demand)
      absorb(string: keyword, into: &demand)
      absorb(array: keyword, in: scope, into: &demand)
      absorb(object: keyword, of: node, in: scope, into: &demand)
    }
  }

  /// One alternative each; now and then together with the opposite of all others.
  private mutating func alternatives(of keyword: OneOf, in scope: [Int]) -> [[Claim]] {
    let isThorough = keyword.schemas.count <= 12 && random.chance(40)
    return keyword.schemas.indices.map { chosen in
      var claims = [Claim.holds(keyword.schemas[chosen], in: scope)]
      for other in keyword.schemas.indices where isThorough && other != chosen {
        claims.append(.fails(keyword.schemas[other], in: scope))
      }
      return claims
    }
  }

  private func alternatives(of keyword: Conditional, in scope: [Int]) -> [[Claim]] {
    var yes = [Claim.holds(keyword.condition, in: scope)]
    var no = [Claim.fails(keyword.condition, in: scope)]
    if let consequence = keyword.consequence { yes.append(.holds(consequence, in: scope)) }
    if let alternative = keyword.alternative { no.append(.holds(alternative, in: scope)) }
    return [yes, no]
  }

  private func absorb(annotation: Annotation, into demand: inout Demand) {
    switch annotation.name {
    case "default": demand.suggestions.append(annotation.value)
    case "examples": demand.suggestions += annotation.value.array ?? []
    default: break
    }
  }

  private func absorb(number keyword: any Keyword, into demand: inout Demand) {
    switch keyword {
    case let keyword as Minimum:
      if let limit = keyword.limit.number { demand.raiseLower(limit, isExclusive: keyword.isExclusive) }
    case let keyword as Maximum:
      if let limit = keyword.limit.number { demand.dropUpper(limit, isExclusive: keyword.isExclusive) }
    case let keyword as ExclusiveMinimum:
      if let limit = keyword.limit.number { demand.raiseLower(limit, isExclusive: true) }
    case let keyword as ExclusiveMaximum:
      if let limit = keyword.limit.number { demand.dropUpper(limit, isExclusive: true) }
    case let keyword as MultipleOf:
      if let divisor = keyword.divisor.number { demand.divisors.append(divisor) }
    default: return
    }
    demand.hinted.formUnion(.number)
  }

  private func absorb(string keyword: any Keyword, into demand: inout Demand) {
    switch keyword {
    case let keyword as MinLength: demand.minLength = max(demand.minLength, keyword.limit)
    case let keyword as MaxLength: demand.maxLength = min(demand.maxLength, keyword.limit)
    case let keyword as PatternKeyword: demand.patterns.append(keyword.pattern)
    case let keyword as FormatKeyword:
      // A format that is only noted, and of another edition at that, still tells what is meant.
      let meant = keyword.format ?? Format.allCases.first { $0.name.utf8.elementsEqual(keyword.name.utf8) }
      guard let meant else { return }
      demand.formats.append((meant, keyword.isAsserted && keyword.format != nil))
    default: return
    }
    demand.hinted.insert(.string)
  }

  private func absorb(array keyword: any Keyword, in scope: [Int], into demand: inout Demand) {
    switch keyword {
    case let keyword as MinItems: demand.minItems = max(demand.minItems, keyword.limit)
    case let keyword as MaxItems: demand.maxItems = min(demand.maxItems, keyword.limit)
    case is UniqueItems: demand.isUnique = true
    case let keyword as PrefixItems: demand.elementRules.append(ElementRule(prefix: keyword.schemas, scope: scope))
    case let keyword as ArrayItems: demand.elementRules.append(ElementRule(prefix: keyword.schemas, scope: scope))
    case let keyword as Items:
      demand.elementRules.append(ElementRule(skipped: keyword.skipped, rest: keyword.schema, scope: scope))
    case let keyword as AdditionalItems:
      demand.elementRules.append(ElementRule(skipped: keyword.skipped, rest: keyword.schema, scope: scope))
    case let keyword as UnevaluatedItems:
      demand.elementRules.append(ElementRule(rest: keyword.schema, isLast: true, scope: scope))
      demand.isGuess = true
    case let keyword as Contains:
      demand.contains.append((.holds(keyword.schema, in: scope), keyword.minimum, keyword.maximum ?? Int.max))
      demand.isGuess = demand.isGuess || keyword.maximum != nil
    default: return
    }
    demand.hinted.insert(.array)
  }

  private mutating func absorb(
    object keyword: any Keyword, of node: SchemaNode, in scope: [Int], into demand: inout Demand
  ) {
    switch keyword {
    case let keyword as MinProperties: demand.minProperties = max(demand.minProperties, keyword.limit)
    case let keyword as MaxProperties: demand.maxProperties = min(demand.maxProperties, keyword.limit)
    case is PatternProperties, is AdditionalProperties: addMemberRule(of: node, in: scope, to: &demand)
    case let keyword as PropertyNames: demand.names.append(.holds(keyword.schema, in: scope))
    case let keyword as DependentRequired: demand.dependentNames += keyword.dependencies
    case let keyword as DependentSchemas:
      for (name, schema) in keyword.dependencies { demand.dependentSchemas.append((name, .holds(schema, in: scope))) }
      demand.isGuess = true
    case let keyword as Dependencies:
      demand.dependentNames += keyword.names
      for (name, schema) in keyword.schemas { demand.dependentSchemas.append((name, .holds(schema, in: scope))) }
      demand.isGuess = demand.isGuess || !keyword.schemas.isEmpty
    case let keyword as UnevaluatedProperties:
      demand.memberRules.append((MemberRule(unevaluated: keyword.schema), scope))
      demand.isGuess = true
    default: return
    }
    demand.hinted.insert(.object)
  }

  /// The first of the three keywords that make up a rule adds it whole.
  private mutating func addMemberRule(of node: SchemaNode, in scope: [Int], to demand: inout Demand) {
    guard let rule = memberRule(of: node), !demand.memberRules.contains(where: { $0.rule === rule }) else { return }
    demand.memberRules.append((rule, scope))
  }
}
