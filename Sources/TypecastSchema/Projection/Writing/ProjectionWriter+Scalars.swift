import TypecastJSON

extension ProjectionWriter {
  // MARK: - Losses

  /// Reports demands that are not sent.
  mutating func note(_ lost: [Unexpressed], for types: TypeSet) {
    for demand in lost where !demand.types.isDisjoint(with: types) {
      let reason = demand.reason.map { ": \($0)" } ?? ""
      losses.add(
        .notEnforced, demand.keyword, at: demand.node.key,
        "\"\(demand.keyword)\" is not enforced by \(facts.title)\(reason); it is checked when the reply has come")
    }
  }

  mutating func noteLost(_ keyword: String, at node: JSONNode, _ reason: String? = nil) {
    note([Unexpressed(keyword: keyword, node: node, reason: reason)], for: .all)
  }

  /// Sends a limit if the dialect has it, cut to what the dialect takes.
  mutating func send(_ keyword: LimitKeyword, of shape: Shape, to schema: inout JSONObject) {
    guard let limit = shape.limits[keyword] else { return }
    // A lower limit of zero counts demands nothing.
    if !keyword.isUpper, keyword.types != .number, limit.value <= 0 { return }
    guard facts.enforces(keyword.rawValue), let fact = facts.fact(keyword.rawValue) else {
      noteLost(keyword.rawValue, at: limit.node)
      return
    }
    guard let cap = fact.cap, limit.value > JSONNumber(cap) else {
      schema[keyword.rawValue] = .number(limit.value)
      return
    }
    if !keyword.isUpper { schema[keyword.rawValue] = .number(JSONNumber(cap)) }
    losses.add(
      .widened, keyword.rawValue, at: limit.node.key,
      "\(facts.title) takes \"\(keyword.rawValue)\" up to \(cap): "
        + (keyword.isUpper ? "it is left out" : "\(cap) is sent")
        + ", and \(limit.value) checked when the reply has come")
  }

  // MARK: - Strings

  mutating func string(_ shape: Shape) -> JSONObject {
    var schema: JSONObject = ["type": "string"]
    var lengths = 0...Int.max
    if let pattern = shape.pattern {
      if let text = sendable(pattern.pattern, at: pattern.node) {
        schema["pattern"] = .string(text)
      } else {
        // What can't be sent as a pattern still says how long a text is.
        lengths = pattern.pattern.root.lengthsOfWholeText
      }
    }
    if let format = shape.format { send(format.name, at: format.node, to: &schema) }
    let isTaken = facts.oneStringKeyword && schema.count > 1
    for keyword in [LimitKeyword.minLength, .maxLength] {
      if isTaken, let limit = shape.limits[keyword] {
        noteLost(keyword.rawValue, at: limit.node, "it goes with neither \"pattern\" nor \"format\"")
      } else {
        send(keyword, of: shape, to: &schema)
      }
    }
    if !isTaken { tighten(&schema, to: lengths) }
    return schema
  }

  private mutating func send(_ format: String, at node: JSONNode, to schema: inout JSONObject) {
    let isKnown = facts.formats.contains { $0.utf8.elementsEqual(format.utf8) }
    guard isKnown, schema.count == 1 || !facts.oneStringKeyword else {
      // A format that no edition defines demands nothing.
      if Format.allCases.contains(where: { $0.name.utf8.elementsEqual(format.utf8) }) {
        noteLost("format", at: node, isKnown ? "it does not go with \"pattern\"" : nil)
      }
      return
    }
    schema["format"] = .string(format)
    if facts.shapeOnlyFormats.contains(where: { $0.utf8.elementsEqual(format.utf8) }) {
      losses.add(
        .partlyEnforced, "format", at: node.key,
        "\(facts.title) enforces the shape of a \(format), not that there is such a day; that is checked when the reply "
          + "has come")
    }
  }

  private func tighten(_ schema: inout JSONObject, to lengths: ClosedRange<Int>) {
    func number(_ keyword: String) -> JSONNumber? { schema[keyword]?.number }
    if facts.enforces("minLength"), lengths.lowerBound > 0 {
      let least = min(lengths.lowerBound, facts.fact("minLength")?.cap ?? Int.max)
      if number("minLength") ?? 0 < JSONNumber(least) { schema["minLength"] = .number(JSONNumber(least)) }
    }
    if facts.enforces("maxLength"), lengths.upperBound <= facts.fact("maxLength")?.cap ?? Int.max - 1 {
      let most = JSONNumber(lengths.upperBound)
      if number("maxLength").map({ $0 > most }) ?? true { schema["maxLength"] = .number(most) }
    }
  }

  /// A pattern as it is sent; nil, and a loss, if it can't be.
  private mutating func sendable(_ pattern: Pattern, at node: JSONNode) -> String? {
    guard facts.enforces("pattern") else {
      noteLost("pattern", at: node)
      return nil
    }
    switch facts.patterns {
    case .none:
      noteLost("pattern", at: node)
      return nil
    case .regular(let wordBoundaries):
      let isRegular = !pattern.root.contains { node in
        switch node {
        case .look, .backReference: true
        case .assertion(.wordBoundary), .assertion(.notWordBoundary): !wordBoundaries
        default: false
        }
      }
      if isRegular { return pattern.source }
      noteLost("pattern", at: node, "it looks around or refers back")
      return nil
    case .simple:
      switch SimplePattern.text(of: pattern.root) {
      case .success(let text): return text
      case .failure(let obstacle):
        noteLost("pattern", at: node, obstacle.reason)
        return nil
      }
    }
  }

  // MARK: - Numbers

  mutating func number(_ shape: Shape, isInteger: Bool) -> JSONObject {
    var schema: JSONObject = ["type": isInteger ? "integer" : "number"]
    let types: TypeSet = isInteger ? .integer : .number
    for keyword in [LimitKeyword.minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum] {
      guard let limit = shape.limits[keyword] else { continue }
      sendLimit(keyword, limit, isInteger, types, to: &schema)
    }
    if let lower = schema["minimum"], schema["maximum"] == nil, facts.lowerLimitIsUnreliable,
      let limit = shape.limits[.minimum] ?? shape.limits[.exclusiveMinimum]
    {
      losses.add(
        .partlyEnforced, "minimum", at: limit.node.key,
        "without an upper limit \(facts.title) sometimes lets less than \(lower) through; it is checked when the reply "
          + "has come")
    }
    if let divisor = shape.divisor {
      if facts.enforces("multipleOf") {
        schema["multipleOf"] = divisor.value
      } else {
        noteLost("multipleOf", at: divisor)
      }
    }
    return schema
  }

  private mutating func sendLimit(
    _ keyword: LimitKeyword, _ limit: Limit, _ isInteger: Bool, _ types: TypeSet, to schema: inout JSONObject
  ) {
    let isExclusive = keyword == .exclusiveMinimum || keyword == .exclusiveMaximum
    let inclusive = keyword.isUpper ? "maximum" : "minimum"
    let name = limit.node.key.string ?? keyword.rawValue
    if !facts.integerLimits, facts.enforces(keyword.rawValue, for: types) {
      schema[keyword.rawValue] = .number(limit.value)
      return
    }
    guard facts.enforces(inclusive, for: types) else {
      noteLost(name, at: limit.node, facts.fact(inclusive)?.note.map { "limits hold \($0) only" })
      return
    }
    if isInteger {
      guard let whole = limit.value.nearestInteger(isUpper: keyword.isUpper, isExclusive: isExclusive) else {
        noteLost(name, at: limit.node, "the number is too large")
        return
      }
      schema[inclusive] = .number(JSONNumber(whole))
      return
    }
    schema[inclusive] = .number(limit.value)
    if isExclusive {
      losses.add(
        .widened, keyword.rawValue, at: limit.node.key,
        "\(facts.title) has no exclusive limits: \(limit.value) itself is let through, and refused when the reply has "
          + "come")
    }
  }
}

extension JSONNumber {
  /// The first integer on the allowed side of a limit; nil if it is beyond those that are exact everywhere.
  fileprivate func nearestInteger(isUpper: Bool, isExclusive: Bool) -> Int? {
    let most = 1 << 53
    var result: Int
    if isInteger {
      guard let exact = int, exact.magnitude < most else { return nil }
      result = exact
      if isExclusive { result += isUpper ? -1 : 1 }
    } else {
      guard abs(double) < Double(most) else { return nil }
      result = Int(double.rounded(isUpper ? .down : .up))
    }
    return result
  }
}
