/// What the value of an option or argument is, for checking it and for completing it in a shell.
enum ValueKind: Sendable, Equatable {
  case text
  /// A path of a file, or `-` for standard input.
  case file
  case folder
  case fileOrFolder
  case choice([String])
  /// Begins with one of these.
  case prefixed([String])
  /// Words that name a command.
  case command
  /// A name and a value, split at the first of the separators.
  case pair(separators: String)

  /// The name in the JSON help.
  var name: String {
    switch self {
    case .text: "text"
    case .file: "file"
    case .folder: "folder"
    case .fileOrFolder: "fileOrFolder"
    case .choice: "choice"
    case .prefixed: "prefixed"
    case .command: "command"
    case .pair: "pair"
    }
  }

  var choices: [String] {
    if case .choice(let choices) = self { choices } else { [] }
  }

  var prefixes: [String] {
    if case .prefixed(let prefixes) = self { prefixes } else { [] }
  }
}

/// Whether an option or argument has to be given.
enum Requirement: Sendable, Equatable {
  case optional
  case required
  /// Required unless the named option is given.
  case requiredUnless(String)

  /// The option that may be given instead.
  var alternative: String? {
    if case .requiredUnless(let option) = self { option } else { nil }
  }
}
