import TypecastJSON

/// The table of commands for programs.
enum JSONHelp {
  /// The command with all that it takes, and its subcommands.
  static func render(_ command: Command) -> JSONValue {
    [
      "name": .string(command.name),
      "abstract": .string(command.abstract),
      "discussion": .array(command.discussion.map(JSONValue.string)),
      "arguments": .array(command.arguments.map(render)),
      "options": .array((command.options + [CommandTable.help]).map(render)),
      "exitCodes": .array(command.exitCodes.map(render)),
      "examples": .array(command.examples.map(render)),
      "commands": .array(command.subcommands.map(render)),
    ]
  }

  private static func render(_ option: Option) -> JSONValue {
    [
      "name": .string("--" + option.name),
      "letter": text(option.letter.map { "-\($0)" }),
      "value": text(option.placeholder),
      "kind": .string(option.isFlag ? "flag" : option.kind.name),
      "choices": .array(option.kind.choices.map(JSONValue.string)),
      "repeatable": .bool(option.isRepeatable),
      "required": .bool(option.requirement != .optional),
      "requiredUnless": text(option.requirement.alternative.map { "--" + $0 }),
      "default": text(option.defaultValue),
      "help": .string(option.help),
    ]
  }

  private static func render(_ argument: Argument) -> JSONValue {
    [
      "name": .string(argument.name),
      "kind": .string(argument.kind.name),
      "choices": .array(argument.kind.choices.map(JSONValue.string)),
      "repeatable": .bool(argument.isRepeatable),
      "required": .bool(argument.requirement != .optional),
      "requiredUnless": text(argument.requirement.alternative.map { "--" + $0 }),
      "default": text(argument.defaultValue),
      "help": .string(argument.help),
    ]
  }

  private static func render(_ exitCode: ExitCode) -> JSONValue {
    ["code": .number(JSONNumber(Int(exitCode.status.code))), "meaning": .string(exitCode.meaning)]
  }

  private static func render(_ example: Example) -> JSONValue {
    ["commandLine": .string(example.commandLine), "explanation": .string(example.explanation)]
  }

  private static func text(_ text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }
}
