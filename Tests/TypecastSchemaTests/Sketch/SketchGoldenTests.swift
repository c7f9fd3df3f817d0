import TestSupport
import Testing
import TypecastSchema

@Suite("Sketches are as the goldens have them")
struct SketchGoldenTests {
  private static let folder = "Golden/sketches"
  private static let suffix = ".schema.json"
  private static let schemas = PackageRoot.files(below: folder, suffix: suffix)

  @Test("There are schemas to sketch")
  func any() {
    #expect(Self.schemas.count >= 8)
  }

  @Test("The sketch of a schema", arguments: schemas)
  func sketch(path: String) throws {
    let schema = try CompiledSchema(parsing: PackageRoot.text(of: path))
    let text = SchemaSketch.text(of: schema) + "\n"
    Golden.expect(text, equals: String(path.dropLast(Self.suffix.count)) + ".sketch.txt")
  }

  @Test("Every sketch has its schema")
  func pairs() {
    let schemas = Set(Self.schemas.map { $0.dropLast(Self.suffix.count) })
    for text in PackageRoot.files(below: Self.folder, suffix: ".sketch.txt") {
      #expect(schemas.contains(text.dropLast(".sketch.txt".count)), "\(text)")
    }
  }
}
