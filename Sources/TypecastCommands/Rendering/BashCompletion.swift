/// The completion script for bash 4 and later.
enum BashCompletion {
  static func script(_ root: Command) -> String {
    let tree = root.tree.map { (path: $0.path.joined(separator: "/"), command: $0.command) }
    return """
      # bash completion for \(root.name). Load it with: source <(\(root.name) completions bash)

      _\(root.name)_words() {
        COMPREPLY=($(compgen -W "$1" -- "$2"))
      }

      _\(root.name)_paths() {
        local IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen "$1" -- "$2"))
      }

      _\(root.name)() {
        local path=\(root.name) index=1 current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        # Bash takes --name=value for three words.
        if [[ $current == = ]]; then
          current=
        elif [[ $previous == = && COMP_CWORD -ge 2 ]]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        COMPREPLY=()
        while ((index < COMP_CWORD)); do
          case $path/${COMP_WORDS[index]} in
            \(tree.dropFirst().map(\.path).joined(separator: " | ")))
              path=$path/${COMP_WORDS[index]}
              ;;
          esac
          ((index += 1))
        done
        case $path:$previous in
      \(tree.flatMap(values).joined(separator: "\n"))
        esac
        case $path:$current in
      \(tree.map(options).joined(separator: "\n"))
      \(tree.flatMap(arguments).joined(separator: "\n"))
        esac
      }

      complete -F _\(root.name) \(root.name)

      """

    func values(_ path: String, _ command: Command) -> [String] {
      command.options.filter { !$0.isFlag }.map { option in
        let spellings = option.spellings.map { "\(path):\($0)" }.joined(separator: " | ")
        return "    \(spellings))\n      \(completion(option.kind))\n      return\n      ;;"
      }
    }

    func options(_ path: String, _ command: Command) -> String {
      let words = (command.options + [CommandTable.help]).flatMap(\.spellings)
      return "    \(path):-*)\n      \(completion(words))\n      ;;"
    }

    func arguments(_ path: String, _ command: Command) -> [String] {
      if !command.subcommands.isEmpty {
        return ["    \(path):*)\n      \(completion(command.subcommands.map(\.name)))\n      ;;"]
      }
      return command.arguments.prefix(1).map { argument in
        argument.kind == .command
          ? "    \(path):*)\n\(names(after: command.name))\n      ;;"
          : "    \(path):*)\n      \(completion(argument.kind))\n      ;;"
      }
    }

    /// The names that may follow: those of the tool, or of the command that stands before.
    func names(after word: String) -> String {
      let groups = root.tree.dropFirst().map(\.command).filter { !$0.subcommands.isEmpty }
      let cases = [("\(word) | -*", root)] + groups.map { ($0.name, $0) }
      let lines = cases.map { "        \($0)) \(completion($1.subcommands.map(\.name))) ;;" }
      return "      case $previous in\n\(lines.joined(separator: "\n"))\n      esac"
    }

    func completion(_ words: [String]) -> String {
      "_\(root.name)_words \(quoted(words.joined(separator: " "))) \"$current\""
    }

    func completion(_ kind: ValueKind) -> String {
      switch kind {
      case .text, .pair, .command: ":"
      case .prefixed(let prefixes): "compopt -o nospace 2>/dev/null\n      \(completion(prefixes))"
      case .choice(let choices): completion(choices)
      case .file, .fileOrFolder: "_\(root.name)_paths -f \"$current\""
      case .folder: "_\(root.name)_paths -d \"$current\""
      }
    }
  }
}
