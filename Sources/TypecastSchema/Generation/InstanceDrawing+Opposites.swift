import TypecastJSON

/// What it takes to violate each keyword.
extension InstanceDrawing {
  /// Whether a keyword can be violated at all.
  static func isAssertion(_ keyword: any Keyword) -> Bool {
    switch keyword {
    case is Annotation, is UnknownKeyword: false
    case let keyword as FormatKeyword: keyword.isAsserted && keyword.format != nil
    default: true
    }
  }

  mutating func oppose(_ keyword: any Keyword, of node: SchemaNode, in scope: [Int], into demand: inout Demand) {
    switch keyword {
    case let keyword as TypeKeyword: demand.types.subtract(keyword.types)
    case let keyword as Enumeration: demand.excluded += keyword.values.map(\.value)
    case let keyword as Constant: demand.excluded.append(keyword.value.value)
    case let keyword as Reference: absorb(.fails(keyword.target, in: scope), into: &demand)
    case let keyword as DynamicReference: absorb(.fails(target(of: keyword, in: scope), in: scope), into: &demand)
    case let keyword as RecursiveReference: absorb(.fails(target(of: keyword, in: scope), in: scope), into: &demand)
    case let keyword as AllOf: demand.choices.append(keyword.schemas.map { [.fails($0, in: scope)] })
    case let keyword as AnyOf: for schema in keyword.schemas { absorb(.fails(schema, in: scope), into: &demand) }
    case let keyword as OneOf: opposeOneOf(keyword, in: scope, into: &demand)
    case let keyword as Not: absorb(.holds(keyword.schema, in: scope), into: &demand)
    case let keyword as Conditional:
      var ways: [[Claim]] = []
      if let consequence = keyword.consequence {
        ways.append([.holds(keyword.condition, in: scope), .fails(consequence, in: scope)])
      }
      if let alternative = keyword.alternative {
        ways.append([.fails(keyword.condition, in: scope), .fails(alternative, in: scope)])
      }
      demand.choices.append(ways)
    default:
      oppose(number: keyword, into: &demand)
      oppose(string: keyword, into: &demand)
      oppose(array: keyword, in: scope, into: &demand)
      oppose(object: keyword, of: node, in: scope, into: &demand)
    }
  }

  private mutating func opposeOneOf(_ keyword: OneOf, in scope: [Int], into demand: inout Demand) {
    demand.isGuess = true
    if keyword.schemas.count > 1, random.chance(50) {
      for schema in random.shuffled(keyword.schemas).prefix(2) { absorb(.holds(schema, in: scope), into: &demand) }
    } else {
      for schema in keyword.schemas { absorb(.fails(schema, in: scope), into: &demand) }
    }
  }

  private func oppose(number keyword: any Keyword, into demand: inout Demand) {
    switch keyword {
    case let keyword as Minimum:
      if let limit = keyword.limit.number { demand.dropUpper(limit, isExclusive: !keyword.isExclusive) }
    case let keyword as Maximum:
      if let limit = keyword.limit.number { demand.raiseLower(limit, isExclusive: !keyword.isExclusive) }
    case let keyword as ExclusiveMinimum:
      if let limit = keyword.limit.number { demand.dropUpper(limit, isExclusive: false) }
    case let keyword as ExclusiveMaximum:
      if let limit = keyword.limit.number { demand.raiseLower(limit, isExclusive: false) }
    case let keyword as MultipleOf:
      if let divisor = keyword.divisor.number { demand.nonDivisors.append(divisor) }
    default: return
    }
    demand.types.formIntersection(.number)
  }

  private func oppose(string keyword: any Keyword, into demand: inout Demand) {
    switch keyword {
    case let keyword as MinLength: demand.maxLength = min(demand.maxLength, keyword.limit - 1)
    case let keyword as MaxLength:
      demand.minLength = max(demand.minLength, keyword.limit == Int.max ? Int.max : keyword.limit + 1)
    case let keyword as PatternKeyword: demand.unwantedPatterns.append(keyword.pattern)
    case let keyword as FormatKeyword: if let format = keyword.format { demand.unwantedFormats.append(format) }
    default: return
    }
    demand.types.formIntersection(.string)
  }

  private mutating func oppose(array keyword: any Keyword, in scope: [Int], into demand: inout Demand) {
    switch keyword {
    case let keyword as MinItems: demand.maxItems = min(demand.maxItems, keyword.limit - 1)
    case let keyword as MaxItems:
      demand.minItems = max(demand.minItems, keyword.limit == Int.max ? Int.max : keyword.limit + 1)
    case is UniqueItems:
      demand.hasDuplicates = true
      demand.minItems = max(demand.minItems, 2)
    case let keyword as PrefixItems: opposeElement(of: keyword.schemas, in: scope, into: &demand)
    case let keyword as ArrayItems: opposeElement(of: keyword.schemas, in: scope, into: &demand)
    case let keyword as Items: demand.demandElement(.fails(keyword.schema, in: scope), at: keyword.skipped)
    case let keyword as AdditionalItems: demand.demandElement(.fails(keyword.schema, in: scope), at: keyword.skipped)
    case let keyword as UnevaluatedItems:
      let longest = demand.elementRules.map(\.prefix.count).max() ?? 0
      demand.demandElement(.fails(keyword.schema, in: scope), at: longest)
      demand.isGuess = true
    case let keyword as Contains:
      if let maximum = keyword.maximum, maximum < 100, keyword.minimum == 0 || random.chance(50) {
        demand.contains.append((.holds(keyword.schema, in: scope), maximum + 1, Int.max))
      } else if keyword.minimum > 0 {
        demand.allElements.append(.fails(keyword.schema, in: scope))
      } else {
        demand.types = []
      }
    default: return
    }
    demand.types.formIntersection(.array)
  }

  private mutating func opposeElement(of schemas: [SchemaID], in scope: [Int], into demand: inout Demand) {
    let index = random.below(schemas.count)
    demand.demandElement(.fails(schemas[index], in: scope), at: index)
  }

  private mutating func oppose(
    object keyword: any Keyword, of node: SchemaNode, in scope: [Int], into demand: inout Demand
  ) {
    switch keyword {
    case let keyword as MinProperties: demand.maxProperties = min(demand.maxProperties, keyword.limit - 1)
    case let keyword as MaxProperties:
      demand.minProperties = max(demand.minProperties, keyword.limit == Int.max ? Int.max : keyword.limit + 1)
    case let keyword as Required:
      if let name = random.pick(keyword.names) { demand.forbid(name) } else { demand.types = [] }
    case let keyword as DependentRequired: opposeNames(keyword.dependencies, into: &demand)
    case let keyword as DependentSchemas: opposeSchemas(keyword.dependencies, in: scope, into: &demand)
    case let keyword as Dependencies:
      if !keyword.names.isEmpty, keyword.schemas.isEmpty || random.chance(50) {
        opposeNames(keyword.names, into: &demand)
      } else {
        opposeSchemas(keyword.schemas, in: scope, into: &demand)
      }
    case let keyword as Properties:
      demand.demandMember(random.pick(keyword.properties).map { ($0.name, .fails($0.schema, in: scope)) })
    case let keyword as PatternProperties:
      guard let (pattern, schema) = random.pick(keyword.properties) else { return demand.types = [] }
      demand.nameWishes.append(NameWish(pattern: pattern, member: .fails(schema, in: scope)))
    case let keyword as AdditionalProperties:
      demand.demandMember(freshName(besides: demand).map { ($0, .fails(keyword.schema, in: scope)) })
    case let keyword as UnevaluatedProperties:
      demand.demandMember(freshName(besides: demand).map { ($0, .fails(keyword.schema, in: scope)) })
      demand.isGuess = true
    case let keyword as PropertyNames:
      demand.nameWishes.append(NameWish(claims: [.fails(keyword.schema, in: scope)]))
    default: return
    }
    demand.types.formIntersection(.object)
  }

  private mutating func opposeNames(
    _ dependencies: [(trigger: String, names: [String])], into demand: inout Demand
  ) {
    guard let (trigger, names) = random.pick(dependencies.filter { !$0.names.isEmpty }), let name = random.pick(names)
    else { return demand.types = [] }
    demand.require(trigger)
    demand.forbid(name)
  }

  private mutating func opposeSchemas(
    _ dependencies: [(name: String, schema: SchemaID)], in scope: [Int], into demand: inout Demand
  ) {
    guard let (name, schema) = random.pick(dependencies) else { return demand.types = [] }
    demand.require(name)
    absorb(.fails(schema, in: scope), into: &demand)
  }
}

extension Demand {
  mutating func forbid(_ name: String) {
    forbidden.insert(ScalarText(name))
  }

  mutating func demandElement(_ claim: Claim, at index: Int) {
    elements[index, default: []].append(claim)
    minItems = max(minItems, index + 1)
    hinted.insert(.array)
  }

  mutating func demandMember(_ member: (name: String, claim: Claim)?) {
    guard let (name, claim) = member else { return types = [] }
    require(name)
    members[ScalarText(name), default: []].append(claim)
    hinted.insert(.object)
  }
}
