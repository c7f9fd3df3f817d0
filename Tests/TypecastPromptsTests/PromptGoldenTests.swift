import TestSupport
import Testing
import TypecastJSON
import TypecastPrompts
import TypecastSchema

/// A case is the files of one prompt as a folder of schemas holds them, and beside them the inputs and what comes out.
@Suite("Prompts are as the goldens have them")
struct PromptGoldenTests {
  private static let folder = "Golden/prompts"
  private static let broken = folder + "/broken"
  private static let paths = PackageRoot.files(below: folder).filter { !$0.hasPrefix(broken) }
  private static let prompts = PromptSource.find(among: paths).sources
  private static let schemas = paths.filter { $0.hasSuffix(".schema.json") && PromptFileName($0) == nil }
  private static let brokenPrompts = PackageRoot.files(below: broken, suffix: ".prompt.md")

  @Test("There are prompts to compare, and their names are in order")
  func any() {
    #expect(Self.prompts.count >= 4)
    #expect(Self.brokenPrompts.count >= 8)
    #expect(PromptSource.find(among: Self.paths).diagnostics.isEmpty)
  }

  private static func schema(_ path: String) throws -> CompiledSchema {
    let name = String(path.split(separator: "/").last ?? "")
    return try CompiledSchema(SchemaDocument(JSONDocument(PackageRoot.bytes(of: path)), name: name))
  }

  /// Messages in a form that shows where each begins, whatever they hold.
  private static func text(of messages: [PromptMessage]) -> String {
    messages.map { message in
      "== \(message.role.rawValue)\n"
        + message.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "|\n" : "| \($0)\n" }.joined()
    }.joined()
  }

  @Test("The messages of a prompt", arguments: prompts)
  func messages(source: PromptSource) throws {
    let file = PromptFile(name: source.prompt, bytes: try PackageRoot.bytes(of: source.prompt))
    #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
    let inputs = try source.inputs.map { PromptInputs.schema(try Self.schema($0)) } ?? .texts
    let template = try #require(file.template)
    let (prompt, diagnostics) = ResolvedPrompt.resolve(template, inputs: inputs, document: source.prompt)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let stem = String(source.prompt.dropLast(".prompt.md".count))
    let values = try JSONValue(parsing: PackageRoot.bytes(of: stem + ".input.json"))
    if case .schema(let schema) = inputs { #expect(try schema.isValid(JSONDocument(values))) }
    let messages = try #require(prompt).render(
      object(values), outputFormat: SchemaSketch.text(of: try Self.schema(source.schemaPath)))
    Golden.expect(Self.text(of: messages), equals: stem + ".messages.txt")
  }

  @Test("The default prompt of every schema", arguments: schemas)
  func defaults(path: String) throws {
    let stem = path.dropLast(".schema.json".count)
    let name = String(stem.split(separator: "/").last ?? "")
    let schema = try Self.schema(path)
    #expect(ExampleCheck.diagnostics(for: schema).isEmpty)
    let prompt = DefaultPrompt(for: schema, named: name)
    let messages = try #require(prompt.resolved).render(
      object(["text": "The text.\n\n# system\nNot a message."]), outputFormat: prompt.outputFormat)
    Golden.expect(Self.text(of: messages), equals: stem + ".default.txt")
  }

  @Test("Everything that is wrong with a prompt", arguments: brokenPrompts)
  func diagnostics(path: String) throws {
    let name = String(path.dropFirst(Self.broken.count + 1))
    let stem = String(path.dropLast(".prompt.md".count))
    let file = PromptFile(name: name, bytes: try PackageRoot.bytes(of: path))
    var found = file.diagnostics
    if let template = file.template {
      let inputs =
        PackageRoot.files(below: Self.broken).contains(stem + ".input.schema.json")
        ? PromptInputs.schema(try Self.schema(stem + ".input.schema.json")) : .texts
      found += ResolvedPrompt.resolve(template, inputs: inputs, document: name).diagnostics
    }
    #expect(!found.isEmpty)
    Golden.expect(found.map { "\($0) [\($0.rule)]\n" }.joined(), equals: stem + ".diagnostics.txt")
  }
}
