import TestSupport
import Testing

@testable import TypecastSchema

@Suite("Dialects and the facts about them")
struct DialectTests {
  @Test("A dialect is found by its name, and by no other")
  func names() {
    #expect(Dialect.all.count == 7)
    for dialect in Dialect.all { #expect(Dialect(rawValue: dialect.rawValue) == dialect) }
    #expect(Dialect(rawValue: "openai-strict") == .openAIStrict)
    #expect(Dialect(rawValue: "openai") == nil)
    #expect(Set(Dialect.all.map(\.title)).count == Dialect.all.count)
  }

  @Test("The facts speak of keywords that exist, each once")
  func keywords() {
    let known = Set(Draft.allCases.flatMap(KeywordTable.names(in:)))
    for name in KeywordFact.names { #expect(known.contains(name), "\(name)") }
    for facts in DialectFacts.all {
      let names = facts.keywords.map(\.name)
      #expect(Set(names).count == names.count, "\(facts.dialect)")
      #expect(Set(names).isSubset(of: KeywordFact.names), "\(facts.dialect)")
      #expect(Set(facts.shapeOnlyFormats).isSubset(of: facts.formats), "\(facts.dialect)")
    }
  }

  @Test("The table names every keyword that demands something")
  func complete() {
    let silent: Set = [
      "$schema", "id", "$id", "$comment", "$anchor", "$vocabulary", "$recursiveAnchor", "$dynamicAnchor", "$defs",
      "definitions", "title", "description", "default", "examples", "readOnly", "writeOnly", "deprecated",
      "contentMediaType", "contentEncoding", "contentSchema",
    ]
    let demanding = Set(Draft.allCases.flatMap(KeywordTable.names(in:))).subtracting(silent)
    #expect(demanding == Set(KeywordFact.names))
  }

  @Test("The page on dialects is what the facts say")
  func page() {
    Golden.expect(DialectTable.markdown, equals: "Documentation/dialects.md")
  }
}
