import TestSupport
import Testing

@testable import TypecastCommands

@Suite("Help is made from the table")
struct HelpTextTests {
  @Test("The help of every command is as its golden says", arguments: CommandTable.root.tree.map(\.path))
  func goldens(path: [String]) async {
    let run = await ToolRun(path.dropFirst() + ["--help"])
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    Golden.expect(run.output, equals: "Golden/cli/help/\(path.joined(separator: "-")).txt")
  }

  @Test("No golden is left of a command that is gone")
  func strays() {
    let expected = CommandTable.root.tree.map { "Golden/cli/help/\($0.path.joined(separator: "-")).txt" }
    #expect(PackageRoot.files(below: "Golden/cli/help") == expected.sorted())
  }

  @Test("The help command shows the same as --help")
  func helpCommand() async {
    #expect(await ToolRun(["help", "lint"]).output == ToolRun(["lint", "--help"]).output)
    #expect(await ToolRun(["help"]).output == ToolRun(["--help"]).output)
    #expect(await ToolRun(["help", "lnit"]).error.contains("Did you mean 'lint'?"))
  }

  @Test("Prose breaks at 80 columns, and every kind of option is shown")
  func sample() {
    let text = HelpText(style: .plain).render(SampleCommands.cast, named: "sample cast")
    Golden.expect(text, equals: "Golden/cli/sample-help.txt")
  }

  @Test("Headings are set off on a terminal, and never with NO_COLOR")
  func color() async {
    #expect(await ToolRun(["--help"], isTerminal: true).output.contains("\u{1B}[1mOptions:\u{1B}[0m"))
    #expect(
      await ToolRun(["--help"], variables: ["NO_COLOR": "1"], isTerminal: true).output.contains("\u{1B}") == false)
    #expect(await ToolRun(["--help"], variables: ["TERM": "dumb"], isTerminal: true).output.contains("\u{1B}") == false)
    #expect(await ToolRun(["--help"], variables: ["NO_COLOR": ""], isTerminal: true).output.contains("\u{1B}"))
    #expect(await ToolRun(["--help"]).output.contains("\u{1B}") == false)
  }

  @Test("A text breaks at spaces only")
  func wrapping() {
    #expect(wrap("one two three", width: 7) == ["one two", "three"])
    #expect(wrap("averylongword a b", width: 3) == ["averylongword", "a b"])
    #expect(wrap("", width: 10) == [])
  }
}
