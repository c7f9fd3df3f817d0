import Testing

@testable import TypecastCommands

@Suite("Standard input")
struct StandardInputTests {
  /// Somebody who types a text and ends it.
  private final class Typist: ByteSource {
    private let text: MemorySource
    let isTerminal: Bool

    init(_ text: String, isTerminal: Bool) {
      self.text = MemorySource(Array(text.utf8))
      self.isTerminal = isTerminal
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, SystemFailure> { text.read(into: buffer) }
    var isReady: Bool { text.isReady }
  }

  @Test(
    "Who has to type it is told so, and a program is not",
    arguments: [["repair"], ["repair", "--jsonl"], ["lint", "-"], ["validate", "--jsonl"]], [true, false])
  func terminal(words: [String], isTerminal: Bool) async {
    let error = MemorySink()
    let environment = CommandEnvironment(
      arguments: words, variable: { _ in nil }, input: Typist("{}", isTerminal: isTerminal), output: MemorySink(),
      error: error, files: MemoryFiles())
    _ = await CommandLineTool.run(in: environment)
    #expect(error.text.contains("typecast: reading what is typed here; Ctrl-D") == isTerminal)
  }
}
