import Testing
import TypecastJSON
import TypecastSchema

@testable import TypecastCommands

@Suite("typecast check DIR")
struct CheckCommandTests {
  private static let files = MemoryFiles(files: [
    "good/a.json": #"{"type": "string", "minLength": 1}"#,
    "good/b.json": #"{"type": "array", "items": {"type": "string"}, "uniqueItems": true}"#,
    "mixed/bad.json": "{",
    "mixed/good.json": #"{"type": "string", "minLength": 1}"#,
  ])

  private func run(_ arguments: String...) async -> ToolRun {
    await ToolRun(["check"] + arguments, files: Self.files)
  }

  @Test("Every loss of every schema is printed, for the dialects that were named")
  func losses() async {
    let run = await run("good", "--dialect", "anthropic")
    #expect((run.status, run.error) == (0, ""))
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2, "\(run.output)")
    #expect(lines[0].hasPrefix(#"good/a.json:1:20: warning: anthropic: "minLength" is not enforced"#), "\(run.output)")
    #expect(lines[1].hasPrefix(#"good/b.json:1:48: warning: anthropic: "uniqueItems" is not"#), "\(run.output)")
  }

  @Test("Without --dialect every dialect is asked")
  func everyDialect() async throws {
    let lines = await run("good", "--json").output.split(separator: "\n")
    let objects = try lines.map { try JSONValue(parsing: String($0)) }
    let unique = objects.filter { $0["keyword"] == "uniqueItems" }
    #expect(unique.map { $0["dialect"]?.string } == Dialect.all.map(\.rawValue))
    #expect(
      objects.allSatisfy {
        $0.object?.keys == ["file", "line", "column", "dialect", "kind", "keyword", "pointer", "message"]
      })
    #expect(objects.first?["kind"] == "wrapped")
  }

  @Test("A bad schema is reported and fails, the others are checked all the same")
  func bad() async {
    let run = await run("mixed", "--dialect", "anthropic")
    #expect(run.status == 1)
    #expect(run.error.hasPrefix("mixed/bad.json:1:2: error:"), "\(run.error)")
    #expect(run.output.hasPrefix("mixed/good.json:1:20: warning:"), "\(run.output)")
  }

  @Test("A folder that is not there is a usage error")
  func missing() async {
    #expect(await run("nowhere").status == 2)
  }

  @Test("What is lost of a schema that others refer to is said once, under one path")
  func shared() async {
    let files = MemoryFiles(files: [
      "s/a.json": #"{"type": "array", "items": {"$ref": "sub/b.json"}}"#,
      "s/c.json": #"{"type": "array", "items": {"$ref": "sub/b.json"}}"#,
      "s/sub/b.json": #"{"type": "string", "minLength": 1}"#,
    ])
    for folder in ["s", "/here/s"] {
      let output = await ToolRun(["check", folder, "--dialect", "anthropic"], files: files).output
      let lines = output.split(separator: "\n")
      #expect(lines.count == 1, "\(output)")
      #expect(output.hasPrefix("\(folder)/sub/b.json:1:20: warning: "), "\(output)")
    }
  }

  @Test("A typecast.json in the folder says which draft its schemas follow, and --draft overrules it")
  func config() async {
    let files = MemoryFiles(files: [
      "s/a.json": #"{"type": "integer", "minimum": 1, "exclusiveMinimum": true}"#,
      "s/typecast.json": #"{"draft": "4"}"#,
    ])
    #expect(await ToolRun(["check", "s"], files: files).status == 0)
    #expect(await ToolRun(["check", "s", "--draft", "2020-12"], files: files).status == 1)
    #expect(await ToolRun(["project", "--dialect", "ollama", "s/a.json"], files: files).status == 0)
  }

  @Test("A reference goes as far as the folder that was named, or as --documents says")
  func fence() async {
    let files = MemoryFiles(files: [
      "v/c.json": #"{"type": "string"}"#, "v/S/a.json": #"{"type": "array", "items": {"$ref": "../c.json"}}"#,
    ])
    #expect(await ToolRun(["check", "v"], files: files).status == 0)
    let alone = await ToolRun(["check", "v/S"], files: files)
    let option = "--documents 'file:///here/v/=/here/v'"
    #expect(alone.status == 1)
    #expect(
      alone.error.hasSuffix("/here/v/c.json is outside of the folders that are read; \(option) lets it be read\n"),
      "\(alone.error)")
    #expect(await ToolRun(["check", "v/S", "--documents", "file:///here/v/=/here/v"], files: files).status == 0)
  }
}
