import Foundation
import TestSupport
import Testing

@testable import TypecastCommands

@Suite("Completion scripts are made from the table")
struct CompletionsTests {
  @Test("The script of every shell is as its golden says", arguments: Shell.allCases)
  func goldens(shell: Shell) async {
    Golden.expect(await ToolRun(["completions", shell.rawValue]).output, equals: "Golden/cli/completions.\(shell)")
    Golden.expect(shell.script(SampleCommands.root), equals: "Golden/cli/sample-completions.\(shell)")
  }

  @Test("The shell accepts the script, where it is installed", arguments: Shell.allCases)
  func syntax(shell: Shell) throws {
    let checkOption = shell == .fish ? "--no-execute" : "-n"
    for script in [shell.script(CommandTable.root), shell.script(SampleCommands.root)] {
      let result = try Self.run(shell, [checkOption, "/dev/stdin"], input: script)
      #expect(result.status == 0, "\(result.error)")
    }
  }

  @Test(
    "Bash completes commands, options, choices and files",
    arguments: [
      ("sample ", "cast tape"),
      ("sample ca", "cast"),
      ("sample tape ", "show"),
      ("sample cast --le", "--level"),
      ("sample cast --level ", "strict mend coerce"),
      ("sample cast -l m", "mend"),
      ("sample cast --level = s", "strict"),
      ("sample cast --level =", "strict mend coerce"),
      ("sample cast --input ", ""),
      ("sample cast --output /us", "/usr"),
      ("sample cast /us", "/usr"),
      ("sample tape show -", "-h --help"),
    ])
  func bash(line: String, expected: String) throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { quoted(String($0)) }
    let script = """
      \(Shell.bash.script(SampleCommands.root))
      COMP_WORDS=(\(words.joined(separator: " ")))
      COMP_CWORD=\(words.count - 1)
      _sample
      echo "${COMPREPLY[*]}"
      """
    let result = try Self.run(.bash, ["--norc", "/dev/stdin"], input: script)
    #expect(result.output == expected + "\n")
    #expect(result.error == "")
  }

  @Test("A text between single quotes survives the shell")
  func quoting() throws {
    let text = #"it's $HOME `x` "y" \n"#
    #expect(try Self.run(.bash, ["-c", "printf %s \(quoted(text))"], input: "").output == text)
  }

  @Test("The summary of a help text is its first sentence")
  func summaries() {
    #expect(summary("How far. Then more.") == "How far")
    #expect(summary("A file.json is read.") == "A file.json is read")
    #expect(summary("No stop") == "No stop")
  }

  /// Runs a shell, or ends the test as skipped where there is none.
  private static func run(
    _ shell: Shell, _ arguments: [String], input: String
  ) throws -> (status: Int32, output: String, error: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    let paths = folders.map { "\($0)/\(shell.rawValue)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else {
      try Test.cancel("The shell \(shell.rawValue) is not installed.")
    }
    let script = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString)")
    try Data(input.utf8).write(to: script)
    defer { try? FileManager.default.removeItem(at: script) }
    let process = Process()
    let output = Pipe()
    let error = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: script)
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let outputText = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let errorText = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, outputText, errorText)
  }
}
