import TypecastJSON

/// Makes up values that meet claims, by merging the claims first and checking what was only guessed at afterwards.
struct InstanceDrawing: Sendable {
  let graph: SchemaGraph
  let heights: SchemaHeights
  let limits: InstanceLimits
  var flavour: InstanceFlavour
  var random: SplitMix64

  /// A keyword that is left out wherever its schema is met, since it is the one to be violated.
  var skipped: (schema: SchemaID, keyword: Int)?

  /// How far values nest at most: a thread may have 512 KB of stack.
  static let greatestDepth = 64

  private var workLeft = 0
  private var valuesLeft = 0
  private var memberRules: [SchemaID: MemberRule?] = [:]

  init(_ graph: SchemaGraph, flavour: InstanceFlavour, limits: InstanceLimits, seed: UInt64) {
    self.graph = graph
    self.flavour = flavour
    self.limits = limits
    heights = SchemaHeights(graph)
    random = SplitMix64(seed: seed)
  }

  /// Allows for the work of one more value.
  mutating func refill() {
    workLeft = limits.work
    valuesLeft = limits.values
  }

  var isExhausted: Bool { workLeft <= 0 }

  mutating func spend() {
    workLeft -= 1
  }

  /// Whether to add only what is required.
  func isSparing(at depth: Int) -> Bool {
    flavour == .minimal || depth >= limits.depth || valuesLeft <= 0
  }

  /// A value that meets all claims, or comes close; nil if none is in reach.
  mutating func draw(
    _ claims: [Claim], at depth: Int, as types: TypeSet = .all, named hint: String? = nil
  ) -> JSONValue? {
    guard depth < Self.greatestDepth else { return nil }
    var last: JSONValue?
    for attempt in 0..<4 {
      workLeft -= 1
      guard workLeft > 0 else { break }
      var demand = Demand()
      demand.claims = claims
      demand.types = types
      for claim in claims { absorb(claim, into: &demand) }
      guard settle(&demand, attempt: attempt, depth: depth) else { continue }
      guard let value = realise(demand, at: depth, named: hint) else { continue }
      if !demand.isGuess || fits(value, claims) {
        valuesLeft -= 1
        return value
      }
      last = value
    }
    // What surrounds it may still be put right.
    return last
  }

  // MARK: - Choices

  /// Decides every choice, in favour of alternatives that do not contradict what is known.
  mutating func settle(_ demand: inout Demand, attempt: Int, depth: Int) -> Bool {
    demand.prune()
    while let alternatives = demand.choices.popLast(), !demand.isHopeless {
      demand.isGuess = true
      guard let chosen = choose(alternatives, demand, attempt: attempt, depth: depth) else { return false }
      demand = chosen
    }
    return !demand.isHopeless
  }

  private mutating func choose(
    _ alternatives: [[Claim]], _ demand: Demand, attempt: Int, depth: Int
  ) -> Demand? {
    var order = random.shuffled(Array(alternatives.indices))
    if isSparing(at: depth) || attempt == 3 {
      let costs = alternatives.map { $0.map(cost).max() ?? 0 }
      order.sort { costs[$0] < costs[$1] }
    }
    for index in order.prefix(60) {
      workLeft -= 1
      guard workLeft > 0 else { return nil }
      var trial = demand
      for claim in alternatives[index] { absorb(claim, into: &trial) }
      trial.prune()
      if !trial.isHopeless { return trial }
    }
    return nil
  }

  private func cost(_ claim: Claim) -> Int {
    if case .holds(let schema) = claim.kind { heights[schema] } else { 0 }
  }

  // MARK: - Checking

  /// Whether a value meets all claims that can be checked apart from their surroundings.
  func fits(_ value: JSONValue, _ claims: [Claim]) -> Bool {
    if graph.usesDynamicScope { return true }
    if claims.contains(where: { if case .breaks = $0.kind { true } else { false } }) { return true }
    guard let document = try? JSONDocument(value) else { return false }
    return claims.allSatisfy { claim in
      var part = graph
      part.root = claim.schema
      var evaluation = Evaluation(part, keepsAnnotations: false)
      let isValid = evaluation.evaluate(document.root).isValid
      guard evaluation.undecided == nil else { return false }
      if case .fails = claim.kind { return !isValid }
      return isValid
    }
  }

  // MARK: - Rules

  /// What a schema says about members; nil if nothing.
  mutating func memberRule(of node: SchemaNode) -> MemberRule? {
    if let known = memberRules[node.id] { return known }
    let properties = node.keyword(Properties.self)
    let patterns = node.keyword(PatternProperties.self)
    let rest = node.keyword(AdditionalProperties.self)?.schema
    var rule: MemberRule?
    if properties != nil || patterns != nil || rest != nil {
      rule = MemberRule(properties: properties, patterns: patterns, rest: rest)
    }
    memberRules[node.id] = .some(rule)
    return rule
  }

  // MARK: - Realising

  private mutating func realise(_ demand: Demand, at depth: Int, named hint: String?) -> JSONValue? {
    if let values = demand.constants {
      let fitting = values.filter(demand.accepts)
      return random.pick(fitting.isEmpty ? values : fitting)
    }
    if !demand.suggestions.isEmpty, random.chance(flavour == .typical ? 35 : 5),
      let value = random.pick(demand.suggestions), demand.accepts(value)
    {
      if !value.isContainer { return value }
      if fits(value, demand.claims) { return value }
    }
    for type in order(of: demand, at: depth) {
      if let value = draw(type, demand, at: depth, named: hint) { return value }
    }
    return nil
  }

  private mutating func draw(_ type: TypeSet, _ demand: Demand, at depth: Int, named hint: String?) -> JSONValue? {
    switch type {
    case .null: demand.accepts(.null) ? .null : nil
    case .boolean:
      [JSONValue.bool(random.chance(50)), true, false].first { demand.accepts($0) }
    case .string: drawString(demand, named: hint).map { .string($0) }
    case .array: drawArray(demand, at: depth, named: hint)
    case .object: drawObject(demand, at: depth)
    default: drawNumber(demand, type, named: hint).map { .number($0) }
    }
  }

  /// The types to try, the likeliest first.
  private mutating func order(of demand: Demand, at depth: Int) -> [TypeSet] {
    var weights: [(type: TypeSet, weight: Int)] = [
      (.null, 4), (.boolean, 20), (.string, 40), (.object, isSparing(at: depth) ? 1 : 30),
      (.array, isSparing(at: depth) ? 1 : 25),
    ]
    weights.append(demand.types.contains(.plainInteger) ? (.integer, 25) : (.roundFraction, 10))
    weights.append((.fraction, 15))
    weights = weights.filter { !demand.types.isDisjoint(with: $0.type) }
    let isTyped = demand.types != .all
    var order: [TypeSet] = []
    while !weights.isEmpty {
      let adjusted = weights.map { entry in
        guard !isTyped, !demand.hinted.isEmpty, flavour != .wild else { return entry.weight }
        return demand.hinted.isDisjoint(with: entry.type) ? 0 : entry.weight
      }
      var ticket = random.below(adjusted.reduce(0, +))
      var index = 0
      while index < weights.count - 1, ticket >= adjusted[index] {
        ticket -= adjusted[index]
        index += 1
      }
      order.append(weights.remove(at: index).type)
    }
    return order
  }
}

extension JSONValue {
  var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
