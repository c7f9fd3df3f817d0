/// The table of commands as a page of documentation.
enum MarkdownHelp {
  /// The page of the tool and all its commands.
  static func render(_ root: Command) -> String {
    let introduction = """
      <!-- Generated from the table of commands. `make golden` writes it anew. -->

      # The command line

      """
    return introduction + root.tree.map(section).joined()
  }

  private static func section(path: [String], command: Command) -> String {
    let synopsis = Synopsis(name: path.joined(separator: " "), command: command)
    var text = "\n## `\(synopsis.name)`\n\n\(escaped(command.abstract))\n"
    text += "\n```sh\n\(synopsis.words.joined(separator: " "))\n```\n"
    for paragraph in command.discussion { text += "\n\(escaped(paragraph))\n" }
    text += table("command", command.subcommands.map { ($0.name, $0.abstract) })
    text += table("argument", command.arguments.map { (Synopsis.term($0), Synopsis.help($0)) })
    text += table("option", synopsis.options.map { (Synopsis.term($0), Synopsis.help($0)) })
    text += table("exit code", command.exitCodes.map { (String($0.status.code), $0.meaning) })
    for example in command.examples {
      text += "\n\(escaped(example.explanation))\n\n```sh\n\(example.commandLine)\n```\n"
    }
    return text
  }

  private static func table(_ title: String, _ rows: [(term: String, meaning: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    return "\n| \(title) | |\n|---|---|\n" + rows.map { "| `\($0.term)` | \(escaped($0.meaning)) |\n" }.joined()
  }

  /// Characters that Markdown would take for its own.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_<>[]|".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
