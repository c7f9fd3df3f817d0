import TypecastJSON

/// A `default` that its own schema does not allow.
///
/// Formats are checked too. To allow `null` as a default, allow it as a value.
enum InvalidDefaultRule: SchemaRule {
  static let id = Diagnostic.Rule.invalidDefault

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    guard let value = schema["default"], let objection = run.objection(to: value, by: schema) else { return }
    run.warn(id, objection.sentence(about: "the default"), at: objection.node)
  }
}

extension Diagnostic.Rule {
  /// A `default` is not allowed by its own schema.
  public static let invalidDefault = Self(rawValue: "invalid-default")
}
