import Foundation
import TestSupport
import Testing
import TypecastJSON

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
    try Data(#"{"repairs": 1}"#.utf8).write(to: tests.appendingPathComponent("coverage.json"))
    let run = await ToolRun(["gates", "--package", folder.path, "--json"])
    #expect(run.status == 1)
    let reports = try run.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(reports.map { $0["gate"] } == ["errors", "repairs", "schemas", "code"])
    #expect(reports.map { $0["passes"] } == [true, false, true, true])
  }

  @Test("A package that can't be read is an error of usage")
  func unreadable() async {
    let run = await ToolRun(["gates", "--package", "no-such-folder"])
    #expect(run.status == 2)
    #expect(
      run.error == """
        no-such-folder: there is no such folder. Name the folder that holds Package.swift.
        typecast: error: The package can't be looked at.
        Do what is said above.

        """)
  }
}
