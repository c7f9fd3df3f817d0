/// The table of everything that `typecast` can be asked to do.
enum CommandTable {
  static let help = Option.flag("help", letter: "h", help: "Shows this help and ends.")
  static let version = Option.flag("version", help: "Prints the version and ends.")

  static let root: Command = Command(
    "typecast",
    abstract:
      "Validates JSON against JSON Schema, compiles schemas into Swift, and makes values of what models answer.",
    discussion: [
      """
      Results go to standard output; reports, progress and errors to standard error, and an error ends with what to do next. \
      Colour is for terminals only, and never with NO_COLOR or where TERM is dumb.
      """,
      "With --json a command prints JSON, one value a line, in the shape that its help shows; ? is behind what may be absent.",
    ],
    options: [version],
    exitCodes: [
      ExitCode(.success, "Everything is fine."),
      ExitCode(.failure, "The thing examined failed."),
      .usage,
      ExitCode(.modelFailed, "A model or provider failed, or took too long."),
      ExitCode(.budgetUsed, "What a call may take was used up before there was a value."),
      .closedOutput,
    ],
    examples: [
      Example("typecast help validate", "Shows what a command takes."),
      Example("typecast help --json", "Prints the whole table of commands and options for a program."),
    ],
    subcommands: [
      validateCommand,
      lintCommand,
      compileCommand,
      promptCommand,
      initCommand,
      projectCommand,
      checkCommand,
      repairCommand,
      castCommand,
      recordCommand,
      replayCommand,
      chatCommand,
      modelsCommand,
      classifyCommand,
      cassetteCommand,
      gatesCommand,
      completionsCommand,
      helpCommand,
    ])
}
