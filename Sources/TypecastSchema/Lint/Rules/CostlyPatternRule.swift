import TypecastJSON

/// A pattern that can't be searched for in time linear in the text.
///
/// On some texts the search is given up, and whether they are valid stays undecided.
enum CostlyPatternRule: SchemaRule {
  static let id = Diagnostic.Rule.costlyPattern

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    for (pattern, place) in schema.patterns {
      for warning in pattern.warnings where warning.kind == .costly {
        run.warn(id, "in this pattern: \(warning.message)", at: place)
      }
    }
  }
}

extension Diagnostic.Rule {
  /// A pattern can't be searched for in time linear in the text.
  public static let costlyPattern = Self(rawValue: "costly-pattern")
}
