import TypecastJSON

/// One sort of mistake that a schema can have and still be used.
///
/// Every rule is a file and a type; its documentation is what there is to know about it.
protocol LintRule {
  /// What diagnostics of the rule are called.
  static var id: Diagnostic.Rule { get }

  /// Looks for the mistake in all schemas of a run.
  static func check(_ run: LintRun)
}

/// A rule that looks at one schema at a time.
protocol SchemaRule: LintRule {
  static func check(_ schema: LintedSchema, _ run: LintRun)
}

extension SchemaRule {
  static func check(_ run: LintRun) {
    for schema in run.schemas { check(schema, run) }
  }
}

/// All rules about schemas.
enum LintRules {
  static var all: [any LintRule.Type] {
    [
      UnknownKeywordRule.self, OtherDraftKeywordRule.self, ReferenceSiblingRule.self, IneffectiveKeywordRule.self,
      MissingPartnerRule.self, UnknownFormatRule.self, LenientPatternRule.self, CostlyPatternRule.self,
      ContradictingLimitsRule.self, UndeclaredRequiredRule.self, UntypedPropertiesRule.self,
      DuplicateEnumValueRule.self, ForbiddenEnumValueRule.self, DuplicateAlternativeRule.self,
      InvalidDefaultRule.self, InvalidExampleRule.self, UnusedDefinitionRule.self,
    ]
  }
}
