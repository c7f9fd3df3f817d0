import TypecastJSON

/// A keyword that means nothing without another one: `then` without `if`, `additionalItems` without an array of `items`.
enum MissingPartnerRule: SchemaRule {
  static let id = Diagnostic.Rule.missingPartner

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    for (keyword, partner) in partners where schema[keyword] != nil && schema[partner] == nil {
      run.warn(id, "\(keyword.quoted) has no effect without \(partner.quoted)", at: schema.key(of: keyword))
    }
    if schema["if"] != nil, schema["then"] == nil, schema["else"] == nil, !run.graph.usesCoverage {
      run.warn(id, "\"if\" has no effect without \"then\" or \"else\"", at: schema.key(of: "if"))
    }
    if schema["additionalItems"] != nil, schema["items"]?.type != .array {
      let now = schema["items"] == nil ? "there is none" : "\"items\" is one schema for all elements"
      run.warn(
        id, "\"additionalItems\" has no effect without an array of \"items\"; \(now)",
        at: schema.key(of: "additionalItems"))
    }
  }

  private static let partners = [
    ("then", "if"), ("else", "if"), ("minContains", "contains"), ("maxContains", "contains"),
    ("contentSchema", "contentMediaType"),
  ]
}

extension Diagnostic.Rule {
  /// A keyword means nothing without another one, such as `then` without `if`.
  public static let missingPartner = Self(rawValue: "missing-partner")
}
