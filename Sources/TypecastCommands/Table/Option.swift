/// An option of a command: `--name`, or `--name VALUE`.
struct Option: Sendable, Equatable {
  /// The long name without its dashes.
  let name: String
  /// A letter for `-x`, where it is worth one.
  let letter: Character?
  /// What stands for the value in help; nil for a flag, which takes none.
  let placeholder: String?
  let kind: ValueKind
  let isRepeatable: Bool
  let requirement: Requirement
  let defaultValue: String?
  /// One or more sentences.
  let help: String

  /// An option that is given or not.
  static func flag(_ name: String, letter: Character? = nil, help: String) -> Option {
    Option(
      name: name, letter: letter, placeholder: nil, kind: .text, isRepeatable: false, requirement: .optional,
      defaultValue: nil, help: help)
  }

  /// What a command has that prints results: they come as JSON, one value a line, of the shape that help shows.
  static func json(_ subject: String, _ shape: String) -> Option {
    .flag("json", help: "Prints \(subject). Its shape: \(shape).")
  }

  /// An option that takes a value.
  static func value(
    _ name: String, _ placeholder: String, letter: Character? = nil, kind: ValueKind = .text, repeatable: Bool = false,
    requirement: Requirement = .optional, default defaultValue: String? = nil, help: String
  ) -> Option {
    Option(
      name: name, letter: letter, placeholder: placeholder, kind: kind, isRepeatable: repeatable,
      requirement: requirement, defaultValue: defaultValue, help: help)
  }

  var isFlag: Bool { placeholder == nil }

  /// Every way to write the option, the long one last.
  var spellings: [String] {
    (letter.map { ["-\($0)"] } ?? []) + ["--" + name]
  }
}
