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
  func syntax(shell: Shell) async throws {
    let program = try ProgramRun.installed(shell.rawValue)
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    for script in [shell.script(CommandTable.root), shell.script(SampleCommands.root)] {
      try Data(script.utf8).write(to: file)
      let run = try await ProgramRun(program, [shell == .fish ? "--no-execute" : "-n", file.path])
      #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    }
  }

  /// What is typed, and what each shell then offers, sorted.
  static let typed: [(line: String, offers: [String])] = [
    ("sample ", ["cast", "explain", "tape"]),
    ("sample ca", ["cast"]),
    ("sample tape ", ["show"]),
    ("sample cast --le", ["--level"]),
    ("sample cast --level ", ["coerce", "mend", "strict"]),
    ("sample cast -l m", ["mend"]),
    ("sample cast --input ", []),
    ("sample cast --model o", ["one:", "other:"]),
    ("sample cast --output deep/", ["deep/er"]),
    ("sample cast --output dee", ["deep"]),
    ("sample cast deep/fi", ["deep/file.json"]),
    ("sample explain ", ["cast", "explain", "tape"]),
    ("sample explain tape ", ["show"]),
    ("sample explain cast ", []),
  ]

  @Test("Each shell completes commands, options, choices, folders and files", arguments: Shell.allCases)
  func complete(shell: Shell) async throws {
    let program = try ProgramRun.installed(shell.rawValue)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("deep/er"), withIntermediateDirectories: true)
    try Data().write(to: folder.appendingPathComponent("deep/file.json"))
    try Data(shell.script(SampleCommands.root).utf8).write(to: folder.appendingPathComponent("completion"))
    try Data(shell.probe.utf8).write(to: folder.appendingPathComponent("probe"))
    for (line, offers) in Self.typed {
      let words = (shell == .bash ? ["--norc"] : shell == .zsh ? ["-f"] : ["--no-config"]) + ["probe", line]
      let run = try await ProgramRun(program, words, folder: folder.path)
      let found = Set(run.output.split(separator: "\n").map { $0.hasSuffix("/") ? String($0.dropLast()) : String($0) })
      // zsh offers the last part of a path alone.
      let expected = shell == .zsh ? offers.map { $0.split(separator: "/").last.map(String.init) ?? $0 } : offers
      #expect(found.sorted() == expected, "\(line): \(run.error)")
    }
  }

  @Test(
    "Bash completes a value behind an equals sign",
    arguments: [
      ("sample cast --level = s", "strict"), ("sample cast --level =", "strict mend coerce"),
      ("sample tape show -", "-h --help"),
    ])
  func bash(line: String, expected: String) async throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { quoted(String($0)) }
    let script = """
      \(Shell.bash.script(SampleCommands.root))
      COMP_WORDS=(\(words.joined(separator: " ")))
      COMP_CWORD=\(words.count - 1)
      _sample
      echo "${COMPREPLY[*]}"
      """
    let run = try await ProgramRun(try ProgramRun.installed("bash"), ["--norc", "-c", script])
    #expect(run.output == expected + "\n")
    #expect(run.error == "")
  }

  @Test("A text between single quotes survives the shell")
  func quoting() async throws {
    let text = #"it's $HOME `x` "y" \n"#
    let run = try await ProgramRun("/bin/sh", ["-c", "printf %s \(quoted(text))"])
    #expect(run.output == text)
  }

  @Test("The summary of a help text is its first sentence")
  func summaries() {
    #expect(summary("How far. Then more.") == "How far")
    #expect(summary("A file.json is read.") == "A file.json is read")
    #expect(summary("No stop") == "No stop")
  }
}

extension Shell {
  /// A script that prints what the completion of the folder offers for the line that is its argument.
  fileprivate var probe: String {
    switch self {
    case .bash:
      """
      source completion
      read -ra COMP_WORDS <<<"$1"
      if [[ $1 == *' ' ]]; then COMP_WORDS+=(''); fi
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _sample
      if ((${#COMPREPLY[@]})); then printf '%s\\n' "${COMPREPLY[@]}"; fi
      """
    case .zsh:
      // A terminal of its own. What is typed before the line editor is there would be lost.
      #"""
      cat >start <<'START'
      PROMPT=
      autoload -Uz compinit
      compinit -D -u
      source ./completion
      compadd() {
        local -a hits
        if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
          builtin compadd -A hits "$@"
          if (($#hits)); then print -l -- $hits >>offered; fi
        fi
        builtin compadd "$@"
      }
      zle-line-init() { print -n READY }
      zle -N zle-line-init
      START
      rm -f offered
      zmodload zsh/zpty
      zpty inner zsh -f -i
      zpty -w inner "source ./start"
      zpty -r inner chunk '*READY*'
      zpty -w -n inner "$1"$'\t'
      zpty -w -n inner $'\C-u'
      zpty -w inner exit
      while zpty -r inner chunk; do :; done
      if [[ -e offered ]]; then cat offered; fi
      """#
    case .fish:
      """
      source completion
      complete -C "$argv[1]" | string replace -r '\\t.*' ''
      """
    }
  }
}
