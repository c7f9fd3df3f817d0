import TypecastJSON

/// A value in `examples` that its own schema does not allow. Formats are checked too.
enum InvalidExampleRule: SchemaRule {
  static let id = Diagnostic.Rule.invalidExample

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    guard let values = schema["examples"] else { return }
    for value in values.elements {
      guard let objection = run.objection(to: value, by: schema) else { continue }
      run.warn(id, objection.sentence(about: "this example"), at: objection.node)
    }
  }
}

extension Diagnostic.Rule {
  /// One of the `examples` is not allowed by its own schema.
  public static let invalidExample = Self(rawValue: "invalid-example")
}
