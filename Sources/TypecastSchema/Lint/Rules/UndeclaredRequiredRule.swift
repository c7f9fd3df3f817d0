import TypecastJSON

/// A name in `required` that no schema of the object declares as a property: `"required": ["nmae"]` beside a property
/// `name`.
///
/// The property may be declared anywhere that the same object is described: in `allOf`, by a reference, in the schema
/// around an `if`. Where names are open anyway, by `patternProperties` that match or by a schema in
/// `additionalProperties`, nothing is reported.
enum UndeclaredRequiredRule: LintRule {
  static let id = Diagnostic.Rule.undeclaredRequired

  static func check(_ run: LintRun) {
    let families = Families(run)
    for schema in run.schemas {
      guard let required = schema["required"], schema["properties"] != nil else { continue }
      for name in required.elements {
        guard let text = name.string, !families.declare(text, for: schema, run) else { continue }
        report(name, text, schema, run)
      }
    }
  }

  private static func report(_ name: JSONNode, _ text: String, _ schema: LintedSchema, _ run: LintRun) {
    let near = schema["properties"].flatMap { run.nearest(to: text, amongMembersOf: $0) }
    let advice = near.map { "did you mean \($0.quoted)?" } ?? "add it to \"properties\""
    let isForbidden = schema["additionalProperties"]?.bool == false
    let consequence = isForbidden ? ", and \"additionalProperties\" forbids others, so no object fits" : ""
    run.warn(
      id, "\(text.quoted) is required, but no property of that name is declared\(consequence); \(advice)", at: name)
  }
}

/// What the schemas of one object declare together.
private struct Families {
  private var names: [Int: Set<ScalarText>] = [:]
  private var patterns: [Int: [Pattern]] = [:]
  private var isOpen: Set<Int>

  init(_ run: LintRun) {
    let family = run.relations.family
    isOpen = run.relations.openFamilies
    // Most families are never asked about.
    let asked = Set(run.schemas.filter { $0["required"] != nil }.map { family[$0.id.index] })
    for node in run.graph.nodes where asked.contains(family[node.id.index]) {
      let family = family[node.id.index]
      for keyword in node.keywords {
        switch keyword {
        case let properties as Properties:
          for (name, _) in properties.properties { names[family, default: []].insert(ScalarText(name)) }
        case let properties as PatternProperties:
          patterns[family, default: []] += properties.properties.map(\.pattern)
        case let rest as AdditionalProperties:
          if run.graph[rest.schema].boolean == nil { isOpen.insert(family) }
        case is PropertyNames, is UnevaluatedProperties: isOpen.insert(family)
        default: break
        }
      }
    }
  }

  func declare(_ name: String, for schema: LintedSchema, _ run: LintRun) -> Bool {
    let family = run.relations.family[schema.id.index]
    if isOpen.contains(family) || names[family]?.contains(ScalarText(name)) == true { return true }
    return (patterns[family] ?? []).contains { $0.search(name) != .noMatch }
  }
}

extension Diagnostic.Rule {
  /// A name in `required` is declared as a property nowhere.
  public static let undeclaredRequired = Self(rawValue: "undeclared-required")
}
