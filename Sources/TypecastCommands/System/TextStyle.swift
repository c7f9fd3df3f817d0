/// How words are set off from others: by colour on a terminal, not at all elsewhere.
struct TextStyle: Sendable, Equatable {
  let usesColor: Bool

  static let plain = TextStyle(usesColor: false)

  /// Colour needs a terminal that has it, and no wish against it.
  init(isTerminal: Bool, variable: (String) -> String?) {
    let refuses = variable("NO_COLOR").map { !$0.isEmpty } ?? false
    usesColor = isTerminal && !refuses && variable("TERM") != "dumb"
  }

  init(usesColor: Bool) {
    self.usesColor = usesColor
  }

  func heading(_ text: String) -> String { colored(text, "1") }
  func error(_ text: String) -> String { colored(text, "1;31") }
  func warning(_ text: String) -> String { colored(text, "1;33") }

  private func colored(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
