import TestSupport
import Testing
import TypecastCompiler

@Suite("Schemas become the Swift of the goldens")
struct SwiftGoldenTests {
  private static let folder = "Golden/swift"
  private static let suffix = ".schema.json"
  private static let schemas = PackageRoot.files(below: folder, suffix: suffix)

  @Test("There are schemas to compile")
  func any() {
    #expect(Self.schemas.count > 10)
  }

  @Test("The Swift of a schema, or of a folder of them", arguments: Set(schemas.map(unit)).sorted())
  func swift(unit: String) throws {
    let paths = Self.schemas.filter { Self.unit($0) == unit }
    let compilation = SchemaCompilation(
      try paths.map { path in
        let relative = String(path.dropFirst(Self.folder.count + 1))
        return .init(path: relative, name: relative, bytes: try PackageRoot.bytes(of: path))
      }, options: try Self.options(of: unit), module: "GoldenTypes")
    try #require(!compilation.hasErrors, "\(compilation.diagnostics)")
    for (path, source) in zip(paths, compilation.sources) {
      Golden.expect(source, equals: String(path.dropLast(Self.suffix.count)) + ".swift")
    }
  }

  @Test("Every golden has its schema, and is compiled into the tests")
  func pairs() {
    let schemas = Set(Self.schemas.map { String($0.dropLast(Self.suffix.count)) })
    let linked = Set(
      PackageRoot.files(below: "Tests/GoldenTypes", suffix: ".swift").map { $0.split(separator: "/").last })
    for text in PackageRoot.files(below: Self.folder, suffix: ".swift") {
      #expect(schemas.contains(String(text.dropLast(".swift".count))), "\(text)")
      #expect(linked.contains(text.split(separator: "/").last), "\(text) has no link in Tests/GoldenTypes")
    }
  }

  /// The schema itself, or the folder that it is in.
  private static func unit(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 3 ? parts.dropLast().joined(separator: "/") : path
  }

  private static func options(of unit: String) throws -> CompilerOptions {
    guard let bytes = try? PackageRoot.bytes(of: unit + "/typecast.json") else { return CompilerOptions() }
    let (config, diagnostics) = CompilerConfig.read(bytes, name: "typecast.json")
    #expect(diagnostics.isEmpty)
    return config.options
  }
}
