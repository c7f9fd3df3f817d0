import TypecastJSON

/// A pattern that only the lenient grammar of regular expressions allows, as many do that were written for other engines.
///
/// Validators that read patterns with the `u` flag, as the specification recommends, refuse it or match otherwise.
enum LenientPatternRule: SchemaRule {
  static let id = Diagnostic.Rule.lenientPattern

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    for (pattern, place) in schema.patterns {
      for warning in pattern.warnings where warning.kind == .lenientSyntax {
        run.warn(id, "in this pattern, at byte \(warning.offset): \(warning.message)", at: place)
      }
    }
  }
}

extension LintedSchema {
  /// The patterns of the schema, with the strings that hold them.
  var patterns: [(pattern: Pattern, place: JSONNode)] {
    var patterns: [(pattern: Pattern, place: JSONNode)] = []
    if let place = self["pattern"], let keyword = node.keyword(PatternKeyword.self) {
      patterns.append((keyword.pattern, place))
    }
    if let members = self["patternProperties"]?.members, let keyword = node.keyword(PatternProperties.self) {
      let compiled = Dictionary(
        keyword.properties.map { (ScalarText($0.pattern.source), $0.pattern) }, uniquingKeysWith: { first, _ in first })
      for member in members {
        if let pattern = compiled[ScalarText(member.key)] { patterns.append((pattern, member.keyNode)) }
      }
    }
    return patterns
  }
}

extension Diagnostic.Rule {
  /// A pattern is allowed only by the lenient grammar of regular expressions.
  public static let lenientPattern = Self(rawValue: "lenient-pattern")
}
