import TypecastJSON

/// `properties` in a schema that says nothing of the type: it also allows 12, `"text"` and `[]`.
///
/// Add `"type": "object"`. Nothing is reported where the type is said elsewhere for the same value: in `allOf`, by the
/// schema around it, or by every schema that refers to it. Conditions (`if`, `not`) need no type.
enum UntypedPropertiesRule: SchemaRule {
  static let id = Diagnostic.Rule.untypedProperties

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    guard let properties = schema["properties"], properties.count > 0,
      !run.relations.isTyped[schema.id.index], !isExcused(schema, run)
    else { return }
    run.warn(
      id, "\"properties\" without \"type\" also allows values that are no objects; add \"type\": \"object\"",
      at: schema.key(of: "properties"))
  }

  /// Whether the schema is a condition, or a part of one that is reported itself.
  private static func isExcused(_ schema: LintedSchema, _ run: LintRun) -> Bool {
    run.relations.parents[schema.id.index].contains { kind, parent in
      switch kind {
      case .reference: false
      case .test, .consequence: true
      case .all, .alternative: run.graph[parent].json["properties"] != nil
      }
    }
  }
}

extension Diagnostic.Rule {
  /// A schema has `properties` and no type, so that it allows `12` as well.
  public static let untypedProperties = Self(rawValue: "untyped-properties")
}
