import Testing
import TypecastJSON
import TypecastSchema

/// A text with marks, and where in the text without them each mark stood.
struct MarkedText {
  let text: String
  let offsets: [Int]

  private static let mark: Character = "➤"

  init(_ marked: String) {
    var text = ""
    var offsets: [Int] = []
    for character in marked {
      if character == Self.mark { offsets.append(text.utf8.count) } else { text.append(character) }
    }
    self.text = text
    self.offsets = offsets
  }
}

/// Everything the linter says about schemas; the first file is called `schema`.
func lint(_ schemas: String..., draft: Draft = .draft2020) -> [Diagnostic] {
  let files = schemas.enumerated().map { number, text in
    SchemaFile(
      name: number == 0 ? "schema" : "schema\(number + 1)", uri: URIReference("https://example.com/\(number + 1)"),
      bytes: Array(text.utf8))
  }
  return SchemaLinter(options: CompileOptions(defaultDraft: draft)).lint(files)
}

/// Expects a rule's diagnostics at exactly the marked places of a schema, with the given messages.
func expect(
  _ rule: Diagnostic.Rule, at marked: String, _ messages: String..., draft: Draft = .draft2020,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let schema = MarkedText(marked)
  let found = lint(schema.text, draft: draft).filter { $0.rule == rule }
  #expect(schema.offsets.count == messages.count, "as many marks as messages", sourceLocation: sourceLocation)
  #expect(found.map(\.position.offset) == schema.offsets, "\(found)", sourceLocation: sourceLocation)
  #expect(found.map(\.message) == messages, sourceLocation: sourceLocation)
  #expect(found.allSatisfy { $0.severity == .warning }, sourceLocation: sourceLocation)
}

/// Expects that a rule has nothing to say about a schema.
func expectNothing(
  of rule: Diagnostic.Rule, in schema: String, draft: Draft = .draft2020,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = lint(schema, draft: draft)
  #expect(!found.contains { $0.rule == rule || $0.severity == .error }, "\(found)", sourceLocation: sourceLocation)
}
