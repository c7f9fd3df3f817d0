import TypecastSchema

/// Reads a command line by the table of commands.
struct CommandLineParser {
  /// What a command line asks for.
  enum Request {
    case run(Command.Body, Invocation)
    case help(path: [String])
    case version
  }

  let root: Command

  /// Parses the words after the tool's name.
  func parse(_ words: [String]) throws(CommandFailure) -> Request {
    var command = root
    var path: [String] = []
    var rest = words[...]
    while case .subcommands(let subcommands) = command.action {
      guard let word = rest.popFirst() else {
        throw usage("No command is given.", path)
      }
      if word.hasPrefix("-"), word != "-" {
        let option = try option(word, of: command, path)
        try refuseValue(attached(to: word), of: option, path)
        return option.name == CommandTable.help.name ? .help(path: path) : .version
      }
      guard let next = command.subcommand(word) else {
        let known = subcommands.map(\.name) + command.options.map { "--\($0.name)" }
        throw usage("There is no command '\(word)'.\(suggestion(word, known))", path)
      }
      command = next
      path.append(word)
    }
    guard case .body(let body) = command.action,
      let invocation = try invocation(of: command, path, rest)
    else { return .help(path: path) }
    return .run(body, invocation)
  }

  /// The command at a path, for help.
  func command(at path: [String]) throws(CommandFailure) -> Command {
    var command = root
    for word in path {
      guard let next = command.subcommand(word) else {
        throw usage("There is no command '\(word)'.\(suggestion(word, command.subcommands.map(\.name)))", [])
      }
      command = next
    }
    return command
  }

  /// Nil where help is asked for.
  private func invocation(
    of command: Command, _ path: [String], _ words: ArraySlice<String>
  ) throws(CommandFailure) -> Invocation? {
    var invocation = Invocation(path: path)
    var positional: [String] = []
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        positional += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        positional.append(word)
        continue
      }
      let option = try option(word, of: command, path)
      let attached = attached(to: word)
      if option.name == CommandTable.help.name {
        try refuseValue(attached, of: option, path)
        return nil
      }
      if !option.isRepeatable, invocation.isGiven(option) {
        throw usage("Option --\(option.name) is given twice.", path)
      }
      invocation.options[option.name, default: []].append(
        try value(of: option, attached: attached, following: &rest, path))
    }
    try assign(positional, to: command.arguments, in: &invocation)
    try checkRequired(command, invocation)
    return invocation
  }

  private func option(_ word: String, of command: Command, _ path: [String]) throws(CommandFailure) -> Option {
    let spelling = word.hasPrefix("--") ? NamedValue(word)?.name ?? word : word
    let options = command.options + [CommandTable.help]
    if let option = options.first(where: { $0.spellings.contains(spelling) }) { return option }
    let meant = Spelling.nearest(to: String(spelling.drop { $0 == "-" }), among: options.map(\.name))
    let hint = meant.map { " Did you mean '--\($0)'?" } ?? ""
    let negative =
      word.hasPrefix("--") || command.arguments.isEmpty
      ? "" : " Write '--' before a word that begins with a dash and is no option."
    throw usage("There is no option '\(spelling)'.\(hint.isEmpty ? negative : hint)", path)
  }

  /// What stands behind an equals sign.
  private func attached(to word: String) -> String? {
    word.hasPrefix("--") ? NamedValue(word)?.value : nil
  }

  private func refuseValue(_ value: String?, of option: Option, _ path: [String]) throws(CommandFailure) {
    if value != nil { throw usage("Option --\(option.name) takes no value.", path) }
  }

  private func value(
    of option: Option, attached: String?, following: inout ArraySlice<String>, _ path: [String]
  ) throws(CommandFailure) -> String {
    guard let placeholder = option.placeholder else {
      try refuseValue(attached, of: option, path)
      return ""
    }
    let isWord = following.first.map { $0 == "-" || !$0.hasPrefix("-") } ?? false
    guard let value = attached ?? (isWord ? following.popFirst() : nil) else {
      throw usage("Option --\(option.name) needs a value: --\(option.name) \(placeholder).", path)
    }
    try check(value, option.kind, "Option --\(option.name)", placeholder, path)
    return value
  }

  private func assign(
    _ words: [String], to arguments: [Argument], in invocation: inout Invocation
  ) throws(CommandFailure) {
    var rest = words[...]
    for argument in arguments {
      let taken = argument.isRepeatable ? rest : rest.prefix(1)
      rest = rest.dropFirst(taken.count)
      guard !taken.isEmpty else { continue }
      for word in taken {
        try check(word, argument.kind, "Argument \(argument.name)", argument.name, invocation.path)
      }
      invocation.arguments[argument.name] = Array(taken)
    }
    if let extra = rest.first {
      throw usage("The word '\(extra)' is one too many.", invocation.path)
    }
  }

  private func check(
    _ value: String, _ kind: ValueKind, _ subject: String, _ placeholder: String, _ path: [String]
  ) throws(CommandFailure) {
    switch kind {
    // What a model or a command is called is looked at where it is looked for.
    case .text, .prefixed, .command: return
    case .file, .folder, .fileOrFolder:
      if value.isEmpty { throw usage("\(subject) is empty, and no path.", path) }
    case .choice(let choices):
      guard !choices.contains(value) else { return }
      let list = choices.joined(separator: ", ")
      throw usage("\(subject) can't be '\(value)'.\(suggestion(value, choices)) It is one of: \(list).", path)
    case .pair(let separators):
      if NamedValue(value, separators: separators) == nil {
        throw usage("\(subject) is '\(value)', and has to be written as \(placeholder).", path)
      }
    }
  }

  private func checkRequired(_ command: Command, _ invocation: Invocation) throws(CommandFailure) {
    func isMissing(_ requirement: Requirement) -> Bool {
      switch requirement {
      case .optional: false
      case .required: true
      case .requiredUnless(let name): invocation.options[name] == nil
      }
    }
    for option in command.options where !invocation.isGiven(option) && isMissing(option.requirement) {
      throw usage("Option --\(option.name) \(option.placeholder ?? "") is missing.", invocation.path)
    }
    for argument in command.arguments
    where invocation.arguments[argument.name] == nil && isMissing(argument.requirement) {
      throw usage("Argument \(argument.name) is missing.", invocation.path)
    }
  }

  private func suggestion(_ word: String, _ candidates: [String]) -> String {
    Spelling.nearest(to: word, among: candidates).map { " Did you mean '\($0)'?" } ?? ""
  }

  private func usage(_ message: String, _ path: [String]) -> CommandFailure {
    let command = ([root.name] + path + ["--help"]).joined(separator: " ")
    return CommandFailure(.usage, message, nextStep: "Run '\(command)' to see what it takes.")
  }
}
