/// The completion script for zsh.
enum ZshCompletion {
  static func script(_ root: Command) -> String {
    """
    #compdef \(root.name)
    # zsh completion for \(root.name). Put it into a folder of $fpath as _\(root.name).

    \(names(root))

    \(root.tree.map(function).joined(separator: "\n\n"))

    if [[ ${funcstack[1]} == _\(root.name) ]]; then
      _\(root.name) "$@"
    else
      compdef _\(root.name) \(root.name)
    fi

    """
  }

  /// What names commands: those of the tool, or of the command that stands before.
  private static func names(_ root: Command) -> String {
    let explaining = root.tree.map(\.command).filter { $0.arguments.contains { $0.kind == .command } }.map(\.name)
    let groups = root.tree.dropFirst().map(\.command).filter { !$0.subcommands.isEmpty }
    let cases = groups.map { "    \($0.name)) names=(\($0.subcommands.map(\.name).joined(separator: " "))) ;;" }
    return """
      \(namesFunction)() {
        local -a names
        case ${words[CURRENT - 1]} in
      \(cases.joined(separator: "\n"))
          \(explaining.joined(separator: " | ")) | -*) names=(\(root.subcommands.map(\.name).joined(separator: " "))) ;;
        esac
        compadd "$@" -- $names
      }
      """
  }

  private static let namesFunction = "__command_names"

  private static func function(path: [String], command: Command) -> String {
    let specifications = (command.options + [CommandTable.help]).flatMap(specifications)
    let name = functionName(path)
    guard !command.subcommands.isEmpty else {
      let all = specifications + command.arguments.enumerated().map { specification($1, place: $0 + 1) }
      return "\(name)() {\n  \(arguments("_arguments", all))\n}"
    }
    let names = command.subcommands.map { quoted("\($0.name):\($0.abstract)") }
    let cases = command.subcommands.map { "        \($0.name)) \(functionName(path + [$0.name])) ;;" }
    return """
      \(name)() {
        local curcontext=$curcontext state line
        local -a commands=(
          \(names.joined(separator: "\n    "))
        )
        \(arguments("_arguments -C", specifications + ["'1: :->command'", "'*:: :->rest'"]))
        case $state in
          command) _describe command commands ;;
          rest)
            case ${line[1]} in
      \(cases.joined(separator: "\n"))
            esac
            ;;
        esac
      }
      """
  }

  private static func functionName(_ path: [String]) -> String {
    "_" + path.joined(separator: "_")
  }

  private static func arguments(_ call: String, _ specifications: [String]) -> String {
    ([call] + specifications).joined(separator: " \\\n    ")
  }

  private static func specifications(_ option: Option) -> [String] {
    option.spellings.map { spelling in
      let equals = option.isFlag || !spelling.hasPrefix("--") ? "" : "="
      let value = option.placeholder.map { ":\(escaped($0)):\(completion(option.kind))" } ?? ""
      let excluded = option.isRepeatable ? "*" : "(\(option.spellings.joined(separator: " ")))"
      return quoted("\(excluded)\(spelling)\(equals)[\(escaped(summary(option.help)))]\(value)")
    }
  }

  private static func specification(_ argument: Argument, place: Int) -> String {
    let position = argument.isRepeatable ? "*" : argument.requirement == .optional ? "\(place):" : String(place)
    return quoted("\(position):\(escaped(argument.name)):\(completion(argument.kind))")
  }

  private static func completion(_ kind: ValueKind) -> String {
    switch kind {
    case .text, .pair: " "
    case .command: namesFunction
    // Inside of a specification, what is between braces is run.
    case .prefixed(let prefixes): "{compadd -S \"\" -- \(prefixes.map(escaped).joined(separator: " "))}"
    case .choice(let choices): "(\(choices.joined(separator: " ")))"
    case .file, .fileOrFolder: "_files"
    case .folder: "_files -/"
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "[]:\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
