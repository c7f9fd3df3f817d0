import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

@Suite("Annotation tests of the JSON Schema Test Suite", .needsTestData)
struct AnnotationSuiteTests {
  private static let folder = "json-schema-test-suite/annotations/tests"

  @Test("Every annotation is found at its place, and no other", arguments: Draft.allCases)
  func annotations(draft: Draft) throws {
    var count = 0
    for path in try TestData.files(below: Self.folder, suffix: ".json") {
      for group in try #require(JSONDocument(TestData.bytes(of: path)).root["suite"]).elements
      where isMeant(for: draft, group["compatibility"]?.string) {
        let schema = try compile(group, draft)
        for test in try #require(group["tests"]).elements {
          let annotations = try schema.annotations(of: SuiteGroup.document(#require(test["instance"])))
          // The suite names places within a schema by pointers from its root, whatever identifiers it has.
          let isIdentified = group["schema"]?["$id"] != nil
          for assertion in try #require(test["assertions"]).elements {
            let found = self.found(annotations, for: assertion, byPointer: isIdentified)
            #expect(
              found == assertion["expected"]?.value,
              "\(path): \(group["description"]?.string ?? ""): \(assertion.value)")
            count += 1
          }
        }
      }
    }
    let known: [Draft: Int] = [.draft4: 17, .draft6: 23, .draft7: 31, .draft2019: 62, .draft2020: 84]
    #expect(count >= known[draft] ?? .max)
  }

  private func compile(_ group: JSONNode, _ draft: Draft) throws -> CompiledSchema {
    let documents = try group["externalSchemas"]?.members.map {
      SchemaDocument(try SuiteGroup.document($0.value), uri: URIReference($0.key))
    }
    return try CompiledSchema(
      SchemaDocument(SuiteGroup.document(#require(group["schema"]))), library: SchemaLibrary(documents ?? []),
      options: CompileOptions(defaultDraft: draft))
  }

  /// The annotations that an assertion is about, by the place of the schema that made them.
  private func found(
    _ annotations: [SchemaAnnotation], for assertion: JSONNode, byPointer: Bool
  ) -> JSONValue {
    var found = JSONObject()
    for annotation in annotations
    where annotation.keyword == assertion["keyword"]?.string
      && annotation.instancePointer.description == assertion["location"]?.string
    {
      let uri = byPointer ? "#\(annotation.schemaPointer)" : annotation.schemaURI.description
      found[uri.contains("#") ? uri : uri + "#"] = annotation.value
    }
    return .object(found)
  }

  /// Reads conditions such as `7`, `<=2019` and `=2020`, with commas between them.
  private func isMeant(for draft: Draft, _ conditions: String?) -> Bool {
    let release = Int(draft.name.prefix(4)) ?? 0
    return (conditions ?? "0").split(separator: ",").allSatisfy { condition in
      let number = Int(condition.drop { !$0.isNumber }) ?? .max
      if condition.hasPrefix("<=") { return release <= number }
      return condition.hasPrefix("=") ? release == number : release >= number
    }
  }
}
