import Foundation
import TestSupport
import Testing

@testable import TypecastCommands

/// What help shows is what people copy.
@Suite("The examples of help work")
struct ExampleTests {
  private static let examples = CommandTable.root.tree.flatMap { path, command in
    command.examples.map { (path: path, line: $0.commandLine) }
  }

  /// Lines that can't be run here, or that have something to find, and why.
  private static let notRun = [
    "typecast replay Golden/cassettes/ollama/invoice.xml --listen 127.0.0.1:11434": "its port may be in use",
    "typecast models --provider compatible --base-url http://localhost:8080/v1": "nobody may be there",
    "typecast completions fish | source": "it is for another shell",
  ]

  /// Lines whose work is to find something, with what they end with here.
  private static let statuses: [String: Int32] = [
    "typecast cassette diff old.xml new.xml": 1,
    "typecast cassette diff ../before/Golden/cassettes Golden/cassettes": 1,
    "typecast gates": 1, "typecast gates schemas --json": 0,
    "typecast cassette orphans": 1, "typecast cassette age --days 90": 1,
    "echo Hello | typecast chat --model script:answers.jsonl --json": 0,
  ]

  @Test("Every example is a command line that the table takes")
  func parse() async throws {
    let sandbox = try CommandSandbox()
    let folder = sandbox.folder + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = sandbox.folder + "/words"
    let stub = "#!/bin/bash\nprintf '%s\\0' \"$@\" >'\(file)'\n"
    try Data(stub.utf8).write(to: URL(fileURLWithPath: folder + "/typecast"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/typecast")
    for (path, line) in Self.examples {
      try? FileManager.default.removeItem(atPath: file)
      let run = try await sandbox.shell(line, variables: ["PATH": folder + ":/usr/bin:/bin"])
      let bytes = try #require(FileManager.default.contents(atPath: file), "\(line): \(run.error)")
      let words = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      do throws(CommandFailure) {
        guard case .run(_, let invocation) = try CommandLineParser(root: CommandTable.root).parse(words) else {
          Issue.record("\(line) runs no command.")
          continue
        }
        #expect(invocation.path.first != nil, "\(path)")
      } catch {
        Issue.record("\(line): \(error.message)")
      }
    }
  }

  @Test("Every example does what it should, in a folder that has its files", .timeLimit(.minutes(15)))
  func run() async throws {
    let sandbox = try CommandSandbox()
    #expect(Set(Self.notRun.keys).isSubset(of: Self.examples.map(\.line)))
    #expect(Set(Self.statuses.keys).isSubset(of: Self.examples.map(\.line)))
    for (_, line) in Self.examples where Self.notRun[line] == nil {
      let run = try await sandbox.shell("set -o pipefail; \(line)")
      #expect(run.status == Self.statuses[line] ?? 0, "\(line): \(run.status) \(run.error)")
    }
  }
}
