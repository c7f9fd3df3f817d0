/// A row of the table that the command line is made from.
///
/// Parsing, help, completions, the JSON help and the documentation all derive from this value, so a command is one
/// file that declares it and one line in the list of ``CommandTable``.
struct Command: Sendable {
  typealias Body = @Sendable (Invocation, CommandEnvironment) async throws(CommandFailure) -> ExitStatus

  /// What a command does: work of its own, or a choice of further commands.
  enum Action: Sendable {
    case body(Body)
    case subcommands([Command])
  }

  let name: String
  /// One sentence that completes "This command …".
  let abstract: String
  /// Paragraphs that say more.
  let discussion: [String]
  let arguments: [Argument]
  let options: [Option]
  let exitCodes: [ExitCode]
  let examples: [Example]
  let action: Action

  /// A command that does something.
  ///
  /// - Parameter work: What it is at work with, which is told where that takes long; nil where it tells that itself, or
  ///   is there for as long as somebody asks it.
  init(
    _ name: String, abstract: String, discussion: [String] = [], arguments: [Argument] = [], options: [Option] = [],
    exitCodes: [ExitCode], examples: [Example], work: @escaping @Sendable (Invocation) -> String? = { _ in nil },
    body: @escaping Body
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.exitCodes = exitCodes
    self.examples = examples
    self.action = .body { invocation, environment throws(CommandFailure) in
      guard let work = work(invocation) else { return try await body(invocation, environment) }
      return try await environment.progress.during(work) { () async throws(CommandFailure) in
        try await body(invocation, environment)
      }
    }
  }

  /// A command that is the first word of others.
  init(
    _ name: String, abstract: String, discussion: [String] = [], options: [Option] = [], exitCodes: [ExitCode] = [],
    examples: [Example] = [], subcommands: [Command]
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.arguments = []
    self.options = options
    self.exitCodes = exitCodes
    self.examples = examples
    self.action = .subcommands(subcommands)
  }

  var subcommands: [Command] {
    if case .subcommands(let commands) = action { commands } else { [] }
  }

  func subcommand(_ name: String) -> Command? {
    subcommands.first { $0.name == name }
  }

  /// The command and all below it, each before its own, with the words that name it.
  var tree: [(path: [String], command: Command)] {
    [([name], self)] + subcommands.flatMap(\.tree).map { ([name] + $0.path, $0.command) }
  }
}

/// A command line worth copying, and what it does.
struct Example: Sendable, Equatable {
  let commandLine: String
  let explanation: String

  init(_ commandLine: String, _ explanation: String) {
    self.commandLine = commandLine
    self.explanation = explanation
  }
}
