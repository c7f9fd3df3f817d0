import TypecastJSON

extension ShapeBuilder {
  /// Takes over what is demanded of a value itself, the strictest of each sort.
  func mergeScalars(of parts: [SchemaID], into shape: inout Shape) {
    for part in parts {
      let json = graph[part].json
      for keyword in graph[part].keywords { merge(keyword, of: json, into: &shape) }
    }
    dropWeakerLimits(&shape)
  }

  private func merge(_ keyword: any Keyword, of json: JSONNode, into shape: inout Shape) {
    func count(_ name: LimitKeyword) { tighten(name, json[name.rawValue], &shape) }
    func lost(_ name: String, _ types: TypeSet = .all) {
      guard let node = json[name] else { return }
      shape.unexpressed.append(Unexpressed(keyword: name, node: node, types: types))
    }
    switch keyword {
    case let keyword as Minimum: tighten(keyword.isExclusive ? .exclusiveMinimum : .minimum, keyword.limit, &shape)
    case let keyword as Maximum: tighten(keyword.isExclusive ? .exclusiveMaximum : .maximum, keyword.limit, &shape)
    case let keyword as ExclusiveMinimum: tighten(.exclusiveMinimum, keyword.limit, &shape)
    case let keyword as ExclusiveMaximum: tighten(.exclusiveMaximum, keyword.limit, &shape)
    case is MinLength: count(.minLength)
    case is MaxLength: count(.maxLength)
    case is MinItems: count(.minItems)
    case is MaxItems: count(.maxItems)
    case is MinProperties: count(.minProperties)
    case is MaxProperties: count(.maxProperties)
    case let keyword as MultipleOf:
      if let first = shape.divisor, first.number != keyword.divisor.number {
        lost("multipleOf", .number)
      } else {
        shape.divisor = shape.divisor ?? keyword.divisor
      }
    case let keyword as PatternKeyword:
      guard let node = json["pattern"] else { return }
      if let first = shape.pattern, !first.pattern.source.utf8.elementsEqual(keyword.pattern.source.utf8) {
        lost("pattern", .string)
      } else {
        shape.pattern = shape.pattern ?? (keyword.pattern, node)
      }
    case let keyword as FormatKeyword:
      guard let node = json["format"] else { return }
      if keyword.isAsserted { shape.assertsFormat = true }
      if let first = shape.format, !first.name.utf8.elementsEqual(keyword.name.utf8) {
        lost("format", .string)
      } else {
        shape.format = shape.format ?? (keyword.name, node)
      }
    case is UniqueItems: lost("uniqueItems", .array)
    case let keyword as Contains where keyword.minimum > 0 || keyword.maximum != nil: lost("contains", .array)
    case let keyword as PropertyNames where graph[keyword.schema].boolean != true: lost("propertyNames", .object)
    case let keyword as DependentRequired where !keyword.dependencies.isEmpty: lost("dependentRequired", .object)
    case let keyword as DependentSchemas where !keyword.dependencies.isEmpty: lost("dependentSchemas", .object)
    case let keyword as Dependencies where !keyword.names.isEmpty || !keyword.schemas.isEmpty:
      lost("dependencies", .object)
    case let keyword as Conditional where keyword.consequence != nil || keyword.alternative != nil: lost("if")
    case let keyword as Not: exclude(keyword, json, &shape)
    default: break
    }
  }

  private func tighten(_ keyword: LimitKeyword, _ node: JSONNode?, _ shape: inout Shape) {
    guard let node, let value = node.number else { return }
    if let known = shape.limits[keyword], keyword.isUpper ? known.value <= value : known.value >= value { return }
    shape.limits[keyword] = Limit(value: value, node: node)
  }

  /// `not` of nothing but types takes these types away; any other is lost.
  private func exclude(_ keyword: Not, _ json: JSONNode, _ shape: inout Shape) {
    let inner = graph[keyword.schema]
    if inner.boolean == false { return }
    if inner.keywords.count == 1, let types = inner.keyword(TypeKeyword.self)?.types,
      types.isSuperset(of: .number) || types.isDisjoint(with: .number)
    {
      shape.types.subtract(types)
      return
    }
    if let node = json["not"] { shape.unexpressed.append(Unexpressed(keyword: "not", node: node)) }
  }

  /// Of an inclusive and an exclusive limit the stricter one is kept.
  private func dropWeakerLimits(_ shape: inout Shape) {
    if let inclusive = shape.limits[.minimum], let exclusive = shape.limits[.exclusiveMinimum] {
      shape.limits[exclusive.value >= inclusive.value ? .minimum : .exclusiveMinimum] = nil
    }
    if let inclusive = shape.limits[.maximum], let exclusive = shape.limits[.exclusiveMaximum] {
      shape.limits[exclusive.value <= inclusive.value ? .maximum : .exclusiveMaximum] = nil
    }
  }

  // MARK: - What is left

  /// Takes away types that can't be, and values that are not valid.
  mutating func narrow(_ shape: inout Shape, _ parts: [SchemaID]) {
    for (lower, upper, types) in [
      (LimitKeyword.minLength, LimitKeyword.maxLength, TypeSet.string), (.minItems, .maxItems, .array),
      (.minProperties, .maxProperties, .object), (.minimum, .maximum, .number),
      (.exclusiveMinimum, .maximum, .number), (.minimum, .exclusiveMaximum, .number),
      (.exclusiveMinimum, .exclusiveMaximum, .number),
    ] {
      guard let least = shape.limits[lower]?.value, let most = shape.limits[upper]?.value else { continue }
      let isStrict = lower == .exclusiveMinimum || upper == .exclusiveMaximum
      if isStrict ? least >= most : least > most { shape.types.subtract(types) }
    }
    if shape.array.others == .closed, let least = shape.limits[.minItems]?.value,
      least > JSONNumber(shape.array.prefix.count)
    {
      shape.types.remove(.array)
    }
    if let values = constants(of: parts) {
      let types = shape.types
      var isSure = true
      shape.values = values.filter { value in
        guard types.allows(value) else { return false }
        for part in parts {
          guard let isValid = isValid(value, part) else {
            isSure = false
            return true
          }
          if !isValid { return false }
        }
        return true
      }
      // What the values were checked against need not be said any more.
      if isSure { shape.unexpressed = [] }
      shape.isNever = shape.values?.isEmpty == true
    }
    if shape.types.isEmpty { shape.isNever = true }
  }

  /// The values that every `enum` and `const` allows; nil where there is none of them.
  private func constants(of parts: [SchemaID]) -> [JSONNode]? {
    var values: [JSONNode]?
    func keep(_ allowed: [JSONNode]) {
      guard let known = values else {
        var seen: Set<JSONValue> = []
        values = allowed.filter { seen.insert($0.value).inserted }
        return
      }
      let wanted = Set(allowed.map(\.value))
      values = known.filter { wanted.contains($0.value) }
    }
    for part in parts {
      for keyword in graph[part].keywords {
        if let keyword = keyword as? Enumeration { keep(keyword.values) }
        if let keyword = keyword as? Constant { keep([keyword.value]) }
      }
    }
    return values
  }

  /// Whether a schema allows a value; nil where finding out would take too long.
  private mutating func isValid(_ value: JSONNode, _ schema: SchemaID) -> Bool? {
    guard evaluations > 0, !graph.usesDynamicScope else { return nil }
    let limit = min(evaluations, 1_000)
    var evaluation = Evaluation(graph, keepsAnnotations: false)
    let verdict = evaluation.evaluate(value, by: schema, keywords: graph[schema].keywords, steps: limit)
    evaluations -= limit - evaluation.steps + 1
    return evaluation.undecided == nil ? verdict.isValid : nil
  }
}
