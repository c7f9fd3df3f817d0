import Foundation
import TestSupport
import Testing

@testable import TypecastCommands

@Suite("The manual page is made from the table")
struct ManualPageTests {
  @Test("The page is as its golden says")
  func golden() async {
    let run = await ToolRun(["help", "--man"])
    #expect(run.status == 0 && run.error.isEmpty)
    Golden.expect(run.output, equals: "Golden/cli/typecast.1")
  }

  @Test("A command has a page of its own")
  func oneCommand() async {
    let page = await ToolRun(["help", "cassette", "list", "--man"]).output
    #expect(page.contains(#".TH "TYPECAST\-CASSETTE\-LIST" 1 "#))
    #expect(page.contains("\n.SH \"OPTIONS\"\n") && !page.contains(".SH COMMANDS"))
  }

  @Test("Every command, option and exit code is in it")
  func whole() {
    let page = ManualPage.render(CommandTable.root, at: ["typecast"])
    for (path, command) in CommandTable.root.tree.dropFirst() {
      #expect(page.contains(".SS \"\(path.joined(separator: " "))\"\n"))
      for option in command.options {
        #expect(page.contains("\\fB\\-\\-\(option.name.replacing("-", with: "\\-"))\\fR"), "\(path) \(option.name)")
      }
    }
  }

  @Test("Nothing in a text is taken for a request, an escape or another character")
  func escaping() {
    let command = Command(
      "x", abstract: #".A 'b' "c" \d -e `f` ~g ^h … "#, exitCodes: [ExitCode(.success, ".Fine.")], examples: [],
      body: { _, _ in .success })
    let page = ManualPage.render(command, at: ["x"])
    #expect(
      page.contains(#"\n\&.A \(aqb\(aq \(dqc\(dq \ed \-e \(gaf\(ga \(tig \(hah \[u2026]"#.replacing(#"\n"#, with: "\n"))
    )
    #expect(page.contains("\n\\&.Fine.\n"))
  }

  @Test("The programs that show manual pages find nothing wrong with it", arguments: ["mandoc", "groff"])
  func lint(program: String) async throws {
    let path = try ProgramRun.installed(program)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString).1")
    try Data(ManualPage.render(CommandTable.root, at: ["typecast"]).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let words = program == "mandoc" ? ["-T", "lint", "-W", "warning", file.path] : ["-man", "-ww", "-z", file.path]
    let run = try await ProgramRun(path, words)
    #expect(run.status == 0 && run.output + run.error == "")
  }
}
