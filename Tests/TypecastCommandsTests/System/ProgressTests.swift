import Foundation
import LoopbackServer
import Synchronization
import TestSupport
import Testing
import Typecast

@testable import TypecastCommands

@Suite("What takes long is told on standard error")
struct ProgressTests {
  @Test("Work that is not done yet is named, with how long it takes", .timeLimit(.minutes(15)))
  func long() async throws {
    let sink = MemorySink()
    let result = try await Progress(sink, patience: .zero).during("counting\u{1B}") { () async throws(CommandFailure) in
      while sink.text.isEmpty { await Task.yield() }
      return 7
    }
    #expect(result == 7)
    #expect(sink.text.hasPrefix("typecast: counting\u{FFFD}, for "))
    #expect(sink.text.hasSuffix(" now\n"))
  }

  @Test("A command is told by what it does, unless it says that it is no work", .timeLimit(.minutes(15)))
  func command() async throws {
    let sink = MemorySink()
    let root = Command(
      "typecast", abstract: "",
      subcommands: ["count", "serve"].map { name in
        Command(name, abstract: "", exitCodes: [], examples: [], work: { _ in name == "count" ? "counting" : nil }) {
          _, environment throws(CommandFailure) in
          while name == "count", sink.text.isEmpty { await Task.yield() }
          return .success
        }
      })
    for name in ["serve", "count"] {
      let environment = CommandEnvironment(
        arguments: [name], variable: { _ in nil }, input: MemorySource([]), output: MemorySink(), error: sink,
        files: MemoryFiles(files: [:]), patience: .zero)
      #expect(await CommandLineTool.run(root, in: environment) == .success)
      #expect(sink.text.hasPrefix("typecast: counting, for ") == (name == "count"))
    }
  }

  @Test("Nothing is told while somebody who reads does not go on", .timeLimit(.minutes(15)))
  func reader() async throws {
    let sink = MemorySink()
    let progress = Progress(sink, patience: .milliseconds(1))
    let reader = SlowReader(of: sink)
    try await progress.during("counting") { () async throws(CommandFailure) in
      let output = Output(reader, progress: progress)
      for _ in 0..<3 {
        try output.write("a")
        try output.flush()
        // It goes on with what comes behind.
        let told = sink.pieces.count
        while sink.pieces.count == told { await Task.yield() }
      }
    }
    #expect(reader.toldMeanwhile == [0, 0, 0])
  }

  /// Takes its time with what is written to it, and counts what another sink gets meanwhile.
  private final class SlowReader: ByteSink {
    let isTerminal = false
    private let other: MemorySink
    private let counts = Mutex<[Int]>([])

    init(of other: MemorySink) { self.other = other }

    var toldMeanwhile: [Int] { counts.withLock { $0 } }

    func write(_ bytes: UnsafeRawBufferPointer) -> Result<Void, SystemFailure> {
      let before = other.pieces.count
      usleep(50_000)
      counts.withLock { $0.append(other.pieces.count - before) }
      return .success(())
    }
  }

  @Test("Work that is done soon is not, and its failure comes through")
  func short() async throws {
    let sink = MemorySink()
    let progress = Progress(sink, patience: .seconds(3600))
    let failure = CommandFailure(.usage, "No.", nextStep: "Stop.")
    let thrown = await #expect(throws: CommandFailure.self) {
      try await progress.during("counting") { () async throws(CommandFailure) in throw failure }
    }
    #expect(thrown == failure && sink.text.isEmpty)
  }

  @Test("A wait that a provider asks for is told, and a short one is not", arguments: [(20, true), (0, false)])
  func retry(seconds: Int, isTold: Bool) async throws {
    let requests = Mutex(0)
    let server = try LoopbackServer { _ in
      let isFirst = requests.withLock { count in
        count += 1
        return count == 1
      }
      let busy = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: \(seconds)\r\nContent-Length: 2\r\n\r\n{}"
      return isFirst
        ? [.send(Array(busy.utf8)), .close]
        : [.answer(#"{"message":{"content":"{}"},"done":true,"done_reason":"stop"}"#)]
    }
    defer { server.stop() }
    let files = MemoryFiles(files: ["s.json": "{}"])
    let run = await CallEnvironment.with(clock: VirtualClock(skippingSleep: true)) {
      await ToolRun(["cast", "s.json", "--model", "ollama:m", "--base-url", server.url("")], input: "x", files: files)
    }
    #expect(run.status == 0, "\(run.error)")
    #expect(run.error.contains("typecast: waiting 20 s to ask again: ") == isTold, "\(run.error)")
  }
}
