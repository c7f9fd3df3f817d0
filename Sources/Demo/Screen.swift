#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the demo writes: lines, and on a terminal also colours and lines that change.
struct Screen: Sendable {
  /// Whether lines that were written can be written over.
  let isTerminal: Bool
  let usesColor: Bool
  let write: @Sendable (String) -> Void

  static let standard = Screen(
    isTerminal: isatty(STDOUT_FILENO) == 1 && variable("TERM") != "dumb",
    usesColor: isatty(STDOUT_FILENO) == 1 && variable("TERM") != "dumb" && variable("NO_COLOR").isEmpty
  ) { text in
    print(text, terminator: "")
    fflush(nil)
  }

  private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  func heading(_ text: String) { write("\n" + colored(text, "1") + "\n") }

  /// A text, each line of it set off from what the demo itself says.
  func quote(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      write(colored("  │ ", "2") + Self.withoutControls(line) + "\n")
    }
  }

  func line(_ text: String) { write("  " + Self.withoutControls(text) + "\n") }

  func fault(_ text: String) { write("  " + colored(Self.withoutControls(text), "33") + "\n") }

  /// Writes lines over as many that were written before.
  func rewrite(_ lines: [String], over count: Int) {
    let up = count == 0 ? "" : "\u{1B}[\(count)A\r\u{1B}[J"
    write(up + lines.map { Self.withoutControls(String($0.prefix(78))) + "\n" }.joined())
  }

  private func colored(_ text: String, _ code: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// What a model writes does not move the cursor.
  static func withoutControls(_ text: some StringProtocol) -> String {
    String(text.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : Character($0) })
  }
}
