import TypecastJSON

/// A value of `enum` or `const` that the same schema forbids: `{"type": "string", "enum": ["a", 1]}`.
///
/// It can never occur. A `const` that is not among the values of `enum` leaves nothing at all.
enum ForbiddenEnumValueRule: SchemaRule {
  static let id = Diagnostic.Rule.forbiddenEnumValue

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    if let values = schema["enum"], values.type == .array, asksMore(schema, than: ["enum", "const"]) {
      for value in values.elements {
        let objection = run.objection(to: value, by: schema) { !($0 is Enumeration) && !($0 is Constant) }
        if let objection { report(value, objection, "of \"enum\"", run) }
      }
    }
    if let value = schema["const"], asksMore(schema, than: ["const"]),
      let objection = run.objection(to: value, by: schema, asking: { !($0 is Constant) })
    {
      report(value, objection, "of \"const\"", run)
    }
  }

  private static func asksMore(_ schema: LintedSchema, than names: [String]) -> Bool {
    schema.node.keywords.count > names.filter { schema[$0] != nil }.count
  }

  private static func report(_ value: JSONNode, _ objection: Objection, _ place: String, _ run: LintRun) {
    if objection.isUndecided { return }
    run.warn(id, "this value \(place) is forbidden by the same schema: \(objection.message)", at: objection.node)
  }
}

extension Diagnostic.Rule {
  /// A value of `enum` or `const` is forbidden by the same schema.
  public static let forbiddenEnumValue = Self(rawValue: "forbidden-enum-value")
}
