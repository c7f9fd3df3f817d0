import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

@Suite("Output tests of the JSON Schema Test Suite", .needsTestData)
struct OutputSuiteTests {
  private static let root = "json-schema-test-suite/"

  @Test("Every format of output has what its schema demands", arguments: ["draft2019-09", "draft2020-12"])
  func outputs(folder: String) throws {
    var library = try SuiteGroup.library(Self.root + "remotes", at: "http://localhost:1234")
    let outputSchema = try TestData.bytes(of: Self.root + "output-tests/\(folder)/output-schema.json")
    library.documents.append(SchemaDocument(try JSONDocument(outputSchema)))
    var formats: Set<ValidationOutput> = []
    var count = 0
    for path in try TestData.files(below: Self.root + "output-tests/\(folder)/content", suffix: ".json") {
      for group in try JSONDocument(TestData.bytes(of: path)).root.elements {
        let schema = try CompiledSchema(
          SchemaDocument(SuiteGroup.document(#require(group["schema"]))), library: library)
        for test in try #require(group["tests"]).elements {
          let value = try SuiteGroup.document(#require(test["data"]))
          for expected in try #require(test["output"]).members {
            let format = try #require(ValidationOutput(rawValue: expected.key))
            let judge = try CompiledSchema(SchemaDocument(SuiteGroup.document(expected.value)), library: library)
            let output = try schema.output(format, for: value)
            let report = try judge.validate(JSONDocument(output))
            #expect(report.isValid, "\(path): \(test["description"]?.string ?? ""): \(output)\n\(report)")
            formats.insert(format)
            count += 1
          }
        }
      }
    }
    #expect(count >= 4)
    #expect(formats.contains(.basic))
  }
}
