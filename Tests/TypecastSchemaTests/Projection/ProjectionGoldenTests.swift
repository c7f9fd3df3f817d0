import TestSupport
import Testing
import TypecastJSON
import TypecastSchema

@Suite("Projections are as the goldens have them")
struct ProjectionGoldenTests {
  private static let folder = "Golden/projections"
  private static let suffix = ".schema.json"
  private static let schemas = PackageRoot.files(below: folder, suffix: suffix)

  @Test("There are schemas to compare")
  func any() {
    #expect(Self.schemas.count > 8)
  }

  @Test("Every dialect of a schema, with its losses", arguments: schemas)
  func projections(path: String) throws {
    let name = String(path.dropFirst(Self.folder.count + 1))
    let document = SchemaDocument(try JSONDocument(PackageRoot.bytes(of: path)), name: name)
    let projector = Projector(try CompiledSchema(document))
    let base = String(path.dropLast(Self.suffix.count))
    for dialect in Dialect.all {
      let projection = projector.projection(to: dialect)
      Golden.expect(
        JSONWriter(style: .pretty).string(of: projection.schema) + "\n", equals: "\(base).\(dialect).json")
      let nulls = projection.nullsForMissing.map { "null for missing: \($0)\n" }
      let wrapper = projection.wrapper.map { ["wrapped in: \($0)\n"] } ?? []
      let losses = projection.losses.map { "\($0.description) [\($0.kind) \($0.keyword)] \($0.pointer)\n" }
      Golden.expect((losses + wrapper + nulls).joined(), equals: "\(base).\(dialect).losses.txt")
    }
  }

  @Test("Every expectation has its schema and dialect")
  func pairs() {
    var expected = Set(Self.schemas)
    for schema in Self.schemas {
      for dialect in Dialect.all {
        let base = schema.dropLast(Self.suffix.count)
        expected.formUnion(["\(base).\(dialect).json", "\(base).\(dialect).losses.txt"])
      }
    }
    #expect(Set(PackageRoot.files(below: Self.folder)) == expected)
  }
}
