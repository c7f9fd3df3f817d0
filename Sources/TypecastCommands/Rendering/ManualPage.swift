/// The table of commands as a manual page, in the macros of man(7).
enum ManualPage {
  /// The page of a command with all below it; the words of the path name it.
  static func render(_ root: Command, at path: [String]) -> String {
    let title = path.joined(separator: "-")
    var page = [
      #".\" Generated from the table of commands; not edited by hand."#,
      ".TH \(argument(title.uppercased())) 1 \(ToolVersion.date) \(argument("typecast \(ToolVersion.text)"))",
      ".SH NAME",
      "\(text(title)) \\- \(text(summary(root.abstract)))",
      ".SH SYNOPSIS",
    ]
    page += synopsis(Synopsis(name: path.joined(separator: " "), command: root))
    page.append(".SH DESCRIPTION")
    page += paragraphs([root.abstract] + root.discussion)
    page += lists(of: root, header: ".SH")
    let commands = root.tree.dropFirst().map { (path: path.dropLast() + $0.path, command: $0.command) }
    if !commands.isEmpty { page.append(".SH COMMANDS") }
    for (path, command) in commands {
      let synopsis = Synopsis(name: path.joined(separator: " "), command: command)
      page.append(".SS \(argument(synopsis.name))")
      page += paragraphs([command.abstract])
      page += [".PP"] + self.synopsis(synopsis)
      page += paragraphs(command.discussion, isFirst: false)
      page += lists(of: command, header: nil)
    }
    return page.joined(separator: "\n") + "\n"
  }

  /// What a command takes, ends with and is used like, under headers of a section or as paragraphs of one.
  private static func lists(of command: Command, header: String?) -> [String] {
    func section(_ title: String, _ lines: [String]) -> [String] {
      guard !lines.isEmpty else { return [] }
      return header.map { ["\($0) \(argument(title.uppercased()))"] + lines } ?? [".PP", "\(text(title)):"] + lines
    }
    return section("Arguments", tagged(command.arguments.map { (bold(Synopsis.term($0)), Synopsis.help($0)) }))
      + section(
        "Options", tagged((command.options + [CommandTable.help]).map { (term($0), Synopsis.help($0)) }))
      + section("Exit status", tagged(command.exitCodes.map { (bold(String($0.status.code)), $0.meaning) }))
      + section("Examples", Array(command.examples.flatMap(example).dropFirst(header == nil ? 0 : 1)))
  }

  private static func example(_ example: Example) -> [String] {
    [".PP"] + prose(example.explanation) + [".PP", ".RS 4", ".nf", text(example.commandLine), ".fi", ".RE"]
  }

  private static func tagged(_ rows: [(term: String, meaning: String)]) -> [String] {
    rows.flatMap { [".TP", $0.term] + prose($0.meaning) }
  }

  private static func paragraphs(_ paragraphs: [String], isFirst: Bool = true) -> [String] {
    let lines = paragraphs.flatMap { [".PP"] + prose($0) }
    return isFirst ? Array(lines.dropFirst()) : lines
  }

  /// The name in bold, and each word it takes unbroken.
  private static func synopsis(_ synopsis: Synopsis) -> [String] {
    let words = synopsis.words.dropFirst().map { text($0).replacing(" ", with: "\\ ") }
    return ["\(bold(synopsis.name)) \(words.joined(separator: " "))".trimmingEnd]
  }

  private static func term(_ option: Option) -> String {
    option.spellings.map(bold).joined(separator: ", ") + (option.placeholder.map { " \\fI\(text($0))\\fR" } ?? "")
  }

  private static func bold(_ words: String) -> String { "\\fB\(text(words))\\fR" }

  /// A text in lines that are good to read in the source, too.
  private static func prose(_ words: String) -> [String] { wrap(words, width: 72).map(text) }

  /// A text as an argument of a macro.
  private static func argument(_ words: String) -> String { "\"\(text(words))\"" }

  /// A text in which nothing is a request, an escape or a dash that a terminal would show as another.
  private static func text(_ text: String) -> String {
    var escaped = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\n": escaped += "\n"
      default:
        if scalar.isASCII {
          escaped.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
        }
      }
    }
    return escaped
  }
}

extension String {
  fileprivate var trimmingEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
