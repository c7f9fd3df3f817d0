import TypecastJSON

/// A schema that stands twice in `oneOf`, `anyOf` or `allOf`.
///
/// In `oneOf` that is fatal: what fits the one fits the other too, so it is refused.
enum DuplicateAlternativeRule: SchemaRule {
  static let id = Diagnostic.Rule.duplicateAlternative

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    for keyword in ["oneOf", "anyOf", "allOf"] {
      guard let list = schema[keyword], list.count > 1 else { continue }
      let consequence = keyword == "oneOf" ? ", so what fits it is refused" : ""
      for (value, rank) in EqualValues.find(in: list) {
        run.warn(
          id, "this schema is in \(keyword.quoted) already, at index \(rank)\(consequence)",
          at: value)
      }
    }
  }
}

extension Diagnostic.Rule {
  /// A schema stands twice in `oneOf`, `anyOf` or `allOf`.
  public static let duplicateAlternative = Self(rawValue: "duplicate-alternative")
}
