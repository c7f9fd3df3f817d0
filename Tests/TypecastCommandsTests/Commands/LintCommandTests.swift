import Testing
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast lint PATH")
struct LintCommandTests {
  private static let files = MemoryFiles(files: [
    "good/a.json": #"{"$ref": "b.json"}"#,
    "good/b.json": #"{"type": "string"}"#,
    "bad/type.json": "{\n  \"type\": \"strin\",\n  \"properties\": {\"é\": {\"$ref\": \"nowhere.json\"}}\n}",
    "bad/broken.json": "{",
    "bad/empty.json": "",
    "bad/good.json": "true",
    "bad/notes.txt": "{",
  ])

  private func run(_ arguments: String..., input: String = "") async -> ToolRun {
    await ToolRun(["lint"] + arguments, input: input, files: Self.files)
  }

  @Test("Sound schemas print nothing, references among them included")
  func sound() async {
    let run = await run("good")
    #expect((run.status, run.output, run.error) == (0, "", ""))
    #expect(await self.run("good/a.json").status == 0)
  }

  @Test("All diagnostics of all files are printed at once, with their places")
  func everything() async {
    let run = await run("bad")
    #expect((run.status, run.error) == (1, ""))
    let places = run.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(
      places == ["bad/broken.json:1:2:", "bad/empty.json:1:1:", "bad/type.json:2:11:", "bad/type.json:3:33:"],
      "\(run.output)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.contains(" error: ") })
  }

  @Test("With --json a diagnostic is an object with file, line, column, severity and pointer")
  func json() async throws {
    let lines = await run("--json", "bad/type.json", "bad/broken.json").output.split(separator: "\n")
    let objects = try lines.map { try JSONValue(parsing: String($0)) }
    #expect(objects.count == 3)
    #expect(
      objects.allSatisfy { $0.object?.keys == ["file", "line", "column", "severity", "rule", "pointer", "message"] })
    #expect(objects.map { $0["pointer"] } == [.null, "/type", "/properties/é/$ref"])
    #expect(objects.allSatisfy { $0["severity"] == "error" })
  }

  @Test("Mistakes that leave a schema usable are warnings, and no failure")
  func warnings() async {
    let run = await run("-", input: #"{"properties": {"a": {}}, "requierd": ["a"]}"#)
    #expect((run.status, run.error) == (0, ""))
    #expect(run.output.contains(#"<stdin>:1:27: warning: "requierd" is no keyword; did you mean "required"?"#))
    #expect(run.output.contains(#"<stdin>:1:2: warning: "properties" without "type""#))
  }

  @Test("Two documents of one identifier are seen together")
  func duplicateIdentifiers() async {
    let files = MemoryFiles(files: [
      "a.json": #"{"$id": "https://example.com/a", "type": "string"}"#,
      "b.json": #"{"$id": "https://example.com/a", "type": "number"}"#,
    ])
    let run = await ToolRun(["lint", "a.json", "b.json"], files: files)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("b.json:1:9: warning: "), "\(run.output)")
    #expect(run.output.contains("already stands for another schema, in a.json"))
  }

  @Test("A byte-order mark is a warning like the others, so columns count from behind it")
  func byteOrderMark() async throws {
    let run = await run("--json", "-", input: "\u{FEFF}{\"type\": 1}")
    #expect((run.status, run.error) == (1, ""))
    let objects = try run.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(objects.map { $0["rule"] } == ["byte-order-mark", "invalid-schema"])
    #expect(objects.map { $0["column"] } == [1, 10])
  }

  @Test("Standard input is a schema too")
  func standardInput() async {
    let run = await run("-", input: #"{"type": 1}"#)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("<stdin>:1:10: error: "))
  }

  @Test("A path that is not there, or a folder without schemas, can't be examined")
  func missing() async {
    #expect(await run("none.json").status == 2)
    #expect(await run("none.json").error.contains("none.json can't be read"))
    #expect(await run().error.contains("Argument PATH is missing."))
  }

  @Test("A file that is named twice is examined once")
  func twice() async {
    #expect(await run("bad/type.json", "bad", "bad/type.json").output == run("bad").output)
  }

  @Test("A typecast.json in the folder or beside the schema says which draft it follows")
  func config() async {
    let files = MemoryFiles(files: [
      "old/a.json": #"{"type": "integer", "minimum": 1, "exclusiveMinimum": true}"#,
      "old/typecast.json": #"{"draft": "4"}"#,
      "new/b.json": #"{"type": "integer", "minimum": 1, "exclusiveMinimum": true}"#,
    ])
    #expect(await ToolRun(["lint", "old"], files: files).output == "")
    #expect(await ToolRun(["lint", "old/a.json"], files: files).output == "")
    let both = await ToolRun(["lint", "old", "new"], files: files)
    #expect(both.status == 1)
    #expect(both.output.split(separator: "\n").allSatisfy { $0.hasPrefix("new/b.json:1:") }, "\(both.output)")
  }

  @Test("A reference goes as far as what was named: a folder, or files")
  func fence() async {
    let files = MemoryFiles(files: [
      "v/c.schema.json": #"{"type": "string"}"#, "v/S/a.schema.json": #"{"$ref": "../c.schema.json"}"#,
    ])
    #expect(await ToolRun(["lint", "v"], files: files).status == 0)
    #expect(await ToolRun(["lint", "v/S/a.schema.json", "v/c.schema.json"], files: files).status == 0)
    let alone = await ToolRun(["lint", "v/S/a.schema.json"], files: files)
    #expect(
      alone.output.hasSuffix(
        "leads nowhere: /here/v/c.schema.json is outside of the folders that are read; name it, or a folder around both, "
          + "too\n"), "\(alone.output)")
  }
}
