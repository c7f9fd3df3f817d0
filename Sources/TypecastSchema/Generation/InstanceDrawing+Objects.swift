import TypecastJSON

extension InstanceDrawing {
  mutating func drawObject(_ demand: Demand, at depth: Int) -> JSONValue? {
    var demand = demand
    guard demand.minProperties <= 2_000, fulfilWishes(&demand) else { return nil }
    guard var names = chooseNames(&demand, at: depth) else { return nil }
    guard !demand.isHopeless, demand.types.contains(.object) else { return nil }
    let required = Set(demand.required.map(ScalarText.init))
    sortAsDeclared(&names, demand)
    var object = JSONObject()
    for name in names {
      let claims = claims(on: name, demand)
      if claims.contains(where: isImpossible) {
        if required.contains(ScalarText(name)) { return nil }
        continue
      }
      let isFree = claims.isEmpty
      if let value = isFree ? drawAnything(at: depth + 1) : draw(claims, at: depth + 1, named: name) {
        object[name] = value
      } else if required.contains(ScalarText(name)) {
        return nil
      }
    }
    let value = JSONValue.object(object)
    return object.count >= demand.minProperties && !demand.excluded.contains(value) ? value : nil
  }

  // MARK: - Names

  /// Finds names for the members that have to be there under some name: one for all of them, or for each its own.
  private mutating func fulfilWishes(_ demand: inout Demand) -> Bool {
    var open = demand.nameWishes
    if open.count > 1, fulfil(open, &demand) { return true }
    open = random.shuffled(open)
    while let wish = open.popLast() {
      if open.count > 1, let other = open.last, fulfil([wish, other], &demand) {
        open.removeLast()
      } else if !fulfil([wish], &demand) {
        return false
      }
    }
    return true
  }

  private mutating func fulfil(_ wishes: [NameWish], _ demand: inout Demand) -> Bool {
    let claims = wishes.flatMap(\.claims)
    let patterns = wishes.compactMap(\.pattern)
    let present = random.shuffled(demand.required).first { name in
      patterns.allSatisfy { $0.search(name) == .match } && fits(.string(name), claims)
    }
    guard let name = present ?? drawName(demand.names + claims, matching: patterns) else { return false }
    demand.require(name)
    for member in wishes.compactMap(\.member) { demand.members[ScalarText(name), default: []].append(member) }
    return true
  }

  /// The names of an object's members; nil if the demands contradict each other.
  private mutating func chooseNames(_ demand: inout Demand, at depth: Int) -> [String]? {
    var names = demand.required
    var known = Set(names.map(ScalarText.init))
    func add(_ name: String) {
      if known.insert(ScalarText(name)).inserted { names.append(name) }
    }
    let isSparing = isSparing(at: depth)
    if !isSparing {
      let share = flavour == .wild ? 50 : depth == 0 ? 75 : max(15, 65 - 12 * depth)
      for name in declaredNames(demand) where random.chance(share) && isWelcome(name, demand) {
        if names.count < min(demand.maxProperties, limits.values) { add(name) }
      }
      let extra = shareOfExtras(demand)
      while random.chance(extra), names.count < demand.maxProperties, let name = extraName(demand, known) { add(name) }
    }
    guard complete(&demand, &names, &known, at: depth) else { return nil }
    var attempts = 0
    while names.count < demand.minProperties, attempts < 40 + 4 * demand.minProperties {
      attempts += 1
      spend()
      let declared = declaredNames(demand).filter { !known.contains(ScalarText($0)) && isWelcome($0, demand) }
      guard let name = random.pick(declared) ?? extraName(demand, known) else { continue }
      add(name)
      guard complete(&demand, &names, &known, at: depth) else { return nil }
    }
    return names.count <= demand.maxProperties && names.count >= demand.minProperties ? names : nil
  }

  /// How likely one more member is that no rule declares: sure only where the schema describes a map.
  private func shareOfExtras(_ demand: Demand) -> Int {
    if flavour == .wild { return 40 }
    let describesOthers = demand.memberRules.contains { rule, _ in
      !rule.patterns.isEmpty || rule.rest.map { graph[$0].boolean == nil } ?? false
    }
    let declares = demand.memberRules.contains { !$0.rule.names.isEmpty }
    return describesOthers ? (declares ? 25 : 60) : declares ? 2 : 25
  }

  /// Adds what the names that are there bring with them, until nothing new comes.
  private mutating func complete(
    _ demand: inout Demand, _ names: inout [String], _ known: inout Set<ScalarText>, at depth: Int
  ) -> Bool {
    var isSettled = false
    while !isSettled {
      isSettled = true
      for (trigger, needed) in demand.dependentNames where known.contains(ScalarText(trigger)) {
        for name in needed where known.insert(ScalarText(name)).inserted {
          names.append(name)
          demand.require(name)
          isSettled = false
        }
      }
      for (trigger, claim) in demand.dependentSchemas where known.contains(ScalarText(trigger)) {
        let before = demand.choices.count
        absorb(claim, into: &demand)
        if demand.choices.count > before {
          demand.isGuess = true
          guard settle(&demand, attempt: 0, depth: depth) else { return false }
        }
        for name in demand.required where known.insert(ScalarText(name)).inserted {
          names.append(name)
          isSettled = false
        }
      }
    }
    demand.prune()
    return !names.contains { demand.forbidden.contains(ScalarText($0)) }
  }

  /// All names that some rule declares, in their order, without those that are forbidden.
  private func declaredNames(_ demand: Demand) -> [String] {
    var names: [String] = []
    var seen = demand.forbidden
    for (rule, _) in demand.memberRules {
      for name in rule.names where seen.insert(ScalarText(name)).inserted { names.append(name) }
    }
    return names
  }

  /// Whether a member of a name can be there at all.
  private mutating func isWelcome(_ name: String, _ demand: Demand) -> Bool {
    if demand.forbidden.contains(ScalarText(name)) || claims(on: name, demand).contains(where: isImpossible) {
      return false
    }
    return demand.names.isEmpty || fits(.string(name), demand.names)
  }

  private func isImpossible(_ claim: Claim) -> Bool {
    switch claim.kind {
    case .holds(let schema): graph[schema].boolean == false
    case .fails(let schema): graph[schema].boolean == true
    case .breaks: false
    }
  }

  /// A name that no rule declares, if such members are allowed.
  private mutating func extraName(_ demand: Demand, _ known: Set<ScalarText>) -> String? {
    let patterns = demand.memberRules.flatMap { entry in
      entry.rule.patterns.filter { graph[$0.schema].boolean != false }.map(\.pattern)
    }
    for _ in 0..<4 {
      spend()
      var name: String?
      if let pattern = random.pick(patterns), random.chance(80) {
        name = drawName(demand.names, matching: random.chance(70) ? [pattern] : Array(patterns.prefix(4)))
      } else if !demand.names.isEmpty {
        name = drawName(demand.names)
      } else {
        name = freshName(besides: demand)
      }
      if let name, !known.contains(ScalarText(name)), isWelcome(name, demand) { return name }
    }
    return nil
  }

  /// A name that neither `properties` nor `patternProperties` knows.
  mutating func freshName(besides demand: Demand) -> String? {
    for attempt in 0..<12 {
      var name = flavour == .wild && random.chance(50) ? drawString(Demand(), named: nil) ?? "" : FreeText.word(&random)
      if attempt > 3 { name += "_\(random.below(1_000))!" }
      let isNew = demand.memberRules.allSatisfy { rule, _ in
        let found = rule.schemas(of: name)
        return found.isEmpty || (found.count == 1 && found[0] == rule.rest)
      }
      if isNew, !demand.required.contains(where: { ScalarText($0) == ScalarText(name) }) { return name }
    }
    return nil
  }

  // MARK: - Members

  /// What has to be true of a member's value.
  private func claims(on name: String, _ demand: Demand) -> [Claim] {
    var claims = demand.members[ScalarText(name)] ?? []
    var isCovered = false
    for (rule, scope) in demand.memberRules where !rule.isLast {
      let schemas = rule.schemas(of: name)
      claims += schemas.map { .holds($0, in: scope) }
      isCovered = isCovered || !schemas.isEmpty
    }
    for (rule, scope) in demand.memberRules where rule.isLast && !isCovered {
      claims += rule.schemas(of: name).map { .holds($0, in: scope) }
    }
    return claims
  }

  private func sortAsDeclared(_ names: inout [String], _ demand: Demand) {
    var places: [ScalarText: Int] = [:]
    for name in declaredNames(demand) { places[ScalarText(name)] = places.count }
    let order = names.enumerated().sorted { left, right in
      let a = places[ScalarText(left.element)] ?? places.count + left.offset
      let b = places[ScalarText(right.element)] ?? places.count + right.offset
      return a < b
    }
    names = order.map(\.element)
  }
}
