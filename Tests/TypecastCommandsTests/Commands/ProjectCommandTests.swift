import Testing
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast project --dialect D SCHEMA")
struct ProjectCommandTests {
  private static let files = MemoryFiles(files: [
    "name.json": #"{"type": "object", "properties": {"name": {"$ref": "text.json"}}, "required": ["name"]}"#,
    "text.json": #"{"type": "string", "minLength": 1}"#,
    "bad.json": #"{"type": "strin"}"#,
    "draft4.json": #"{"type": "integer", "minimum": 1, "exclusiveMinimum": true, "maximum": 3}"#,
  ])

  private func run(_ arguments: String..., input: String = "") async -> ToolRun {
    await ToolRun(["project"] + arguments, input: input, files: Self.files)
  }

  @Test("The schema goes to standard output, the losses to standard error")
  func projection() async throws {
    let run = await run("--dialect", "openai-strict", "name.json")
    #expect(run.status == 0)
    let schema = try JSONValue(parsing: run.output)
    #expect(schema["properties"]?["name"] == ["$ref": "#/$defs/text"])
    #expect(schema["additionalProperties"] == false)
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == 2, "\(run.error)")
    #expect(lines[0].hasPrefix("name.json:1:1: warning: openai-strict: "), "\(run.error)")
    #expect(lines[1].contains("text.json:1:20: warning: openai-strict: \"minLength\" is not enforced"), "\(run.error)")
  }

  @Test("A schema that loses nothing says nothing")
  func lossless() async {
    let run = await run("--dialect", "anthropic", "-", input: #"{"type": "string"}"#)
    #expect((run.status, run.error) == (0, ""))
    #expect(run.output == "{\n  \"type\": \"string\"\n}\n")
  }

  @Test("A bad schema, an unknown dialect and none are usage errors")
  func failures() async {
    let bad = await run("--dialect", "ollama", "bad.json")
    #expect(bad.status == 2 && bad.output.isEmpty)
    #expect(bad.error.contains("bad.json:1:10: error:"), "\(bad.error)")
    #expect(await run("--dialect", "olama", "name.json").status == 2)
    #expect(await run("name.json").status == 2)
    #expect(await run("--dialect", "ollama", "nowhere.json").status == 2)
  }

  @Test("--draft holds for a schema that names none")
  func draft() async throws {
    let run = await run("--dialect", "ollama", "--draft", "4", "draft4.json")
    #expect(try JSONValue(parsing: run.output) == ["type": "integer", "minimum": 2, "maximum": 3])
  }
}
