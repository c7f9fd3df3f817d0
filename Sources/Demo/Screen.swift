#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the demo writes: lines, and on a terminal also colours and lines that change.
struct Screen: Sendable {
  /// How much of a text a terminal shows.
  struct Size: Sendable {
    let columns: Int
    let rows: Int
  }

  /// The size of a terminal, on which lines that were written can be written over; nil elsewhere.
  let size: Size?
  let usesColor: Bool
  let write: @Sendable (String) -> Void

  static let standard = Screen(
    size: terminalSize, usesColor: terminalSize != nil && variable("NO_COLOR").isEmpty
  ) { text in
    print(text, terminator: "")
    fflush(nil)
  }

  /// A terminal that does not know its size is taken for a usual one.
  private static let terminalSize: Size? = {
    guard isatty(STDOUT_FILENO) == 1, variable("TERM") != "dumb" else { return nil }
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col >= 20, window.ws_row >= 4 else {
      return Size(columns: 80, rows: 24)
    }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }()

  private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  func heading(_ text: String) { write("\n" + colored(text, "1") + "\n") }

  /// A text, each line of it set off from what the demo itself says.
  func quote(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for part in folded(String(line), besides: 4) { write(colored("  │ ", "2") + part + "\n") }
    }
  }

  func line(_ text: String) {
    for part in folded(text, besides: 2) { write("  " + part + "\n") }
  }

  func fault(_ text: String) {
    for part in folded(text, besides: 2) { write("  " + colored(part, "33") + "\n") }
  }

  /// Writes lines over as many that were written before. None is longer than a row.
  func rewrite(_ lines: [String], over count: Int) {
    let up = count == 0 ? "" : "\u{1B}[\(count)A\r\u{1B}[J"
    write(up + lines.map { cut(Self.withoutControls($0)) + "\n" }.joined())
  }

  private func colored(_ text: String, _ code: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func cut(_ line: String) -> String {
    guard let size else { return line }
    var columns = 0
    return String(
      line.prefix {
        columns += Self.columns(of: $0)
        return columns < size.columns
      })
  }

  /// The rows that a line takes on a terminal beside so many columns; those after the first stand two columns further in.
  private func folded(_ line: String, besides taken: Int) -> [String] {
    let line = Self.withoutControls(line)
    guard let size else { return [line] }
    let most = size.columns - 1 - taken
    let indent = String(line.prefix { $0 == " " }.prefix(most / 2)) + "  "
    var rows: [String] = []
    var rest = Substring(line)
    while !rest.isEmpty || rows.isEmpty {
      let start = rows.isEmpty ? "" : indent
      var columns = start.count
      let fitting = rest.prefix {
        columns += Self.columns(of: $0)
        return columns <= most
      }
      var end = fitting.endIndex
      // Between words, if there is one to break behind that is not the indentation.
      if end < rest.endIndex, rest[end] != " ", let blank = fitting.lastIndex(of: " "),
        !fitting[..<blank].allSatisfy({ $0 == " " })
      {
        end = blank
      }
      rows.append(start + rest[..<end])
      rest = rest[end...]
      if !rest.isEmpty { rest = rest.drop { $0 == " " } }
    }
    return rows
  }

  /// At most how many columns a letter takes.
  private static func columns(of letter: Character) -> Int {
    letter.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
  }

  /// What a model writes does not move the cursor.
  static func withoutControls(_ text: some StringProtocol) -> String {
    String(text.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : Character($0) })
  }
}
