import Foundation
import TestSupport
import Testing

@testable import TypecastCommands

/// Every command is called wrongly in every way that the table allows to think of. It may fail, but as it says it does.
@Suite("No input makes a command crash, hang or fail without a word")
final class HostileInputTests: Sendable {
  private let sandbox: CommandSandbox
  private static let commands = CommandTable.root.tree.filter { $0.command.subcommands.isEmpty }

  init() throws {
    sandbox = try CommandSandbox()
    try FileManager.default.createDirectory(atPath: sandbox.folder + "/folder", withIntermediateDirectories: true)
    for (name, bytes) in [
      ("bytes.bin", [0x00, 0xFF, 0xFE, 0x0A, 0x80, 0x22, 0x00] as [UInt8]),
      ("deep.json", Array(String(repeating: "[", count: 200_000).utf8)),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(sandbox.folder)/\(name)"))
    }
  }

  /// Values that are wrong nearly everywhere.
  private static let values = [
    "", "nothing/here", "folder", "bytes.bin", "deep.json", "999999999999999999999999", "-5", "a\u{1}\u{202E}b",
    String(repeating: "x", count: 5000),
  ]

  @Test("Every command line of the table for the tests is one that the table of commands takes")
  func sound() async throws {
    #expect(
      Set(CommandSandbox.commandLines.keys)
        == Set(Self.commands.map { $0.path.dropFirst().joined(separator: " ") }))
    for (path, command) in Self.commands {
      let run = try await run(sandbox.words(Array(path.dropFirst())))
      #expect([0, 1].contains(run.status), "\(path): \(run.error)")
      #expect(command.exitCodes.contains { $0.status.code == run.status }, "\(path)")
    }
  }

  @Test("A command line that no command takes ends with 2 and says why", .timeLimit(.minutes(15)))
  func usage() async throws {
    let lines =
      try Self.commands.flatMap { path, command in
        try wrongLines(command, sandbox.words(Array(path.dropFirst())))
      } + [
        [], [""], ["\u{1}"], ["--"], ["-"], ["vlaidate"], ["cassette"], ["cassette", "lst"], ["--version=1"], ["-hh"],
      ]
    #expect(lines.count > 150)
    try await each(of: lines) { line, run in
      if run.status != 2 || run.output != "" { return "ended with \(run.status) and '\(run.output.prefix(100))'" }
      return Self.isError(run.error) ? nil : "said '\(run.error)'"
    }
  }

  @Test("A value that is wrong gives a code that help lists, and words", .timeLimit(.minutes(15)))
  func values() async throws {
    for (path, command) in Self.commands {
      let codes = Set(command.exitCodes.map(\.status.code))
      let lines = try valueLines(command, sandbox.words(Array(path.dropFirst()))).sampled(4)
      try await each(of: lines) { line, run in
        if !codes.contains(run.status) { return "ended with \(run.status): \(run.error.prefix(300))" }
        if run.status != 0, run.output.isEmpty, run.error.isEmpty { return "ended with \(run.status) and no word" }
        if run.status == 2, !Self.isError(run.error) { return "said '\(run.error.prefix(300))'" }
        return (run.output + run.error).utf8.contains(0x1B) ? "let a control character through" : nil
      }
    }
  }

  /// Whether a text is an error with what to do next.
  private static func isError(_ text: String) -> Bool {
    let lines = text.split(separator: "\n")
    guard let place = lines.lastIndex(where: { $0.hasPrefix("typecast: error: ") }) else { return false }
    return place + 1 < lines.count
  }

  // MARK: Lines

  /// The line with what the table does not allow.
  private func wrongLines(_ command: Command, _ words: [String]) throws -> [[String]] {
    var lines = [words + ["--nonsense"], words + ["-\u{7F}"], words + ["--json=", "--json="], words + ["--=x"]]
    for option in command.options {
      let word = "--" + option.name
      if option.isFlag {
        lines += [words + [word + "=yes"], words + [word, word]]
      } else {
        lines.append(words + [word])
        if !option.isRepeatable { lines.append(words + [word + "=a", word + "=b"]) }
      }
    }
    if command.arguments.last?.isRepeatable != true {
      lines.append(words + Array(repeating: "more", count: command.arguments.count + 1))
    }
    let needsMore =
      command.options.contains { $0.requirement != .optional }
      || command.arguments.contains { $0.requirement != .optional }
    if needsMore {
      lines.append(Array(words.prefix { name in !name.hasPrefix("-") && isName(name, of: command, words) }))
    }
    return lines
  }

  /// Whether a word is one of those that name the command.
  private func isName(_ word: String, of command: Command, _ words: [String]) -> Bool {
    words.firstIndex(of: command.name).map { words[...$0].contains(word) } ?? false
  }

  /// The line with each value in turn replaced by each wrong one.
  private func valueLines(_ command: Command, _ words: [String]) throws -> [[String]] {
    guard case .run(_, let invocation) = try CommandLineParser(root: CommandTable.root).parse(words) else { return [] }
    var lines: [[String]] = []
    for option in command.options where !option.isFlag {
      for value in option.kind.choices.isEmpty ? Self.values : ["", "-5"] {
        var changed = invocation
        changed.options[option.name] = [value]
        lines.append(Self.words(of: changed, command))
      }
    }
    for argument in command.arguments {
      for value in argument.kind.choices.isEmpty ? Self.values : ["", "-5"] {
        var changed = invocation
        changed.arguments[argument.name] = [value]
        lines.append(Self.words(of: changed, command))
      }
    }
    return lines
  }

  /// The words that are parsed into an invocation.
  private static func words(of invocation: Invocation, _ command: Command) -> [String] {
    let options = command.options.flatMap { option -> [String] in
      (invocation.options[option.name] ?? []).map { option.isFlag ? "--\(option.name)" : "--\(option.name)=\($0)" }
    }
    return invocation.path + options + ["--"] + command.arguments.flatMap { invocation.arguments[$0.name] ?? [] }
  }

  // MARK: Runs

  private func run(_ words: [String]) async throws -> ProgramRun {
    let variables = [
      "PATH": "/usr/bin:/bin", "LLVM_PROFILE_FILE": "/dev/null", "TYPECAST_LOOPBACK_ONLY": sandbox.folder + "/left",
    ]
    return try await ProgramRun(try BuiltTool.url.path, words, folder: sandbox.folder, variables: variables)
  }

  /// Runs every line, some at a time, and records what is wrong with its run.
  private func each(of lines: [[String]], _ fault: @escaping @Sendable ([String], ProgramRun) -> String?) async throws {
    let check: @Sendable ([String]) async throws -> String? = { [self] line in
      let run = try await run(line)
      let found = run.isHung ? "hung" : run.status < 0 ? "was ended by signal \(-run.status)" : fault(line, run)
      return found.map { "\(line.map { $0.prefix(60) }): \($0)" }
    }
    try await withThrowingTaskGroup(of: String?.self) { group in
      for (index, line) in lines.enumerated() {
        if index >= 4, let fault = try await group.next() ?? nil { Issue.record("\(fault)") }
        group.addTask { try await check(line) }
      }
      for try await case let fault? in group { Issue.record("\(fault)") }
    }
  }
}
