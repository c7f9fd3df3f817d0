import TestSupport
import Testing
import TypecastCompiler
import TypecastSchema

@Suite("What the compiler refuses is said as the goldens have it")
struct CompilerDiagnosticsTests {
  private static let folder = "Golden/compiler"
  private static let folders = Set(
    PackageRoot.files(below: folder, suffix: ".json").map { $0.split(separator: "/").prefix(3).joined(separator: "/") }
  ).sorted()

  @Test("There are folders to compile")
  func any() {
    #expect(Self.folders.count > 2)
  }

  @Test("Every line for a folder", arguments: folders)
  func diagnostics(folder: String) throws {
    var lines: [String] = []
    var options = CompilerOptions()
    if let bytes = try? PackageRoot.bytes(of: folder + "/typecast.json") {
      let (config, diagnostics) = CompilerConfig.read(bytes, name: "typecast.json")
      lines += diagnostics.map { "\($0) [\($0.rule)]\n" }
      options = config.options
    }
    func inputs(_ suffix: String) throws -> [SchemaCompilation.Input] {
      try PackageRoot.files(below: folder, suffix: suffix).map { path in
        let relative = String(path.dropFirst(folder.count + 1))
        return SchemaCompilation.Input(path: relative, name: relative, bytes: try PackageRoot.bytes(of: path))
      }
    }
    let compilation = SchemaCompilation(
      try inputs(".schema.json"), prompts: try inputs(".prompt.md"), options: options)
    lines += compilation.diagnostics.map { "\($0) [\($0.rule)]\n" }
    #expect(compilation.hasErrors == compilation.sources.isEmpty)
    Golden.expect(lines.joined(), equals: folder + ".txt")
  }
}
