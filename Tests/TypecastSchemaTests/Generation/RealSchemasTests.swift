import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

@Suite("Made-up instances of real schemas")
struct RealSchemasTests {
  @Test("Of a sample of real schemas 95 in 100 get valid and broken instances", .needsTestData)
  func successRates() throws {
    var compiled = 0
    var withValid = 0
    var withBroken = 0
    for name in ["Github_easy", "Github_medium", "Github_hard", "JsonSchemaStore", "Kubernetes", "Glaiveai2K"] {
      for (number, line) in try TestData.lines(of: "jsonschemabench/\(name).jsonl").enumerated() where number % 50 == 7
      {
        let entry = try JSONDocument(line, options: JSONOptions(duplicateKeys: .takeLast)).root.value
        guard let value = entry["schema"], let schema = try? CompiledSchema(SchemaDocument(JSONDocument(value))) else {
          continue
        }
        compiled += 1
        var generator = InstanceGenerator(schema, seed: UInt64(number))
        if generator.valid() != nil { withValid += 1 }
        if generator.invalid() != nil { withBroken += 1 }
      }
    }
    #expect(compiled > 60)
    #expect(withValid * 100 >= compiled * 95, "\(withValid) of \(compiled)")
    #expect(withBroken * 100 >= compiled * 95, "\(withBroken) of \(compiled)")
  }
}
