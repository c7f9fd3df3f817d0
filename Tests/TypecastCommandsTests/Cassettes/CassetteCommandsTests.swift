import Foundation
import LoopbackServer
import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastCurl

@testable import TypecastCommands

@Suite("Recording, replaying and looking into cassettes")
final class CassetteCommandsTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path }

  init() throws {
    temporary = try TemporaryFolder()
    try #"{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}"#
      .write(toFile: folder + "/s.json", atomically: true, encoding: .utf8)
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func run(_ arguments: String...) async -> ToolRun {
    await ToolRun(arguments, input: "some text", files: SystemFiles())
  }

  private func record(_ name: String, from base: String) async -> ToolRun {
    await run("record", path(name), path("s.json"), "--model", "ollama:m", "--base-url", base)
  }

  /// A cassette of one call of a server that answers as Ollama does.
  private func recorded(_ name: String, _ answer: String = #"{"a":1}"#) async throws {
    let line =
      #"{"model":"m","message":{"role":"assistant","content":"\#(answer.replacing("\"", with: "\\\""))"},"done":true,"done_reason":"stop"}"#
    let server = try LoopbackServer { _ in [.answer(line)] }
    let run = await record(name, from: server.url(""))
    server.stop()
    #expect(run.status == 0 && run.output == "\(answer)\n", "\(run.error)")
    #expect(run.error.contains("written, 1 recorded"))
  }

  private func save(_ name: String, _ exchanges: [Exchange], _ origin: Cassette.Origin = .recorded) throws {
    try CassetteFile.save(Cassette(origin, exchanges), to: path(name))
  }

  private func exchange(
    _ answer: String, to question: String = "q", date: String? = nil, after time: Duration = .zero
  ) -> Exchange {
    Exchange(
      date: date.flatMap { RecordingDate($0) },
      RecordedRequest("POST", "http://127.0.0.1/x", body: Array(question.utf8)),
      .response(RecordedResponse(200, chunks: [RecordedResponse.Chunk(Array(answer.utf8), at: time)])))
  }

  @Test("A folder without cassettes is told, and so is a file that is none", arguments: ["list", "show", "check"])
  func none(command: String) async throws {
    try FileManager.default.createDirectory(atPath: path("empty"), withIntermediateDirectories: true)
    let empty = await run("cassette", command, path("empty"))
    #expect(empty.status == 0)
    #expect(empty.error.hasPrefix("\(path("empty")) holds no cassette.\n"))
    let other = await run("cassette", command, path("s.json"))
    #expect(other.status != 0)
    #expect((other.output + other.error).contains("s.json:1: "), "\(other.output)")
    #expect((other.output + other.error).contains("is no XML."))
  }

  @Test("What was recorded is played by cast, without the server")
  func cast() async throws {
    try await recorded("a.xml")
    let played = await run("cast", path("s.json"), "--model", "ollama:m", "--cassette", path("a.xml"))
    #expect(played.status == 0 && played.output == "{\"a\":1}\n", "\(played.error)")
    let other = await run("cast", path("s.json"), "--model", "ollama:other", "--cassette", path("a.xml"))
    #expect(other.status == 3 && other.error.contains("body /model: sent \"other\", recorded \"m\""), "\(other.error)")
  }

  @Test("A cassette that is served is recorded as it was, but for times")
  func again() async throws {
    try await recorded("a.xml")
    let served = try await serving([]) { address in
      let run = await record("b.xml", from: address)
      #expect(run.status == 0 && run.output == "{\"a\":1}\n", "\(run.error)")
    }
    #expect(served.status == 0, "\(served.error)")
    let a = try Cassette(path: path("a.xml")).exchanges
    let b = try Cassette(path: path("b.xml")).exchanges
    try #require(a.count == 1 && b.count == 1)
    #expect(a[0].request.body == b[0].request.body && a[0].request.headers == b[0].request.headers)
    #expect(a[0].response?.body == b[0].response?.body && a[0].response?.status == b[0].response?.status)
    #expect(a[0].response?.failure == b[0].response?.failure)
  }

  @Test("Recording again what has not changed leaves the file as it was, and adding asks for nothing that is there")
  func unchanged() async throws {
    let line = #"{"message":{"content":"{\"a\":1}"},"done":true,"done_reason":"stop"}"#
    let server = try LoopbackServer { _ in [.answer(line)] }
    _ = await record("a.xml", from: server.url(""))
    let before = try String(contentsOfFile: path("a.xml"), encoding: .utf8)
    let again = await record("a.xml", from: server.url(""))
    #expect(again.error.contains("says what it said before"), "\(again.error)")
    #expect(try String(contentsOfFile: path("a.xml"), encoding: .utf8) == before)
    server.stop()
    let added = await run(
      "record", path("a.xml"), path("s.json"), "--add", "--model", "ollama:m", "--base-url", server.url(""))
    #expect(added.status == 0 && added.error.contains("nothing was recorded"), "\(added.error)")
  }

  @Test("It is said that comments are gone when a cassette is recorded anew")
  func comments() async throws {
    try await recorded("a.xml")
    let text = try String(contentsOfFile: path("a.xml"), encoding: .utf8)
    try text.replacing("<exchange", with: "<!-- mine --><exchange").write(
      toFile: path("a.xml"), atomically: true, encoding: .utf8)
    let line = #"{"message":{"content":"{\"a\":2}"},"done":true,"done_reason":"stop"}"#
    let server = try LoopbackServer { _ in [.answer(line)] }
    let run = await record("a.xml", from: server.url(""))
    server.stop()
    #expect(run.status == 0 && run.error.contains("its comments are gone"), "\(run.error)")
  }

  @Test("A failure is recorded, too")
  func failure() async throws {
    let server = try LoopbackServer { _ in [.answer(#"{"error":"model 'm' not found"}"#, status: "404 Not Found")] }
    let run = await record("a.xml", from: server.url(""))
    server.stop()
    #expect(run.status == 3 && run.error.contains("ollama pull m"))
    #expect(try Cassette(path: path("a.xml")).exchanges.first?.response?.status == 404)
  }

  @Test("A list, and all of one")
  func look() async throws {
    try save("a.xml", [exchange(#"{"b":[1]}"#, date: "2026-01-02T03:04:05Z"), exchange("x")])
    let list = await run("cassette", "list", folder)
    #expect(list.output == "\(path("a.xml")): recorded, 2 exchanges, 2026-01-02\n")
    let show = await run("cassette", "show", "--bodies", path("a.xml"))
    #expect(show.output.contains("1. POST http://127.0.0.1/x: 200, 9 bytes in 1 piece"))
    #expect(show.output.contains("      \"b\": ["))
    #expect(await run("cassette", "list", path("none")).status == 2)
  }

  @Test("Mistakes and secrets are found, and secrets taken out")
  func check() async throws {
    let key = "sk-" + "abcdef1234567890abcdef"
    try save("a.xml", [exchange("x")])
    #expect(await run("cassette", "check", folder).status == 0)
    let text = try String(contentsOfFile: path("a.xml"), encoding: .utf8)
    try text.replacing(">x<", with: ">\(key)<").write(toFile: path("b.xml"), atomically: true, encoding: .utf8)
    try text.replacing("exchange", with: "change").write(toFile: path("c.xml"), atomically: true, encoding: .utf8)
    let check = await run("cassette", "check", folder)
    #expect(check.status == 1)
    #expect(check.output.contains("b.xml:8: error: a key that begins with sk-"), "\(check.output)")
    #expect(check.output.contains("c.xml:3: error:"), "\(check.output)")
    #expect(!check.output.contains("abcdef1234"))
    #expect(await run("cassette", "redact", path("b.xml")).status == 0)
    #expect(await run("cassette", "check", path("b.xml")).status == 0)
  }

  @Test("Old recordings are told, and what a person wrote is not")
  func age() async throws {
    try save("a.xml", [exchange("x", date: "2020-01-02T03:04:05Z")])
    try save("b.xml", [exchange("x")], .authored)
    let age = await run("cassette", "age", folder)
    #expect(age.status == 1 && age.output.contains("a.xml: ") && !age.output.contains("b.xml"))
    #expect(await run("cassette", "age", "--days", "99999", folder).status == 0)
    try save("c.xml", [exchange("x"), exchange("y", date: "2020-01-02T03:04:05Z")])
    let undated = await run("cassette", "age", "--days", "99999", folder)
    #expect(undated.status == 1 && undated.output.contains("c.xml: nobody knows how old it is"))
    #expect(await run("cassette", "age", "--days", "x", folder).status == 2)
  }

  @Test(
    "Commands that can't take a cassette from standard input say so",
    arguments: [
      ["replay", "-", "--listen", "127.0.0.1:0"], ["record", "-", "s.json", "--model", "ollama:m"],
      ["cast", "s.json", "--model", "ollama:m", "--cassette", "-"],
    ])
  func standardInput(words: [String]) async throws {
    let run = await ToolRun(words.map { $0 == "s.json" ? path($0) : $0 }, input: "x", files: SystemFiles())
    #expect(run.status == 2 && run.error.contains("Standard input can't be the cassette"), "\(run.error)")
    #expect(await self.run("cassette", "list", "-", "-").error.contains("only once"))
  }

  @Test("Words that replay does not take", arguments: ["x", "127.0.0.1:99999", "no.such.host.invalid:0"])
  func badAddresses(address: String) async throws {
    try save("a.xml", [])
    #expect(await run("replay", path("a.xml"), "--listen", address).status == 2)
  }

  @Test("Paces that replay does not take", arguments: ["x", "0", "1e-300", "1e7", "inf", "nan"])
  func badPaces(pace: String) async throws {
    try save("a.xml", [])
    let run = await run("replay", path("a.xml"), "--listen", "127.0.0.1:0", "--once", "--pace", pace)
    #expect(run.status == 2 && run.error.contains("is no pace"), "\(run.error)")
  }

  /// Serves `a.xml` until each exchange was asked for, while something else is done.
  private func serving(
    _ options: [String], while body: (_ address: String) async throws -> Void
  ) async throws -> ToolRun {
    let output = MemorySink()
    let words = ["replay", path("a.xml"), "--listen", "127.0.0.1:0", "--once"] + options
    async let serving = ToolRun(words, files: SystemFiles(), output: output)
    #expect(try await eventually { output.text.hasSuffix("\n") })
    try await body(String(output.text.dropLast()))
    return await serving
  }

  /// The same, with what sends a request.
  private func replaying(
    _ options: [String], while body: (_ post: (String) async throws -> HTTPResponse) async throws -> Void
  ) async throws -> ToolRun {
    try await serving(options) { address in
      try await body { text in
        try await CurlTransport().send(HTTPRequest("POST", "\(address)/x", body: Array(text.utf8)))
      }
    }
  }

  @Test("An exchange is played once, or as often as it is asked for", arguments: [false, true])
  func repeats(mayRepeat: Bool) async throws {
    try save("a.xml", [exchange("one", to: "a"), exchange("two", to: "b")])
    let options = mayRepeat ? ["--repeats"] : []
    var answers: [String] = []
    let served = try await replaying(options) { post in
      for text in ["a", "a", "a", "b"] {
        let response = try await post(text)
        answers.append(response.status == 200 ? String(decoding: try await response.body.bytes(), as: UTF8.self) : "-")
      }
    }
    #expect(answers == (mayRepeat ? ["one", "one", "one", "two"] : ["one", "-", "-", "two"]))
    #expect(served.error.components(separatedBy: "--repeats").count == (mayRepeat ? 1 : 3), "\(served.error)")
  }

  @Test(
    "An answer comes at once, or not before its time at the pace that is given",
    arguments: [
      ([], 3600, 0), (["--pace", "at-once"], 3600, 0), (["--pace", "recorded"], 0.3, 0.3),
      (["--pace", "9000"], 3600, 0.4),
    ])
  func pace(options: [String], recorded: Double, least: Double) async throws {
    try save("a.xml", [exchange("late", after: .seconds(recorded))])
    var elapsed = Duration.zero
    _ = try await replaying(options) { post in
      let start = ContinuousClock.now
      let answer = try await post("q").body.bytes()
      #expect(answer == Array("late".utf8))
      elapsed = start.duration(to: .now)
    }
    #expect(elapsed >= .seconds(least))
  }

  @Test("A miss of the last moment is told")
  func lastMiss() async throws {
    try save("a.xml", [exchange("yes")])
    let served = try await replaying([]) { post in
      let statuses = [try await post("another").status, try await post("q").status]
      #expect(statuses == [404, 200])
    }
    #expect(served.status == 1)
    #expect(served.error.split(separator: "\n").filter { $0.contains("The nearest is") }.count == 1, "\(served.error)")
  }

  @Test("Goldens that no test names are told")
  func orphans() async throws {
    try FileManager.default.createDirectory(atPath: path("Golden/calls"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: path("Tests"), withIntermediateDirectories: true)
    for (name, text) in [
      ("Package.swift", ""), ("Golden/calls/a.txt", ""), ("Golden/calls/b.txt", ""),
      ("Tests/a.swift", #"f("Golden/calls/a.txt")"#),
    ] {
      try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }
    let run = await run("cassette", "orphans", "--package", folder)
    #expect(run.status == 1)
    #expect(run.output == "Golden/calls/b.txt: no test names it. Write a test that does, or remove it.\n")
    let nowhere = await self.run("cassette", "orphans", "--package", path("nowhere"))
    #expect(nowhere.status == 2 && nowhere.error.contains("there is no such folder"))
    #expect(nowhere.error.components(separatedBy: "Name the folder").count == 2, "\(nowhere.error)")
    let noPackage = await self.run("cassette", "orphans", "--package", path("Golden"))
    #expect(noPackage.status == 2 && noPackage.error.contains("holds no Package.swift"), "\(noPackage.error)")
  }

  @Test("A call that fails leaves a recording that was there")
  func recordedBefore() async throws {
    try await recorded("c.xml")
    let before = try String(contentsOfFile: path("c.xml"), encoding: .utf8)
    let run = await record("c.xml", from: "http://127.0.0.1:1")
    #expect(run.status != 0 && run.error.contains("left as it was"))
    #expect(try String(contentsOfFile: path("c.xml"), encoding: .utf8) == before)
    let new = await record("new.xml", from: "http://127.0.0.1:1")
    #expect(new.status != 0 && new.error.contains("written"))
  }
}
