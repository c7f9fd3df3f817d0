import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

@Suite("Schemas in use", .needsTestData)
struct RealSchemasLintTests {
  private func schemas(_ path: String) throws -> [SchemaFile] {
    try TestData.lines(of: path).map { line in
      let record = try JSONDocument(line).root
      let name = try #require(record["id"]?.string)
      let schema = try #require(record["schema"]?.value)
      return SchemaFile(name: name, bytes: JSONWriter().bytes(of: schema))
    }
  }

  @Test(
    "Nothing that works is called an error, and every place is that of its pointer",
    arguments: ["Handwritten", "Glaiveai2K", "WashingtonPost", "Synthesized", "BFCL_simple"])
  func places(set: String) throws {
    for file in try schemas("jsonschemabench/\(set).jsonl").sampled(3) {
      let root = try #require(file.document).json.root
      for diagnostic in SchemaLinter().lint([file]) {
        #expect(diagnostic.severity == .warning || diagnostic.rule == .unresolvableReference, "\(diagnostic)")
        let pointer = try #require(diagnostic.pointer)
        let value = try #require(root[pointer], "\(diagnostic)")
        let key = pointer.tokens.last?.string
        let container = root[JSONPointer(tokens: pointer.tokens.dropLast().map(\.string))]
        let keyOffset = container?.members.first { $0.key == key }?.keyOffset
        #expect([value.offset, keyOffset].contains(diagnostic.position.offset), "\(diagnostic)")
        #expect(diagnostic.position == TextPosition(offset: diagnostic.position.offset, in: root.document.bytes))
      }
    }
  }
}
