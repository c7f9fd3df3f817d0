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
        let value = option.isFlag ? "" : " -x" + completion(option.kind)
        return "\(start) -l \(option.name)\(letter)\(value) -d \(quoted(summary(option.help)))"
      }
      let commands = command.subcommands.map { "\(start) -a \($0.name) -d \(quoted(summary($0.abstract)))" }
      let arguments = command.arguments.prefix(1).map { completion($0.kind) }.filter { !$0.isEmpty }.map { start + $0 }
      return commands + options + arguments
    }
  }

  private static func completion(_ kind: ValueKind) -> String {
    switch kind {
    case .text, .pair: ""
    case .choice(let choices): " -a \(quoted(choices.joined(separator: " ")))"
    case .file, .fileOrFolder: " -a '(__fish_complete_path)'"
    case .folder: " -a '(__fish_complete_directories)'"
    }
  }
}
