import TypecastJSON

/// A keyword beside `$ref` in draft 7 or older, where it is ignored.
///
/// Put the reference into `allOf`, or move on to draft 2019-09. Keywords that only describe or define are not reported.
enum ReferenceSiblingRule: SchemaRule {
  static let id = Diagnostic.Rule.referenceSibling

  static func check(_ schema: LintedSchema, _ run: LintRun) {
    guard schema.isOnlyReference else { return }
    for member in schema.json.members {
      guard let definition = KeywordTable.definition(of: member.key, in: schema.draft),
        ![.core, .metaData, .content].contains(definition.vocabulary)
      else { continue }
      run.warn(
        id,
        "\(member.key.quoted) is ignored beside \"$ref\" in draft \(schema.draft.name); put the reference into \"allOf\"",
        at: member.keyNode)
    }
  }
}

extension Diagnostic.Rule {
  /// A keyword beside `$ref` is ignored, as draft 7 and older have it.
  public static let referenceSibling = Self(rawValue: "reference-sibling")
}
