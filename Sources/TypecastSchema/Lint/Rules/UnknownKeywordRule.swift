import TypecastJSON

/// A keyword that no edition of JSON Schema defines: most often a slip, as `"requierd"` is.
///
/// Unknown keywords are allowed and have no effect, so a slip goes unnoticed. A keyword of your own is best called `x-`
/// something: such names are never reported, nor are those that begin with `_`, `@` or `/`, and nor are the customary
/// ones that only describe, such as `markdownDescription` and `example`. In a schema whose `$schema` names a dialect of
/// its own every keyword may have a meaning, so nothing is reported there.
enum UnknownKeywordRule: LintRule {
  static let id = Diagnostic.Rule.unknownKeyword

  static func check(_ run: LintRun) {
    let hasOwnDialect = run.graph.documents.map { document in
      document.json.root["$schema"]?.string.map { Draft(metaSchemaURI: $0) == nil } ?? false
    }
    for schema in run.schemas where !hasOwnDialect[run.document(of: schema.node)] {
      for member in schema.json.members { check(member, of: schema, run) }
    }
  }

  private static func check(_ member: JSONNode.Member, of schema: LintedSchema, _ run: LintRun) {
    let name = member.key
    guard KeywordTable.definition(of: name, in: schema.draft) == nil, !isDeliberate(name),
      !OtherDraftKeywordRule.covers(name)
    else { return }
    // References lead into the value: it is a place for schemas, whatever it is called.
    if run.contents.hasSchema(in: member.value, of: run.document(of: schema.node)) { return }
    run.warn(id, "\(name.quoted) is no keyword\(advice(on: member, name, of: schema, run))", at: member.keyNode)
  }

  private static func advice(
    on member: JSONNode.Member, _ name: String, of schema: LintedSchema, _ run: LintRun
  ) -> String {
    if let known = customary[ScalarText(name)] { return "; \(known)" }
    let names = KeywordTable.names(in: schema.draft)
    if let near = run.nearest(to: name, amongKnown: names, of: schema.draft.name) {
      return "; did you mean \(near.quoted)?"
    }
    if looksLikeSchema(member.value, in: schema.draft) {
      return "; the schema of a property belongs inside \"properties\""
    }
    return "; the name of a keyword of your own begins with \"x-\""
  }

  private static func looksLikeSchema(_ value: JSONNode, in draft: Draft) -> Bool {
    if let name = value["type"]?.string { return TypeSet(name: name, draft: draft) != nil }
    return value["$ref"]?.string != nil || value["properties"]?.type == .object || value["enum"]?.type == .array
  }

  private static func isDeliberate(_ name: String) -> Bool {
    switch name.utf8.first {
    case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "/"): true
    default: name.utf8.starts(with: "x-".utf8) || describing.contains(ScalarText(name))
    }
  }

  /// What editors, documentation and code generators read and validators need not know.
  private static let describing = Set(
    [
      "$comment", "comment", "example", "externalDocs", "xml", "discriminator", "markdownDescription",
      "enumDescriptions", "markdownEnumDescriptions", "deprecationMessage", "errorMessage", "patternErrorMessage",
      "defaultSnippets", "doNotSuggest", "suggestSortText", "allowComments", "allowTrailingCommas", "tsType",
      "tsEnumNames", "javaType", "javaName", "javaInterfaces", "existingJavaType", "propertyOrder", "enumNames",
    ].map(ScalarText.init))

  /// Keywords of other languages that look as if they had an effect.
  private static let customary: [ScalarText: String] = {
    let pairs = [
      ("nullable", "add \"null\" to \"type\""),
      ("optional", "a property is optional unless \"required\" names it"),
      ("divisibleBy", "it is called \"multipleOf\" since draft 4"),
      ("extends", "it is called \"allOf\" since draft 4"),
      ("disallow", "it is called \"not\" since draft 4"),
      ("min", "a number's limit is \"minimum\", a length's \"minLength\" or \"minItems\""),
      ("max", "a number's limit is \"maximum\", a length's \"maxLength\" or \"maxItems\""),
    ]
    return Dictionary(pairs.map { (ScalarText($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
  }()
}

extension Diagnostic.Rule {
  /// No edition of JSON Schema defines a keyword.
  public static let unknownKeyword = Self(rawValue: "unknown-keyword")
}
