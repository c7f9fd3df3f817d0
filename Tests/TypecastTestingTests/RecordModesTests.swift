import Foundation
import LoopbackServer
import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastModels

/// The table of Documentation/cassettes.md, row by row, in processes that have the variables of the row.
@Suite(
  "What is recorded, and what becomes of a miss",
  .enabled(if: CommandLine.arguments[0].hasSuffix(".xctest"), "This process is not the tests themselves."))
final class RecordModesTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path }
  private var path: String { folder + "/Golden/cassettes/probe.xml" }

  init() throws {
    temporary = try TemporaryFolder()
    try "".write(toFile: folder + "/Package.swift", atomically: true, encoding: .utf8)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    /// The row as the page has it.
    let text: String
    /// What it says about; nil for a variable that is not set.
    let records: [String?]
    let misses: [String?]
    /// What comes of a request that was recorded and of one that was not, in each run of the test.
    let answers: String
    /// The answers that are then in the file.
    let saved: [String]
    let passes: Bool
    /// The same for a test that fails with what was recorded, and asks for nothing else.
    let failing: (answers: String, saved: [String])

    var testDescription: String { "\(records) \(misses)" }
  }

  static let rows = [
    Row(
      text: "| `never`, or not set | `fail`, or not set | is played | fails, and the test with it | stays |",
      records: ["never", nil], misses: ["fail", nil],
      answers: "known old, new none", saved: ["old"], passes: false, failing: ("known old", ["old"])),
    Row(
      text: "| `never` | `live` | is played | goes to the server, unrecorded | stays |",
      records: ["never", nil], misses: ["live"],
      answers: "known old, new live", saved: ["old"], passes: true, failing: ("known old", ["old"])),
    Row(
      text: "| `missing` | either | is played | goes to the server and is recorded | what is new is added |",
      records: ["missing"], misses: ["fail", "live", nil],
      answers: "known old, new live", saved: ["old", "live"], passes: false, failing: ("known old", ["old"])),
    Row(
      text:
        "| `failed` | `fail` | is played; where the test fails, it is run again and all is recorded | fails; then as left | stays, or is recorded anew |",
      records: ["failed"], misses: ["fail", nil],
      answers: "known old, new none, known live, new live", saved: ["live", "live"], passes: false,
      failing: ("known old, known live", ["live"])),
    Row(
      text: "| `failed` | `live` | the same | goes to the server, unrecorded | stays, or is recorded anew |",
      records: ["failed"], misses: ["live"],
      answers: "known old, new live", saved: ["old"], passes: true, failing: ("known old, known live", ["live"])),
    Row(
      text:
        "| `all` | either | goes to the server and is recorded | goes to the server and is recorded | is recorded anew |",
      records: ["all"], misses: ["fail", "live", nil],
      answers: "known live, new live", saved: ["live", "live"], passes: false, failing: ("known live", ["live"])),
  ]

  @Test("The page has these rows and no others")
  func page() throws {
    let lines = try PackageRoot.text(of: "Documentation/cassettes.md").split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| `TYPECAST_RECORD`") })
    #expect(lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map(String.init) == Self.rows.map(\.text))
    let named = Self.rows.flatMap { row in row.records.flatMap { record in row.misses.map { (record, $0) } } }
    for record in RecordMode.allCases.map(\.rawValue) {
      for miss in MissPolicy.allCases.map(\.rawValue) {
        #expect(named.filter { $0 == (record, miss) }.count == 1, "\(record) \(miss)")
      }
    }
  }

  @Test("A row does what it says", arguments: rows)
  func row(row: Row) async throws {
    for record in row.records {
      for miss in row.misses {
        try await recordOld()
        let run = try await run(["known", "new"], record, miss)
        #expect((run.status == 0) == row.passes, "\(run.output)")
        #expect(try answers == row.answers)
        #expect(try saved == row.saved)
      }
    }
  }

  @Test("A row does what it says for a test that fails with what was recorded", arguments: rows)
  func failing(row: Row) async throws {
    for miss in row.misses {
      try await recordOld()
      let run = try await run(["known live"], row.records[0], miss)
      #expect(run.status != 0, "\(run.output)")
      #expect(try answers == row.failing.answers)
      #expect(try saved == row.failing.saved)
    }
  }

  @Test("A second run that is told the same changes nothing", arguments: ["missing", "failed", "all"])
  func twice(record: String) async throws {
    _ = try await run(["new", "newer"], record, nil)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let run = try await run(["newer", "new"], record, nil)
    #expect((run.status == 0) == (record != "all"), "\(run.output)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("Without a file, all is new", arguments: [nil, "never", "missing", "failed", "all"])
  func noFile(record: String?) async throws {
    let run = try await run(["new"], record, nil)
    #expect(run.status != 0)
    let records = record != nil && record != "never"
    #expect((run.output + run.error).contains(records ? "1 exchange was recorded" : "TYPECAST_RECORD=missing"))
    #expect(FileManager.default.fileExists(atPath: path) == records)
  }

  @Test("Another word is refused with those that are meant", arguments: [true, false])
  func otherWords(isRecord: Bool) async throws {
    try await recordOld()
    let run = try await run(["known"], isRecord ? "yes" : nil, isRecord ? nil : "Live")
    let words = isRecord ? "never, missing, failed, all" : "fail, live"
    #expect(run.status != 0 && (run.output + run.error).contains("Set it to one of: \(words)."), "\(run.output)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/answers"))
  }

  @Test("Cases that share a file record into it at once, and anew only what one of them asks for")
  func shared() async throws {
    func run(_ lines: [String], _ record: String, _ answer: String = "live") async throws -> Int32 {
      try await self.run(lines, record, nil, probe: "SharedCassetteProbe", answer: answer).status
    }
    let lines = (0..<6).map { "q\($0)" }
    #expect(try await run(lines, "missing") != 0)
    let old = try Cassette(path: path).exchanges
    #expect(old.count == 7)
    #expect(try await run(lines.reversed(), "all") != 0)
    #expect(try Cassette(path: path).exchanges == old)
    #expect(try await run(lines.map { $0 == "q3" ? "q3 changed" : $0 }, "failed", "changed") != 0)
    let new = try Cassette(path: path).exchanges
    #expect(new.map(\.request.body) == old.map(\.request.body))
    let changed = zip(new, old).filter { $0 != $1 }.map { String(decoding: $0.0.request.body, as: UTF8.self) }
    #expect(changed.count == 2 && changed.contains { $0.contains("q3") } && changed.contains { $0.contains("all") })
    #expect(try await run(lines.map { $0 == "q3" ? "q3 changed" : $0 }, "never") == 0)
  }

  // MARK: The probe

  private static func line(_ text: String) -> String {
    #"{"model":"m","message":{"role":"assistant","content":"\#(text)"},"done":true,"done_reason":"stop"}"#
  }

  private struct OldServer: Transport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      HTTPResponse(status: 200, body: HTTPBody([Array(RecordModesTests.line("old").utf8)]))
    }
  }

  /// Puts a cassette there in which one question was answered.
  private func recordOld() async throws {
    let recorder = CassetteRecorder()
    try await CallEnvironment.with(transport: recorder.transport(around: OldServer())) {
      _ = try await RemoteModel("ollama:m").reply(to: ModelRequest([Message(.user, "known")]))
    }
    try CassetteFile.save(Cassette(.recorded, await recorder.finish()), to: path)
  }

  /// Runs the probe, with a server that is there.
  private func run(
    _ questions: [String], _ record: String?, _ miss: String?, probe: String = "RecordModesProbe",
    answer: String = "live"
  ) async throws -> ProgramRun {
    try? FileManager.default.removeItem(atPath: folder + "/answers")
    try questions.joined(separator: "\n").write(toFile: folder + "/questions", atomically: true, encoding: .utf8)
    let server = try LoopbackServer { _ in [.answer(Self.line(answer))] }
    defer { server.stop() }
    var variables = ProcessInfo.processInfo.environment
    variables[RecordMode.variable] = record
    variables[MissPolicy.variable] = miss
    variables[ProbePlace.variable] = folder
    variables["OLLAMA_HOST"] = "127.0.0.1:\(server.port)"
    variables["LLVM_PROFILE_FILE"] = "/dev/null"
    let words = ["--testing-library", "swift-testing", "--filter", "TypecastTestingTests.\(probe)/"]
    let run = try await ProgramRun(CommandLine.arguments[0], words, variables: variables, seconds: 600)
    #expect(!run.isHung)
    return run
  }

  private var answers: String {
    get throws {
      try String(contentsOfFile: folder + "/answers", encoding: .utf8).split(separator: "\n").joined(separator: ", ")
    }
  }

  /// What the answers in the file say.
  private var saved: [String] {
    get throws {
      try Cassette(path: path).exchanges.map { exchange in
        exchange.response?.body == Array(Self.line("old").utf8) ? "old" : "live"
      }
    }
  }
}
