extension DialectFacts {
  /// What Ollama was measured to enforce, to ignore, to refuse and to crash of, on all of its paths: the narrowest
  /// decides, as the path depends on the model.
  static let ollama = DialectFacts(
    dialect: .ollama, title: "Ollama", place: "`format`", keywords: grammarKeywords,
    formats: ["date", "time", "date-time", "uuid"], shapeOnlyFormats: ["date", "date-time"],
    references: .all, otherMembers: .closedIfUnsaid, anything: .types, tuples: .exact, patterns: .simple,
    enumTypes: .all, oneStringKeyword: true, integerLimits: true, lowerLimitIsUnreliable: true,
    unusableNames: ["", "$ref", "$defs"], needsPlainNames: true, order: .sometimesAlphabetical)
}
