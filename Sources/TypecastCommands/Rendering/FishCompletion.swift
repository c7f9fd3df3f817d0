/// The completion script for fish.
enum FishCompletion {
  static func script(_ root: Command) -> String {
    let tree = root.tree.map { (path: $0.path.joined(separator: "/"), command: $0.command) }
    return """
      # fish completion for \(root.name). Load it with: \(root.name) completions fish | source

      function __\(root.name)_path
        set -l path \(root.name)
        for word in (commandline -opc)[2..]
          switch "$path/$word"
            case \(tree.dropFirst().map(\.path).joined(separator: " "))
              set path "$path/$word"
          end
        end
        echo $path
      end

      complete -c \(root.name) -f
      \(tree.flatMap(lines).joined(separator: "\n"))

      """

    func lines(_ path: String, _ command: Command) -> [String] {
      let start = "complete -c \(root.name) -n \(quoted("test (__\(root.name)_path) = \(path)"))"
      let options = (command.options + [CommandTable.help]).map { option in
        let letter = option.letter.map { " -s \($0)" } ?? ""
        let value = option.isFlag ? "" : " -r" + completion(option.kind)
        return "\(start) -l \(option.name)\(letter)\(value) -d \(quoted(summary(option.help)))"
      }
      let commands = command.subcommands.map { "\(start) -a \($0.name) -d \(quoted(summary($0.abstract)))" }
      let arguments = command.arguments.prefix(1).flatMap { argument in
        argument.kind == .command ? names(path, after: command.name) : [start + completion(argument.kind)]
      }
      return commands + options + arguments
    }

    /// The names that may follow: those of the tool, or of the command that stands before.
    func names(_ path: String, after word: String) -> [String] {
      let groups = root.tree.dropFirst().map(\.command).filter { !$0.subcommands.isEmpty }
      return ([(word, root)] + groups.map { ($0.name, $0) }).map { word, command in
        let test = "test (__\(root.name)_path) = \(path); and test (commandline -opc)[-1] = \(word)"
        let names = command.subcommands.map(\.name).joined(separator: " ")
        return "complete -c \(root.name) -n \(quoted(test)) -f -a \(quoted(names))"
      }
    }
  }

  private static func completion(_ kind: ValueKind) -> String {
    switch kind {
    case .text, .pair, .command: " -f"
    case .choice(let words), .prefixed(let words): " -f -a \(quoted(words.joined(separator: " ")))"
    case .file, .fileOrFolder: " -F"
    case .folder: " -f -a '(__fish_complete_directories (commandline -ct))'"
    }
  }
}
