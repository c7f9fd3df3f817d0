/// A shell that `typecast completions` writes a script for.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// The completion script of a table of commands.
  func script(_ root: Command) -> String {
    switch self {
    case .bash: BashCompletion.script(root)
    case .zsh: ZshCompletion.script(root)
    case .fish: FishCompletion.script(root)
    }
  }
}

/// A text between single quotes, as all three shells read it.
func quoted(_ text: String) -> String {
  var quoted = "'"
  for character in text {
    if character == "'" { quoted += #"'\''"# } else { quoted.append(character) }
  }
  return quoted + "'"
}

/// The first sentence of a help text, without its full stop.
func summary(_ help: String) -> String {
  let end = help.indices.first { index in
    help[index] == "." && (help.index(after: index) == help.endIndex || help[help.index(after: index)] == " ")
  }
  return String(help[..<(end ?? help.endIndex)])
}
