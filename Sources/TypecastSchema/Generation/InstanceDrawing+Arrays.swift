import TypecastJSON

extension InstanceDrawing {
  mutating func drawArray(_ demand: Demand, at depth: Int, named hint: String?) -> JSONValue? {
    var marks: [Int: [Claim]] = demand.elements
    var fewest = demand.minItems
    if let last = demand.elements.keys.max() { fewest = max(fewest, last + 1) }
    guard fewest <= demand.maxItems, fewest <= 5_000 else { return nil }
    let matches = placeMatches(demand, fewest: &fewest, marks: &marks)
    let count = length(of: demand, atLeast: fewest, at: depth)
    var elements: [JSONValue] = []
    var seen: Set<JSONValue> = []
    for index in 0..<count {
      guard let element = drawElement(index, demand, marks[index] ?? [], at: depth, named: hint, besides: seen) else {
        if elements.count >= max(fewest, matches) { break }
        return nil
      }
      elements.append(element)
      if demand.isUnique { seen.insert(element) }
    }
    if demand.hasDuplicates, let element = elements.last, elements.count >= 2 {
      elements[random.below(elements.count - 1)] = element
    }
    let value = JSONValue.array(elements)
    return elements.count >= fewest && !demand.excluded.contains(value) ? value : nil
  }

  /// Decides which elements are to fit `contains`; returns how many elements that takes.
  private mutating func placeMatches(_ demand: Demand, fewest: inout Int, marks: inout [Int: [Claim]]) -> Int {
    var next = 0
    for (claim, minimum, _) in demand.contains where minimum > 0 && minimum <= 5_000 {
      // The elements of a prefix may be of another kind altogether.
      let prefix = demand.elementRules.map(\.prefix.count).max() ?? 0
      let start = demand.maxItems - prefix >= minimum && random.chance(80) ? prefix : next
      for index in start..<(start + minimum) { marks[index, default: []].append(claim) }
      next = start + minimum
      if next <= demand.maxItems { fewest = max(fewest, next) }
    }
    return next
  }

  private mutating func length(of demand: Demand, atLeast fewest: Int, at depth: Int) -> Int {
    var most = demand.maxItems
    for rule in demand.elementRules {
      if let rest = rule.rest, graph[rest].boolean == false, !rule.isLast { most = min(most, rule.skipped) }
    }
    let prefix = demand.elementRules.map(\.prefix.count).max() ?? 0
    if isSparing(at: depth) { return fewest }
    let usual = prefix > 0 ? prefix + (random.chance(20) ? 1 : 0) : random.below(flavour == .wild ? 6 : 4)
    let wanted = fewest + (fewest < usual ? usual - fewest : random.chance(25) ? 1 : 0)
    return max(fewest, min(wanted, most))
  }

  private mutating func drawElement(
    _ index: Int, _ demand: Demand, _ marks: [Claim], at depth: Int, named hint: String?, besides seen: Set<JSONValue>
  ) -> JSONValue? {
    var claims = demand.allElements + marks
    var isCovered = false
    for rule in demand.elementRules where !rule.isLast {
      guard let schema = rule.schema(at: index) else { continue }
      claims.append(.holds(schema, in: rule.scope))
      isCovered = true
    }
    for rule in demand.elementRules where rule.isLast && !isCovered {
      if let schema = rule.rest { claims.append(.holds(schema, in: rule.scope)) }
    }
    for _ in 0..<(demand.isUnique ? 12 : 1) {
      guard let element = claims.isEmpty ? drawAnything(at: depth + 1) : draw(claims, at: depth + 1, named: hint) else {
        return nil
      }
      if !seen.contains(element) { return element }
    }
    return nil
  }

  /// A value that nothing is asked of.
  mutating func drawAnything(at depth: Int) -> JSONValue? {
    spend()
    if flavour == .wild, random.chance(30) { return nested(random.chance(10) ? random.below(40) : 0) }
    var demand = Demand()
    let types: [TypeSet] = [.string, .integer, .boolean, .null, .fraction]
    demand.types = random.chance(60) ? .string : types[random.below(types.count)]
    switch demand.types {
    case .string: return drawString(demand, named: nil).map { .string($0) }
    case .boolean: return .bool(random.chance(50))
    case .null: return .null
    default: return drawNumber(demand, demand.types, named: nil).map { .number($0) }
    }
  }

  /// Empty containers around each other.
  private mutating func nested(_ depth: Int) -> JSONValue {
    var value: JSONValue = random.chance(50) ? .array([]) : .object(JSONObject())
    for _ in 0..<depth { value = random.chance(50) ? .array([value]) : ["": value] }
    return value
  }
}
