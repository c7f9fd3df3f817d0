/// The parts of a command's usage line, and the notes that help adds to options and arguments.
struct Synopsis {
  let name: String
  let command: Command

  /// The tool, the command, and what it takes; `[ ]` is optional and `...` repeats.
  var words: [String] {
    if case .subcommands = command.action { return [name, "COMMAND", "..."] }
    return [name] + command.options.map(Self.word) + command.arguments.map(Self.word)
  }

  /// The options of the command and `--help`.
  var options: [Option] { command.options + [CommandTable.help] }

  /// An option as help lists it: `-x, --name VALUE`.
  static func term(_ option: Option) -> String {
    option.spellings.joined(separator: ", ") + (option.placeholder.map { " " + $0 } ?? "")
  }

  static func term(_ argument: Argument) -> String {
    argument.name + (argument.isRepeatable ? "..." : "")
  }

  static func help(_ option: Option) -> String {
    help(
      option.help, option.kind.choices, option.requirement, option.defaultValue, repeatable: option.isRepeatable)
  }

  static func help(_ argument: Argument) -> String {
    help(argument.help, argument.kind.choices, argument.requirement, argument.defaultValue, repeatable: false)
  }

  private static func help(
    _ text: String, _ choices: [String], _ requirement: Requirement, _ defaultValue: String?, repeatable: Bool
  ) -> String {
    var sentences = [text]
    if !choices.isEmpty { sentences.append("One of: \(choices.joined(separator: ", ")).") }
    if repeatable { sentences.append("May be given more than once.") }
    if let alternative = requirement.alternative { sentences.append("Required unless --\(alternative) is given.") }
    if let defaultValue { sentences.append("Default: \(defaultValue).") }
    return sentences.joined(separator: " ")
  }

  private static func word(_ option: Option) -> String {
    let word = "--" + option.name + (option.placeholder.map { " " + $0 } ?? "")
    return (option.requirement == .optional ? "[\(word)]" : word) + (option.isRepeatable ? "..." : "")
  }

  private static func word(_ argument: Argument) -> String {
    (argument.requirement == .optional ? "[\(argument.name)]" : argument.name) + (argument.isRepeatable ? "..." : "")
  }
}
