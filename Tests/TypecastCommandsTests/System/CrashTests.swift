import Foundation
import Testing
import TypecastCassettes

@Suite("A process that dies while it saves")
final class CrashTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString)")
  private var input: URL { folder.appendingPathComponent("in.jsonl") }
  private var file: URL { folder.appendingPathComponent("out/a.xml") }

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test("The old cassette stays whole, and the next process saves", .timeLimit(.minutes(15)))
  func save() throws {
    try write(body: "short")
    try start().waitUntilExit()
    let old = try Data(contentsOf: file)

    try write(body: String(repeating: "long ", count: 100_000))
    var pieces: [Int] = []
    // A machine that is busy elsewhere may not look in time.
    for _ in 0..<50 where pieces.isEmpty {
      let process = try start()
      let piece = folder.appendingPathComponent("out/.a.xml.\(process.processIdentifier)-1.new").path
      while process.isRunning, access(piece, F_OK) != 0 {}
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if access(piece, F_OK) == 0 {
        pieces.append(try Data(contentsOf: URL(fileURLWithPath: piece)).count)
      } else {
        try old.write(to: file)
      }
      #expect(try Data(contentsOf: file) == old)
    }
    #expect(pieces != [], "It was never caught while it wrote.")

    try start().waitUntilExit()
    #expect(try Cassette(path: file.path).exchanges.first?.response?.body.count == 500_000)
  }

  private func write(body: String) throws {
    let line = """
      {"id":"a","request":{"method":"GET","path":"/","headers":[["Host","h"]],"body":null},\
      "response":{"status":200,"headers":[],"body":{"text":"\(body)"}},"elapsed":0.2}

      """
    try Data(line.utf8).write(to: input)
  }

  private func start() throws -> Process {
    let process = Process()
    process.executableURL = try BuiltTool.url
    process.arguments = [
      "cassette", "import", "--from", "jsonl", input.path, "--out", folder.appendingPathComponent("out").path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
