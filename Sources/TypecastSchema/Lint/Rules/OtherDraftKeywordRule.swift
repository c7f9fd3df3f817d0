import TypecastJSON

/// A keyword that the schema's edition does not define, but another one does: `prefixItems` in draft 7.
///
/// It has no effect. `definitions` and `dependencies` still work in the newest editions, which call them otherwise; they
/// are reported only where `$schema` names such an edition. Keywords that only describe, such as `deprecated`, are not
/// reported, and neither is `$defs` in older editions: it serves references there as well.
enum OtherDraftKeywordRule: SchemaRule {
  static let id = Diagnostic.Rule.otherDraftKeyword

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    for member in schema.json.members {
      let name = member.key
      guard let others = drafts[ScalarText(name)] else { continue }
      if !others.contains(schema.draft), KeywordTable.definition(of: name, in: schema.draft) == nil {
        report(name, others, schema, member.keyNode, run)
      } else if schema.draft >= .draft2019, renamed.contains(ScalarText(name)),
        let successor = successors[ScalarText(name)], namesDraft(schema, run)
      {
        run.warn(id, "\(name.quoted) is called \(successor) since draft 2019-09", at: member.keyNode)
      }
    }
  }

  /// Whether some edition defines a keyword.
  static func covers(_ name: String) -> Bool { drafts[ScalarText(name)] != nil }

  private static func report(
    _ name: String, _ others: Set<Draft>, _ schema: LintedSchema, _ key: JSONNode, _ run: LintRun
  ) {
    let (oldest, newest) = (others.min() ?? schema.draft, others.max() ?? schema.draft)
    let isNewer = oldest > schema.draft
    if silent.contains(ScalarText(name)) || (isNewer && name.utf8.elementsEqual("$defs".utf8)) { return }
    let when = isNewer ? "it exists since draft \(oldest.name)" : "it exists up to draft \(newest.name)"
    var advice = (isNewer ? predecessors : successors)[ScalarText(name)].map { "; write \($0)" } ?? ""
    if !namesDraft(schema, run) {
      advice += advice.isEmpty ? "; name the draft in \"$schema\"" : ", or name the older draft in \"$schema\""
    }
    run.warn(id, "\(name.quoted) has no effect in draft \(schema.draft.name): \(when)\(advice)", at: key)
  }

  /// Whether the edition was chosen and is not just the default.
  private static func namesDraft(_ schema: LintedSchema, _ run: LintRun) -> Bool {
    run.graph.documents[run.document(of: schema.node)].json.root["$schema"] != nil
  }

  /// The editions of every keyword.
  private static let drafts: [ScalarText: Set<Draft>] = {
    var drafts: [ScalarText: Set<Draft>] = [:]
    for definition in KeywordTable.definitions {
      let own = Draft.allCases.filter { definition.drafts.contains($0) }
      drafts[ScalarText(definition.name), default: []].formUnion(own)
    }
    return drafts
  }()

  /// Keywords without effect on validity.
  private static let silent: Set<ScalarText> = Set(
    KeywordTable.definitions.filter { [.metaData, .content].contains($0.vocabulary) }.map(\.name).map(ScalarText.init)
      + [ScalarText("$comment")])

  /// Keywords that have other names since draft 2019-09, where the old ones still work.
  private static let renamed: Set<ScalarText> = [ScalarText("definitions"), ScalarText("dependencies")]

  private static let predecessors = names([
    ("$id", "\"id\""),
    ("const", "\"enum\" with one value"),
    ("prefixItems", "an array of schemas as \"items\""),
    ("dependentRequired", "\"dependencies\""),
    ("dependentSchemas", "\"dependencies\""),
    ("$anchor", "\"$id\" with a fragment"),
    ("$dynamicRef", "\"$ref\""),
    ("$recursiveRef", "\"$ref\""),
  ])

  private static let successors = names([
    ("id", "\"$id\""),
    ("definitions", "\"$defs\""),
    ("dependencies", "\"dependentRequired\" or \"dependentSchemas\""),
    ("additionalItems", "\"items\" beside \"prefixItems\""),
    ("$recursiveRef", "\"$dynamicRef\""),
    ("$recursiveAnchor", "\"$dynamicAnchor\""),
  ])

  private static func names(_ pairs: [(String, String)]) -> [ScalarText: String] {
    Dictionary(pairs.map { (ScalarText($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Diagnostic.Rule {
  /// A keyword is defined by other editions only, and has no effect.
  public static let otherDraftKeyword = Self(rawValue: "other-draft-keyword")
}
