import Testing

@testable import TypecastCommands

@Suite("Output is buffered, and its failures end the command")
struct OutputTests {
  private static let brokenPipe = SystemFailure(code: 32)
  private static let noSpace = SystemFailure(code: 28)

  private func status(outputFailure: SystemFailure?, errorFailure: SystemFailure? = nil) async -> (Int32, String) {
    let error = MemorySink(failure: errorFailure)
    let environment = CommandEnvironment(
      arguments: ["cast", "--stream", "a"], variable: { _ in nil }, input: MemorySource([]),
      output: MemorySink(failure: outputFailure), error: error, files: MemoryFiles())
    return (await CommandLineTool.run(SampleCommands.root, in: environment).code, error.text)
  }

  @Test("A reader that went away ends the tool without a word")
  func brokenPipe() async {
    #expect(await status(outputFailure: Self.brokenPipe) == (141, ""))
  }

  @Test("A full disk is said, and is no success")
  func fullDisk() async {
    let (code, text) = await status(outputFailure: Self.noSpace)
    #expect(code == 2)
    #expect(text.hasPrefix("sample: error: The output can't be written: No space left on device.\nLet "))
  }

  @Test("A command's own status comes through")
  func statuses() async {
    #expect(await ToolRun(["cast", "--stream", "a"], root: SampleCommands.root).status == 0)
    #expect(await ToolRun(["cast", "--stream", "-v", "a"], root: SampleCommands.root).status == 1)
    #expect(await ToolRun(["cast"], root: SampleCommands.root).status == 2)
  }

  @Test("A usage error is printed on standard error with the next step")
  func usage() async {
    let run = await ToolRun(["cast", "--strem"], root: SampleCommands.root)
    #expect(run.output.isEmpty)
    #expect(
      run.error == """
        sample: error: There is no option '--strem'. Did you mean '--stream'?
        Run 'sample cast --help' to see what it takes.

        """)
  }

  @Test("Small writes are joined, and a terminal gets each at once")
  func buffering() async throws {
    for (isTerminal, count) in [(false, 1), (true, 2)] {
      let sink = MemorySink(isTerminal: isTerminal)
      let output = Output(sink)
      try output.write("a")
      try output.write([0x62])
      try output.flush()
      #expect(sink.pieces.count == count)
      #expect(sink.text == "ab")
    }
  }

  @Test("A full buffer goes out by itself")
  func fullBuffer() async throws {
    let sink = MemorySink()
    let output = Output(sink, capacity: 10)
    try output.write("12345678901")
    try output.writeLine("rest")
    #expect(sink.text == "12345678901")
    try output.flush()
    try output.flush()
    #expect(sink.pieces.count == 2)
  }

  @Test("A byte-order mark at the start of a file is skipped with a warning")
  func byteOrderMark() async throws {
    let error = MemorySink()
    let environment = CommandEnvironment(
      arguments: [], variable: { _ in nil }, input: MemorySource(Array("\u{FEFF}1".utf8)), output: MemorySink(),
      error: error, files: MemoryFiles(files: ["a.json": "\u{FEFF}2", "b.json": "3"]))
    #expect(try environment.bytes(at: "-") == Array("1".utf8))
    #expect(try environment.bytes(at: "a.json") == Array("2".utf8))
    #expect(try environment.bytes(at: "b.json") == Array("3".utf8))
    #expect(
      error.text == """
        <stdin>:1:1: warning: a byte-order mark is skipped; save the file as UTF-8 without one
        a.json:1:1: warning: a byte-order mark is skipped; save the file as UTF-8 without one

        """)
  }
}
