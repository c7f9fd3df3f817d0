import Testing
import TypecastJSON

@testable import TypecastSchema

@Suite("Keyword table")
struct KeywordTableTests {
  @Test("Every keyword that the meta-schemas of an edition describe is known there", arguments: Draft.allCases)
  func completeness(draft: Draft) throws {
    var described: Set<String> = []
    for text in MetaSchemas.texts {
      let root = try JSONDocument(text).root
      guard root["$schema"]?.string.flatMap(Draft.init(metaSchemaURI:)) == draft else { continue }
      described.formUnion(root["properties"]?.members.map(\.key) ?? [])
    }
    #expect(described.count > 30)
    let known = Set(KeywordTable.names(in: draft))
    // 2020-12 describes what it has replaced, so that old schemas do not misuse it.
    #expect(described.subtracting(known) == (draft == .draft2020 ? ["$recursiveRef", "$recursiveAnchor"] : []))
  }

  @Test("No edition gives a name two meanings", arguments: Draft.allCases)
  func uniqueness(draft: Draft) {
    let names = KeywordTable.names(in: draft)
    #expect(names.count == Set(names).count)
  }

  @Test("Keywords that look at what others evaluated come last")
  func order() throws {
    for draft in [Draft.draft2019, .draft2020] {
      let last = try #require(KeywordTable.entry(of: "unevaluatedProperties", in: draft)).order
      for name in ["allOf", "if", "$ref", "dependentSchemas", "items", "contains", "additionalProperties"] {
        #expect(try #require(KeywordTable.entry(of: name, in: draft)).order < last)
      }
    }
  }

  @Test("A name is compared by its scalars")
  func spelling() {
    #expect(KeywordTable.definition(of: "Type", in: .draft2020) == nil)
    #expect(KeywordTable.definition(of: "type\u{200d}", in: .draft2020) == nil)
  }
}
