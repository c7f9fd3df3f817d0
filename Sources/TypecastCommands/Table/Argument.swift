/// A word of a command line that is not an option, known by its place.
struct Argument: Sendable, Equatable {
  /// What stands for it in help, in capitals.
  let name: String
  let kind: ValueKind
  /// Whether it takes all the words that are left.
  let isRepeatable: Bool
  let requirement: Requirement
  let defaultValue: String?
  /// One or more sentences.
  let help: String

  init(
    _ name: String, kind: ValueKind = .text, repeatable: Bool = false, requirement: Requirement = .required,
    default defaultValue: String? = nil, help: String
  ) {
    self.name = name
    self.kind = kind
    self.isRepeatable = repeatable
    self.requirement = requirement
    self.defaultValue = defaultValue
    self.help = help
  }
}
