import Foundation
import Testing

/// The executable as other programs meet it: over pipes, as a process of its own.
@Suite("The executable keeps its promises over pipes")
struct ProcessTests {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let error = Pipe()

  private func start(_ arguments: String...) throws {
    let executable = try BuiltTool.url
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    try process.run()
  }

  private func send(_ text: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// What has come, waiting for at least a byte.
  private func receive() -> String {
    String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
  }

  @Test("A line is answered before the next one is sent", .timeLimit(.minutes(15)))
  func lineByLine() throws {
    try start("validate", "--jsonl")
    for instance in ["1", "\"a\""] {
      try send("{\"schema\": {\"type\": \"string\"}, \"instance\": \(instance)}\n")
      let answer = receive()
      #expect(answer.hasPrefix("{\"id\":null,\"valid\":\(instance == "1" ? "false" : "true")"), "\(answer)")
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("A line in two pieces is one line", .timeLimit(.minutes(15)))
  func pieces() throws {
    try start("validate", "--jsonl")
    try send("{\"schema\": true, ")
    Thread.sleep(forTimeInterval: 0.05)
    try send("\"instance\": 1}\n")
    #expect(receive() == "{\"id\":null,\"valid\":true,\"errors\":[]}\n")
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  @Test("A reader that goes away ends the process without a word", .timeLimit(.minutes(15)))
  func closedPipe() throws {
    try start("validate", "--jsonl")
    try output.fileHandleForReading.close()
    try send("{\"schema\": true, \"instance\": 1}\n")
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 141)
    #expect(try error.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test("Streams that are closed are told, and nothing else is written to", .timeLimit(.minutes(15)))
  func closedStreams() throws {
    let executable = try BuiltTool.url
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString).json")
    // As many bytes with the line's end as what wakes a thread takes.
    try Data("\"abcde\"".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", #"exec "$0" repair "$1" <&- >&-"#, executable.path, file.path]
    process.standardError = error
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    let text = String(decoding: try error.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(text.contains("The output can't be written: Bad file descriptor."))
  }

  @Test("A wrong command line ends with 2 and says so on standard error", .timeLimit(.minutes(15)))
  func usage() throws {
    try start("validate", "--frobnicate")
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(try output.fileHandleForReading.readToEnd() ?? Data() == Data())
    let text = String(decoding: try error.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(text.hasPrefix("typecast: error: There is no option '--frobnicate'."))
  }
}
