package import TypecastJSON

/// A keyword that demands nothing and says something: `title`, `default`, `readOnly` and their like.
package struct Annotation: Keyword {
  package let name: String
  package let value: JSONValue

  static let definitions: [KeywordDefinition] =
    ["title", "description", "default"].map { definition($0, .draft4 ... .draft2020, .metaData) }
    + ["examples"].map { definition($0, .draft6 ... .draft2020, .metaData) }
    + ["readOnly", "writeOnly"].map { definition($0, .draft7 ... .draft2020, .metaData) }
    + ["deprecated"].map { definition($0, .draft2019 ... .draft2020, .metaData) }
    + ["contentMediaType", "contentEncoding"].map { definition($0, .draft7 ... .draft2020, .content) }
    + [contentSchema]

  private static func definition(
    _ name: String, _ drafts: ClosedRange<Draft>, _ vocabulary: Vocabulary
  ) -> KeywordDefinition {
    KeywordDefinition(name, drafts: drafts, vocabulary: vocabulary) { source in
      Annotation(name: source.name, value: source.value.value)
    }
  }

  /// Says something only beside `contentMediaType`.
  private static let contentSchema = KeywordDefinition(
    "contentSchema", drafts: .draft2019 ... .draft2020, vocabulary: .content, content: .schema
  ) { source in
    guard source.schema["contentMediaType"] != nil else { return nil }
    return Annotation(name: source.name, value: source.value.value)
  }

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    if name.utf8.starts(with: "content".utf8) && result.instance.type != .string { return }
    result.annotate(name, value)
  }
}

/// A keyword that the draft does not define; it stays visible as an annotation.
package struct UnknownKeyword: Keyword {
  package let name: String
  package let value: JSONNode

  package func evaluate(_ result: inout Evaluated, in evaluation: inout Evaluation) {
    result.annotate(name, value.value)
  }
}
