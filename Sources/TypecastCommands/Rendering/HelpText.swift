/// Help as a terminal shows it, broken at 80 columns where nobody would copy it.
struct HelpText {
  let style: TextStyle

  /// The help of a command, with its name as people write it: `typecast validate`.
  func render(_ command: Command, named name: String) -> String {
    let synopsis = Synopsis(name: name, command: command)
    var sections = [wrap(command.abstract, width: 80), usage(synopsis)]
    sections += command.discussion.map { wrap($0, width: 80) }
    sections.append(list("Commands", command.subcommands.map { ($0.name, $0.abstract) }))
    sections.append(list("Arguments", command.arguments.map { (Synopsis.term($0), Synopsis.help($0)) }))
    sections.append(list("Options", synopsis.options.map { (Synopsis.term($0), Synopsis.help($0)) }))
    sections.append(list("Exit codes", command.exitCodes.map { (String($0.status.code), $0.meaning) }))
    sections.append(examples(command.examples))
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func usage(_ synopsis: Synopsis) -> [String] {
    let label = "Usage: "
    let indent = label.count + synopsis.name.count + 1
    var lines: [String] = []
    var line = synopsis.words[0]
    for word in synopsis.words.dropFirst() {
      let limit = 80 - (lines.isEmpty ? label.count : indent)
      if line.count + 1 + word.count > limit {
        lines.append(line)
        line = word
      } else {
        line += " " + word
      }
    }
    lines.append(line)
    return [style.heading("Usage:") + " " + lines[0]]
      + lines.dropFirst().map { String(repeating: " ", count: indent) + $0 }
  }

  /// Terms and what they mean, in two columns; a long term has its meaning on the next line.
  private func list(_ title: String, _ rows: [(term: String, meaning: String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let column = min(24, (rows.map(\.term.count).max() ?? 0) + 4)
    var lines = [style.heading(title + ":")]
    for row in rows {
      var meaning = wrap(row.meaning, width: 80 - column)
      let term = "  " + row.term
      if term.count + 2 <= column {
        lines.append(term + String(repeating: " ", count: column - term.count) + meaning.removeFirst())
      } else {
        lines.append(term)
      }
      lines += meaning.map { String(repeating: " ", count: column) + $0 }
    }
    return lines
  }

  private func examples(_ examples: [Example]) -> [String] {
    guard !examples.isEmpty else { return [] }
    return [style.heading("Examples:")]
      + examples.flatMap { example in
        ["  " + example.commandLine] + wrap(example.explanation, width: 74).map { "      " + $0 }
      }
  }
}
