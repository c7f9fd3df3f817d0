/// The table of commands for programs.
enum JSONHelp {
  /// The command with all that it takes, and its subcommands.
  static func render(_ command: Command) -> JSONText {
    .object([
      "name": .string(command.name),
      "abstract": .string(command.abstract),
      "discussion": .array(command.discussion.map(JSONText.string)),
      "arguments": .array(command.arguments.map(render)),
      "options": .array((command.options + [CommandTable.help]).map(render)),
      "exitCodes": .array(
        command.exitCodes.map { .object(["code": .integer(Int($0.status.code)), "meaning": .string($0.meaning)]) }),
      "examples": .array(
        command.examples.map {
          .object(["commandLine": .string($0.commandLine), "explanation": .string($0.explanation)])
        }),
      "commands": .array(command.subcommands.map(render)),
    ])
  }

  private static func render(_ option: Option) -> JSONText {
    .object([
      "name": .string("--" + option.name),
      "letter": option.letter.map { .string("-\($0)") } ?? .null,
      "value": option.placeholder.map(JSONText.string) ?? .null,
      "kind": .string(option.isFlag ? "flag" : option.kind.name),
      "choices": .array(option.kind.choices.map(JSONText.string)),
      "repeatable": .bool(option.isRepeatable),
      "required": .bool(option.requirement != .optional),
      "requiredUnless": unless(option.requirement),
      "default": option.defaultValue.map(JSONText.string) ?? .null,
      "help": .string(option.help),
    ])
  }

  private static func render(_ argument: Argument) -> JSONText {
    .object([
      "name": .string(argument.name),
      "kind": .string(argument.kind.name),
      "choices": .array(argument.kind.choices.map(JSONText.string)),
      "repeatable": .bool(argument.isRepeatable),
      "required": .bool(argument.requirement != .optional),
      "requiredUnless": unless(argument.requirement),
      "default": argument.defaultValue.map(JSONText.string) ?? .null,
      "help": .string(argument.help),
    ])
  }

  private static func unless(_ requirement: Requirement) -> JSONText {
    if case .requiredUnless(let option) = requirement { .string("--" + option) } else { .null }
  }
}
