import TypecastJSON

/// Keywords that have no meaning alone: they name a schema, hold schemas for others to refer to, or are read by a
/// neighbour.
enum ReadByNeighbours {
  static let definitions: [KeywordDefinition] = [
    silent("$schema", .draft4 ... .draft2020, .core),
    silent("id", .draft4 ... .draft4, .core),
    silent("$id", .draft6 ... .draft2020, .core),
    silent("$comment", .draft7 ... .draft2020, .core),
    silent("$anchor", .draft2019 ... .draft2020, .core),
    silent("$vocabulary", .draft2019 ... .draft2020, .core),
    silent("$recursiveAnchor", .draft2019 ... .draft2019, .core),
    silent("$dynamicAnchor", .draft2020 ... .draft2020, .core),
    silent("$defs", .draft2019 ... .draft2020, .core, .schemaMap),
    silent("definitions", .draft4 ... .draft2020, .core, .schemaMap),
    silent("then", .draft7 ... .draft2020, .applicator, .schema),
    silent("else", .draft7 ... .draft2020, .applicator, .schema),
    boolean("exclusiveMinimum"),
    boolean("exclusiveMaximum"),
    count("minContains"),
    count("maxContains"),
  ]

  private static func silent(
    _ name: String, _ drafts: ClosedRange<Draft>, _ vocabulary: Vocabulary, _ content: KeywordContent = .none
  ) -> KeywordDefinition {
    KeywordDefinition(name, drafts: drafts, vocabulary: vocabulary, content: content) { _ in nil }
  }

  /// Draft 4 says with a boolean whether the neighbouring limit is exclusive.
  private static func boolean(_ name: String) -> KeywordDefinition {
    KeywordDefinition(name, drafts: .draft4 ... .draft4, vocabulary: .validation) { source in
      if source.value.bool == nil { source.reject("a boolean in draft 4") }
      return nil
    }
  }

  /// Read by `contains`.
  private static func count(_ name: String) -> KeywordDefinition {
    KeywordDefinition(name, drafts: .draft2019 ... .draft2020, vocabulary: .validation) { source in
      _ = source.count()
      return nil
    }
  }
}
