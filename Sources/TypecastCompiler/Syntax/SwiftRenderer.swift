/// Writes declarations as text.
enum SwiftRenderer {
  /// The lines of some declarations, with an empty line between those that have a body.
  static func lines(of declarations: [SwiftDeclaration]) -> [String] {
    var lines: [String] = []
    for (index, declaration) in declarations.enumerated() {
      if index > 0, isLarge(declaration) || isLarge(declarations[index - 1]) { lines.append("") }
      lines += declaration.documentation.flatMap(comment)
      switch declaration.body {
      case .nothing: lines.append(declaration.head.text)
      case .members(let members): lines += braced(declaration.head.text, Self.lines(of: members))
      case .statements(let statements): lines += braced(declaration.head.text, Self.lines(of: statements))
      }
    }
    return lines
  }

  /// The lines of some statements.
  static func lines(of statements: [SwiftStatement]) -> [String] {
    statements.flatMap { statement in
      switch statement {
      case .line(let expression): [expression.text]
      case .block(let head, let body): braced(head.text, lines(of: body))
      case .choice(let head, let body, let otherwise):
        [head.text + " {"] + indented(lines(of: body)) + ["} else {"] + indented(lines(of: otherwise)) + ["}"]
      case .loop(let body, let condition):
        ["repeat {"] + indented(lines(of: body)) + ["} while \(condition.text)"]
      case .cases(let head, let cases):
        ["switch \(head.text) {"]
          + cases.flatMap { entry in
            let body = lines(of: entry.body)
            return body.count == 1 ? ["\(entry.head.text): \(body[0])"] : ["\(entry.head.text):"] + indented(body)
          } + ["}"]
      }
    }
  }

  private static func braced(_ head: String, _ body: [String]) -> [String] {
    body.isEmpty ? [head + " {}"] : [head + " {"] + indented(body) + ["}"]
  }

  private static func indented(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? "" : "  " + $0 }
  }

  private static func isLarge(_ declaration: SwiftDeclaration) -> Bool {
    declaration.body != .nothing || !declaration.documentation.isEmpty
  }

  /// A text as lines of documentation, folded; nothing in it can end the comment or turn its direction.
  private static func comment(_ text: String) -> [String] {
    if text.isEmpty { return ["///"] }
    let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"]
    var lines: [String] = []
    for piece in text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: breaks.contains) {
      var clean = String.UnicodeScalarView()
      for scalar in piece {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: clean.append(" ")
        default: clean.append(scalar)
        }
      }
      lines += folded(String(clean))
    }
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0.isEmpty ? "///" : "/// " + $0 }
  }

  private static func folded(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.unicodeScalars.count + word.unicodeScalars.count >= 110 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    lines.append(line)
    return lines
  }
}
