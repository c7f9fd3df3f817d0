import Testing

@testable import TypecastCommands

@Suite("typecast init")
struct InitCommandTests {
  @Test("What is written compiles, and what is there stays")
  func writes() async {
    let files = MemoryFiles(files: ["Package.swift": "", "Schemas/typecast.json": "{}"])
    let run = await ToolRun(["init"], files: files)
    #expect(run.status == 0)
    #expect(run.output.contains(#".plugin(name: "TypecastPlugin", package: "typecast")"#))
    #expect(files.files["Schemas/typecast.json"] == "{}")
    #expect(
      run.error == """
        Schemas/Schemas.swift is written.
        Schemas/typecast.json was there, and is as it was.
        Schemas/Invoice.schema.json is written.

        """)
    let compiled = await ToolRun(["compile", "--schemas", "Schemas", "--output", "Out"], files: files)
    #expect(compiled.status == 0)
    let said = compiled.error.split(separator: "\n")
    #expect(said.count == 1 && said[0].contains(": note: formats with types of their own are checked"), "\(said)")
    #expect(files.files["Out/Invoice.swift"]?.contains("public struct Invoice") == true)
    #expect(await ToolRun(["lint", "Schemas"], files: files).output == "")
  }

  @Test("Where there is no Package.swift, the next thing to do is said")
  func noManifest() async {
    let run = await ToolRun(["init", "app"], files: MemoryFiles(files: ["app/notes.txt": ""]))
    #expect(run.status == 0)
    #expect(run.error.hasSuffix("There is no app/Package.swift yet; make one: swift package init --type executable\n"))
  }

  @Test("A folder that is not there is an error")
  func absent() async {
    let run = await ToolRun(["init", "nowhere"], files: MemoryFiles())
    #expect(run.status == 2)
    #expect(run.error.contains("There is no folder 'nowhere'."))
  }
}
