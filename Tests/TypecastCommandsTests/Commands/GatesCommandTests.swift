import Foundation
import TestSupport
import Testing
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast gates")
struct GatesCommandTests {
  @Test("A gate that passes prints its table")
  func passes() async {
    let run = await ToolRun(["gates", "repairs", "--package", PackageRoot.path])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("repairs: passed\n"))
    #expect(run.error.isEmpty)
  }

  @Test("One that falls short fails, and --json is an object per gate")
  func fails() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gates-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let tests = folder.appendingPathComponent("Tests")
    try FileManager.default.createDirectory(at: tests, withIntermediateDirectories: true)
    try Data().write(to: folder.appendingPathComponent("Package.swift"))
    try Data(#"{"repairs": 1}"#.utf8).write(to: tests.appendingPathComponent("coverage.json"))
    let run = await ToolRun(["gates", "--package", folder.path, "--json"])
    #expect(run.status == 1)
    let reports = try run.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(reports.map { $0["gate"] } == ["errors", "repairs", "schemas", "code"])
    #expect(reports.map { $0["passes"] } == [true, false, true, true])
    try Data("{".utf8).write(to: tests.appendingPathComponent("coverage.json"))
    let broken = await ToolRun(["gates", "schemas", "--package", folder.path])
    #expect(broken.status == 2 && broken.output.isEmpty)
    #expect(broken.error.hasPrefix("Tests/coverage.json:1:2: error: "))
  }

  @Test("What is wrong for one gate does not keep the others from being looked at")
  func others() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gates-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let schemas = folder.appendingPathComponent("Schemas")
    try FileManager.default.createDirectory(at: schemas, withIntermediateDirectories: true)
    try Data("{".utf8).write(to: schemas.appendingPathComponent("A.schema.json"))
    let none = await ToolRun(["gates", "--package", folder.path], files: SystemFiles())
    #expect(none.status == 2 && none.error.contains("holds no Package.swift"))
    try Data().write(to: folder.appendingPathComponent("Package.swift"))
    let run = await ToolRun(["gates", "--package", folder.path], files: SystemFiles())
    #expect(run.status == 2)
    #expect(
      run.output.split(separator: "\n").filter { $0.hasSuffix(": passed") } == [
        "errors: passed", "repairs: passed", "code: passed",
      ])
    #expect(run.error.hasPrefix("Schemas/A.schema.json:1:2: error: "))
  }

  @Test("A package that can't be read is an error of usage")
  func unreadable() async {
    let run = await ToolRun(["gates", "--package", "no-such-folder"])
    #expect(run.status == 2)
    #expect(
      run.error == """
        no-such-folder: there is no such folder. Name the folder that holds Package.swift.
        typecast: error: Not everything can be looked at.
        Do what is said above.

        """)
  }
}
