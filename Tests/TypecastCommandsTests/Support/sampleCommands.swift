@testable import TypecastCommands

/// A table with an option and an argument of every kind, for the tests of what is made from a table.
enum SampleCommands {
  static let verbose = Option.flag("verbose", letter: "v", help: "Says more.")
  static let stream = Option.flag("stream", help: "Reads a stream.")
  static let level = Option.value(
    "level", "LEVEL", letter: "l", kind: .choice(["strict", "mend", "coerce"]), default: "coerce",
    help: "How far to go. It's [a] level: one of three.")
  static let input = Option.value(
    "input", "KEY=TEXT", kind: .pair(separators: ":="), repeatable: true, help: "A key and its text.")
  static let output = Option.value(
    "output", "DIR", kind: .folder, requirement: .requiredUnless("stream"), help: "Where to put it.")
  static let model = Option.value("model", "MODEL", kind: .prefixed(["one:", "other:"]), help: "The model.")
  static let topic = Argument(
    "COMMAND", kind: .command, repeatable: true, requirement: .optional, help: "What to explain.")
  static let source = Argument("SOURCE", kind: .file, help: "What to read.")
  static let extras = Argument("EXTRA", repeatable: true, requirement: .optional, default: "none", help: "More words.")

  static let cast = Command(
    "cast", abstract: "Casts a text.", arguments: [source, extras],
    options: [verbose, stream, level, input, output, model],
    exitCodes: [ExitCode(.success, "Fine.")], examples: [Example("sample cast a", "Casts a.")],
    body: { invocation, environment throws(CommandFailure) in
      try environment.output.writeLine(invocation.values(of: source).joined())
      return invocation.isGiven(verbose) ? .failure : .success
    })
  static let show = Command(
    "show", abstract: "Shows a tape.", exitCodes: [ExitCode(.success, "Fine.")], examples: [],
    body: { _, environment throws(CommandFailure) in
      try environment.output.writeLine("shown")
      return .success
    })
  static let explain = Command(
    "explain", abstract: "Explains.", arguments: [topic], exitCodes: [ExitCode(.success, "Fine.")], examples: [],
    body: { _, _ throws(CommandFailure) in .success })
  static let root = Command(
    "sample", abstract: "A tool.", options: [CommandTable.version],
    subcommands: [cast, explain, Command("tape", abstract: "Works on tapes.", subcommands: [show])])
}
