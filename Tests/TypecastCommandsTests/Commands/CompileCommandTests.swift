import Foundation
import Testing

@testable import TypecastCommands

@Suite("typecast compile --schemas DIR --output DIR")
struct CompileCommandTests {
  private static let schemas = [
    "Schemas/Note.schema.json": #"{"type": "object", "properties": {"text": {"type": "string"}}}"#,
    "Schemas/Deep/Size.schema.json": #"{"enum": ["small", "large"]}"#,
    "Schemas/README.md": "# Schemas",
  ]

  private func run(_ arguments: String..., files: MemoryFiles) async -> ToolRun {
    await ToolRun(["compile", "--schemas", "Schemas", "--output", "Out"] + arguments, files: files)
  }

  @Test("Every schema makes a file, and a second run changes nothing")
  func writes() async {
    let files = MemoryFiles(files: Self.schemas)
    let first = await run(files: files)
    #expect((first.status, first.output, first.error) == (0, "", ""))
    let written = files.files
    #expect(written["Out/Note.swift"]?.contains("public struct Note: Typecast::SchemaRoot {") == true)
    #expect(written["Out/Deep+Size.swift"]?.contains("public enum Deep {") == true)
    #expect(written["Out/Deep+Size.swift"]?.contains("enum Size: Swift::CaseIterable") == true)
    #expect(await run(files: files).status == 0)
    #expect(files.files == written)
  }

  @Test("The options override what typecast.json says")
  func options() async {
    var schemas = Self.schemas
    schemas["Schemas/typecast.json"] = #"{"access": "package"}"#
    let files = MemoryFiles(files: schemas)
    _ = await run(files: files)
    #expect(files.files["Out/Note.swift"]?.contains("package struct Note") == true)
    _ = await run("--access", "internal", files: files)
    #expect(files.files["Out/Note.swift"]?.contains("\nstruct Note") == true)
    _ = await run("--module", "Shapes", files: files)
    #expect(files.files["Out/Note.swift"]?.contains("Shapes::Note.parts") == true)
  }

  @Test("--check names what differs and writes nothing")
  func check() async {
    let files = MemoryFiles(files: Self.schemas)
    let missing = await run("--check", files: files)
    #expect(missing.status == 1)
    #expect(missing.output == "Out/Deep+Size.swift is missing\nOut/Note.swift is missing\n")
    _ = await run(files: files)
    #expect(await run("--check", files: files).status == 0)

    var changed = files.files
    changed["Schemas/Note.schema.json"] = nil
    changed["Out/Deep+Size.swift"]? += "\n"
    let stale = await run("--check", files: MemoryFiles(files: changed))
    #expect(stale.status == 1)
    #expect(stale.output == "Out/Deep+Size.swift differs\nOut/Note.swift is not made by a schema\n")
  }

  @Test("An error in a schema is told with its place, and nothing is written")
  func errors() async {
    var schemas = Self.schemas
    schemas["Schemas/Bad.schema.json"] = #"{"type": "strin"}"#
    let files = MemoryFiles(files: schemas)
    let run = await run(files: files)
    #expect(run.status == 1)
    #expect(run.error.hasPrefix("Schemas/Bad.schema.json:1:10: error: there is no type \"strin\""))
    #expect(files.files["Out/Note.swift"] == nil)
  }

  @Test("An example that goes into the prompt and is not valid is one error, and so is a prompt that makes no sense")
  func prompts() async {
    let files = MemoryFiles(files: [
      "Schemas/A.schema.json": #"{"type": "string", "examples": ["x", 1]}"#,
      "Schemas/A.ask.prompt.md": "# user\n\n{{text}} {{#more}}\n",
    ])
    let run = await run(files: files)
    #expect(run.status == 1)
    let lines = run.error.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(lines == ["Schemas/A.ask.prompt.md:3:10:", "Schemas/A.schema.json:1:38:"], "\(run.error)")
  }

  @Test("Two schemas that would make one type are refused, and so is a config that makes no sense")
  func clashes() async {
    let twice = MemoryFiles(files: ["Schemas/a-b.schema.json": "true", "Schemas/a_b.schema.json": "true"])
    #expect(await run(files: twice).error.contains("make the same names, AB among them; rename one of the files"))

    let config = MemoryFiles(files: [
      "Schemas/A.schema.json": "true", "Schemas/typecast.json": "{\n  \"numbers\": \"exakt\"\n}",
    ])
    let refused = await run(files: config)
    #expect(refused.status == 2)
    #expect(refused.error.hasPrefix("Schemas/typecast.json:2:14: error: "), "\(refused.error)")
  }

  @Test("A folder without schemas is an error that says what to do")
  func empty() async {
    let run = await run(files: MemoryFiles(files: ["Schemas/other.json": "{}"]))
    #expect(run.status == 2)
    #expect(run.error.contains("Invoice.schema.json makes the type Invoice"))
  }

  @Test("A prompt whose folder has no schema is refused like any other without one")
  func strayPrompt() async {
    let run = await run(
      files: MemoryFiles(files: ["Schemas/A.schema.json": "true", "Schemas/p/A.go.prompt.md": "# user\nx\n"]))
    #expect(run.status == 1)
    #expect(
      run.error == "Schemas/p/A.go.prompt.md:1:1: error: there is no p/A.schema.json for this prompt; "
        + "did you mean A.schema.json? A prompt stands beside its schema\n")
  }

  @Test("What is wrong with schemas and with prompts is told at once")
  func together() async {
    let run = await run(
      files: MemoryFiles(files: [
        "Schemas/A.schema.json": "true", "Schemas/A.ask.prompt.md": "# user\n{{#x}}\n",
        "Schemas/Bad.schema.json": #"{"type": "strin"}"#, "Schemas/Bad.ask.prompt.md": "# usr\nx\n",
        "Schemas/Cut.schema.json": "{", "Schemas/Last.schema.json": #"{"type": "string", "examples": [1]}"#,
      ]))
    #expect(run.status == 1)
    let places = run.error.split(separator: "\n").filter { $0.contains(" error: ") }.map { $0.prefix { $0 != " " } }
    #expect(
      places == [
        "Schemas/Bad.schema.json:1:10:", "Schemas/Cut.schema.json:1:2:", "Schemas/A.ask.prompt.md:2:1:",
        "Schemas/Bad.ask.prompt.md:1:1:", "Schemas/Last.schema.json:1:33:",
      ], "\(run.error)")
  }

  @Test("A reference to a file that is not there says which, and which was meant")
  func missingFile() async {
    func message(_ reference: String) async -> String {
      let files = MemoryFiles(files: [
        "Schemas/A.schema.json": #"{"$ref": "\#(reference)"}"#, "Schemas/Common/person.schema.json": "true",
      ])
      return await run(files: files).error.split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(
      await message("Common/persn.schema.json").hasSuffix(
        "leads nowhere: there is no file Common/persn.schema.json; did you mean Common/person.schema.json?"))
    #expect(
      await message("person.schema.json").hasSuffix(
        "there is no file person.schema.json; did you mean Common/person.schema.json?"))
    #expect(await message("Elsewhere.json").hasSuffix("the name of a schema ends with .schema.json"))
  }

  @Test("A file that was probably meant to be compiled is a warning")
  func misnamed() async {
    let run = await run(
      files: MemoryFiles(files: [
        "Schemas/A.schema.json": "true", "Schemas/Plain.json": "true", "Schemas/B.Schema.json": "true",
        "Schemas/A.ask.md": "# user\n", "Schemas/A.md": "", "Schemas/README.md": "", "Schemas/A.sum.PROMPT.md": "",
        "Schemas/Typecast.json": "{}", "Schemas/notes.v2.md": "",
      ]))
    #expect(run.status == 0)
    #expect(
      run.error == """
        Schemas/A.ask.md:1:1: warning: this file is not compiled; call it A.ask.prompt.md, or move it elsewhere
        Schemas/A.sum.PROMPT.md:1:1: warning: this file is not compiled; call it A.sum.prompt.md, or move it elsewhere
        Schemas/B.Schema.json:1:1: warning: this file is not compiled; call it B.schema.json, or move it elsewhere
        Schemas/Plain.json:1:1: warning: this file is not compiled; call it Plain.schema.json, or move it elsewhere
        Schemas/Typecast.json:1:1: warning: this file is not compiled; the settings of the folder are in typecast.json, \
        or move it elsewhere

        """)
  }

  @Test("A file that can't be written is told by its name")
  func unwritable() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "typecast-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let deep =
      folder + "/S/" + ["a", "b", "c", "d", "e"].map { String(repeating: $0, count: 60) }.joined(separator: "/")
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    try Data("true".utf8).write(to: URL(fileURLWithPath: deep + "/A.schema.json"))
    let run = await ToolRun(["compile", "--schemas", folder + "/S", "--output", folder + "/Out"], files: SystemFiles())
    #expect(run.status == 2)
    #expect(run.error.contains("/Out/aaaa") && run.error.contains("+A.swift can't be written: "), "\(run.error)")
  }
}
