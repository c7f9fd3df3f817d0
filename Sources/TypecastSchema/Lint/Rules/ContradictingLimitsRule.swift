import TypecastJSON

/// Limits that leave nothing between them: `minimum` above `maximum`, `minItems` above `maxItems`, more properties in
/// `required` than `maxProperties` allows.
enum ContradictingLimitsRule: SchemaRule {
  static let id = Diagnostic.Rule.contradictingLimits

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    checkNumbers(schema, run)
    for (lower, upper) in pairs {
      guard let least = schema[lower], let most = schema[upper], isAbove(least, most) else { continue }
      run.warn(id, "\(lower.quoted) is more than \(upper.quoted), which is \(most.preview): nothing fits", at: least)
    }
    checkRequired(schema, run)
    checkContains(schema, run)
  }

  private static let pairs = [
    ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
  ]

  private static func isAbove(_ left: JSONNode, _ right: JSONNode) -> Bool {
    guard left.type == .number, right.type == .number else { return false }
    return JSONNumber.compare(left.content, right.content) > 0
  }

  private static func checkNumbers(_ schema: LintedSchema, _ run: LintRun) {
    for lower in bounds(schema, "minimum", "exclusiveMinimum") {
      for upper in bounds(schema, "maximum", "exclusiveMaximum") {
        let order = JSONNumber.compare(lower.value.content, upper.value.content)
        guard order > 0 || (order == 0 && (lower.isExclusive || upper.isExclusive)) else { continue }
        let relation = order > 0 ? "is more than" : "leaves nothing below"
        run.warn(
          id,
          "\(lower.keyword.quoted) \(relation) \(upper.keyword.quoted), which is \(upper.value.preview): "
            + "no number fits", at: lower.value)
        return
      }
    }
  }

  private static func bounds(
    _ schema: LintedSchema, _ inclusive: String, _ exclusive: String
  ) -> [(keyword: String, value: JSONNode, isExclusive: Bool)] {
    let isFlag = schema.draft == .draft4
    var bounds: [(keyword: String, value: JSONNode, isExclusive: Bool)] = []
    if let value = schema[inclusive], value.type == .number {
      bounds.append((inclusive, value, isFlag && schema[exclusive]?.bool == true))
    }
    if !isFlag, let value = schema[exclusive], value.type == .number { bounds.append((exclusive, value, true)) }
    return bounds
  }

  private static func checkRequired(_ schema: LintedSchema, _ run: LintRun) {
    guard let required = schema["required"], let most = schema["maxProperties"]?.number?.int, required.count > most
    else { return }
    run.warn(
      id, "\"required\" names \(required.count) properties, \"maxProperties\" allows \(most): no object fits",
      at: required)
  }

  private static func checkContains(_ schema: LintedSchema, _ run: LintRun) {
    guard schema["contains"] != nil, let most = schema["maxItems"] else { return }
    if let least = schema["minContains"] {
      if isAbove(least, most) {
        run.warn(id, "\"minContains\" is more than \"maxItems\", which is \(most.preview): no array fits", at: least)
      }
    } else if most.number == 0 {
      run.warn(id, "\"maxItems\" is 0, but \"contains\" demands an element: no array fits", at: most)
    }
  }
}

extension Diagnostic.Rule {
  /// Limits leave nothing between them.
  public static let contradictingLimits = Self(rawValue: "contradicting-limits")
}
