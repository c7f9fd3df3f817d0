import Testing

@testable import TypecastCommands

@Suite("Every line of JSON gets its answer")
struct JSONLinesTests {
  /// Answers with the line between angle brackets, and refuses lines with an x.
  private static func echo(_ line: ArraySlice<UInt8>) throws(JSONLines.BadLine) -> [UInt8] {
    if line.contains(UInt8(ascii: "x")) { throw JSONLines.BadLine(message: "an \"x\"\n") }
    return [UInt8(ascii: "<")] + line + [UInt8(ascii: ">")]
  }

  private func run(
    _ input: [UInt8], files: [String: String] = [:], inputs: [String] = ["-"], limit: Int = 1 << 20
  ) throws -> (output: String, error: String) {
    let output = MemorySink()
    let error = MemorySink()
    let environment = CommandEnvironment(
      arguments: [], variable: { _ in nil }, input: MemorySource(input), output: output, error: error,
      files: MemoryFiles(files: files))
    #expect(
      try JSONLines(environment: environment, lineLimit: limit).answer(inputs: inputs, with: Self.echo) == .success)
    try environment.output.flush()
    return (output.text, error.text)
  }

  @Test("Answers come in order, and blank lines have none")
  func order() throws {
    #expect(try run(Array("1\n\n2\r\n \t\n\r\n3".utf8)).output == "<1>\n<2>\n<3>\n")
  }

  @Test("A bad line is answered with its number, and the rest goes on")
  func badLine() throws {
    #expect(
      try run(Array("1\n\nx\n2\n".utf8)).output == """
        <1>
        {"id":null,"line":3,"error":"an \\"x\\"\\n"}
        <2>

        """)
  }

  @Test("A line that is not UTF-8 reaches the answer as it is")
  func rawBytes() throws {
    var seen: [[UInt8]] = []
    let environment = CommandEnvironment(
      arguments: [], variable: { _ in nil }, input: MemorySource([0xFF, 0x0A, 0xC3]), output: MemorySink(),
      error: MemorySink(), files: MemoryFiles())
    _ = try JSONLines(environment: environment).answer(inputs: ["-"]) { line in
      seen.append(Array(line))
      return []
    }
    #expect(seen == [[0xFF], [0xC3]])
  }

  @Test("A huge line is answered, and one over the limit is refused by its number")
  func hugeLines() throws {
    let huge = String(repeating: "1", count: 3_000_000)
    #expect(try run(Array("\(huge)\n2\n".utf8), limit: 4_000_000).output == "<\(huge)>\n<2>\n")
    #expect(
      try run(Array("\(huge)\n2\n".utf8), limit: 1000).output == """
        {"id":null,"line":1,"error":"The line has more than 1000 bytes. Split it, or use files."}
        <2>

        """)
  }

  @Test("Files are answered one after another, each counted from its first line")
  func severalInputs() throws {
    let run = try run(
      Array("2".utf8), files: ["a": "\u{FEFF}1\nx", "b": "x"], inputs: ["a", "-", "b"])
    #expect(
      run.output == """
        <1>
        {"id":null,"line":2,"error":"an \\"x\\"\\n"}
        <2>
        {"id":null,"line":1,"error":"an \\"x\\"\\n"}

        """)
    #expect(run.error.hasPrefix("a:1:1: warning: a byte-order mark"))
  }

  @Test("A byte-order mark before the first line of standard input is skipped with a warning")
  func byteOrderMark() throws {
    let run = try run([0xEF, 0xBB, 0xBF] + Array("1\n".utf8))
    #expect(run.output == "<1>\n")
    #expect(run.error.hasPrefix("<stdin>:1:1: warning:"))
  }

  @Test("Answers are flushed before a read that has to wait, and not before one that has not")
  func flushing() throws {
    for (isAlwaysReady, expected) in [(false, ["<1>\n<2>\n", "<3>\n"]), (true, [])] {
      let sink = MemorySink()
      let source = PiecedSource([Array("1\n2\n".utf8), Array("3\n".utf8)], isAlwaysReady: isAlwaysReady)
      let environment = CommandEnvironment(
        arguments: [], variable: { _ in nil }, input: source, output: sink, error: MemorySink(), files: MemoryFiles())
      _ = try JSONLines(environment: environment).answer(inputs: ["-"], with: Self.echo)
      #expect(sink.pieces.map { String(decoding: $0, as: UTF8.self) } == expected)
    }
  }
}
