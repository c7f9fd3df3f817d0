import TestSupport
import Testing
import TypecastSchema

@Suite("Diagnostics are as the goldens have them")
struct DiagnosticsGoldenTests {
  private static let folder = "Golden/diagnostics"
  private static let suffix = ".schema.json"
  private static let schemas = PackageRoot.files(below: folder, suffix: suffix)

  @Test("There are schemas to compare")
  func any() {
    #expect(Self.schemas.count > 10)
  }

  @Test("Every line for a schema", arguments: schemas)
  func diagnostics(path: String) throws {
    let name = String(path.dropFirst(Self.folder.count + 1))
    let file = SchemaFile(name: name, bytes: try PackageRoot.bytes(of: path))
    let lines = SchemaLinter().lint([file]).map { "\($0) [\($0.rule)]\n" }
    Golden.expect(lines.joined(), equals: String(path.dropLast(Self.suffix.count)) + ".txt")
  }

  @Test("Every expectation has its schema")
  func pairs() {
    let schemas = Set(Self.schemas.map { $0.dropLast(Self.suffix.count) })
    for text in PackageRoot.files(below: Self.folder, suffix: ".txt") {
      #expect(schemas.contains(text.dropLast(".txt".count)), "\(text)")
    }
  }
}
