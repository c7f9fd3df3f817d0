import Foundation
import TestSupport
import Testing
import Typecast
import TypecastCassettes
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast cassette diff")
final class CassetteDiffCommandTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func save(_ name: String, _ exchanges: [Exchange]) throws {
    try CassetteFile.save(Cassette(.recorded, exchanges), to: "\(folder)/\(name)")
  }

  private func exchange(
    _ answer: String, to body: String = "q", at path: String = "/x", status: Int = 200, id: String? = nil
  ) -> Exchange {
    let isEvents = answer.hasPrefix("data:")
    return Exchange(
      id: id, RecordedRequest("POST", "https://api.example\(path)", body: Array(body.utf8)),
      .response(
        RecordedResponse(
          status,
          headers: [
            RecordedHeader("date", "Sat, 21 Nov 2026 01:16:03 GMT"),
            RecordedHeader("content-type", isEvents ? "text/event-stream" : "application/json"),
          ], chunks: [RecordedResponse.Chunk(Array(answer.utf8))])))
  }

  /// Runs it in the folder, whose name is not in what comes out.
  private func diff(_ words: String..., input: String = "") async -> (status: Int32, output: String, error: String) {
    let paths = words.map { $0.hasPrefix("-") ? $0 : "\(folder)/\($0)" }
    let run = await ToolRun(["cassette", "diff"] + paths, input: input, files: SystemFiles())
    return (run.status, run.output.replacing("\(folder)/", with: ""), run.error.replacing("\(folder)/", with: ""))
  }

  @Test("Shapes are compared, not what is said")
  func shapes() async throws {
    try save("a.xml", [exchange(#"{"id":"1","n":[1,2],"gone":null}"#)])
    try save("b.xml", [exchange(#"{"id":"2","n":[3,"x"],"new":{"deep":true}}"#)])
    try save("c.xml", [exchange(#"{"id":"9","n":[7],"gone":null}"#)])
    let same = await diff("a.xml", "c.xml")
    #expect(same == (0, "", "1 exchange compared, 0 with another shape\n"))
    let other = await diff("a.xml", "b.xml")
    #expect(other.status == 1 && other.error == "1 exchange compared, 1 with another shape\n")
    let lines = other.output.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "1. POST https://api.example/x", "   - body/gone: null", "   ~ body/n/*: number -> number | string",
        "   + body/new: object", "   + body/new/deep: boolean",
      ], "\(lines)")
  }

  /// Two recordings with something of everything.
  private func provider() throws {
    let delta = #"data: {"choices":[{"delta":{"content":"x"}}]}"# + "\n\n"
    let end = "data: [DONE]\n\n"
    let calls = (1...7).map { #"{"q":\#($0)}"# }
    try save(
      "old.xml",
      calls.map { exchange(#"{"answer":1,"usage":null}"#, to: $0, at: "/chat", id: "chat-\($0.suffix(2).prefix(1))") }
        + [
          exchange(delta + end, to: "s", at: "/stream", id: "stream"),
          exchange(#"{"data":[{"id":1,"owner":"a"},{"id":2,"owner":"b"}]}"#, at: "/models"),
          exchange("{}", at: "/gone"), exchange(#"{"a":1}"#, to: "then", at: "/asked"),
        ])
    try save(
      "new.xml",
      [
        exchange(delta + delta + delta + end, to: "s", at: "/stream", id: "stream"),
        exchange(#"{"data":[{"id":3,"owner":"a"},{"id":4},{"id":5}]}"#, at: "/models"),
        exchange(#"{"a":1,"b":2}"#, to: "now", at: "/asked"),
        exchange(#"{"error":"no"}"#, to: calls[6], at: "/chat", status: 429, id: "chat-7"),
      ]
        + calls.dropLast().map {
          exchange(#"{"answer":1,"usage":{"tokens":5}}"#, to: $0, at: "/chat", id: "chat-\($0.suffix(2).prefix(1))")
        } + [exchange("{}", at: "/new", status: 201)])
  }

  @Test("What a person reads")
  func people() async throws {
    try provider()
    let run = await diff("old.xml", "new.xml")
    #expect(run.status == 1)
    Golden.expect(run.output + run.error, equals: "Golden/cli/cassette-diff.txt")
  }

  @Test("What a program reads")
  func programs() async throws {
    try provider()
    let run = await diff("old.xml", "new.xml", "--json")
    #expect(run.status == 1 && run.error.isEmpty)
    let object = try JSONValue(parsing: run.output)
    Golden.expect(JSONWriter(style: .pretty).string(of: object) + "\n", equals: "Golden/cli/cassette-diff.json")
    let same = try JSONValue(parsing: await diff("--json", "old.xml", "old.xml").output)
    #expect(
      same == ["isSame": true, "old": 11, "new": 11, "exchanges": [], "came": [], "went": []], "\(same)")
  }

  @Test("What came one way went the other way")
  func mirrored() async throws {
    try provider()
    let there = try JSONValue(parsing: await diff("old.xml", "new.xml", "--json").output)
    let back = try JSONValue(parsing: await diff("new.xml", "old.xml", "--json").output)
    #expect(there["came"] == back["went"] && there["went"] == back["came"])
    func told(_ run: JSONValue, _ from: String, _ to: String) -> Set<[JSONValue?]> {
      var told: Set<[JSONValue?]> = []
      for exchange in run["exchanges"]?.array ?? [] {
        for difference in exchange["differences"]?.array ?? [] {
          told.insert([exchange[from], exchange[to], difference["place"], difference[from], difference[to]])
        }
      }
      return told
    }
    #expect(told(there, "old", "new") == told(back, "new", "old"))
    #expect(told(there, "old", "new").count > 10)
  }

  @Test("Folders are compared as a whole")
  func folders() async throws {
    try save("old/a.xml", [exchange("{}", to: "1"), exchange("{}", to: "2")])
    try save("old/b/c.xml", [exchange("{}", to: "3")])
    try save("new/a.xml", [exchange("{}", to: "2")])
    try save("new/d.xml", [exchange(#"{"a":1}"#, to: "3"), exchange("{}", to: "1"), exchange("[]", at: "/y")])
    let run = await diff("old", "new/")
    #expect(run.status == 1 && run.error == "3 exchanges compared, 1 with another shape, 1 came\n")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "+ d.xml 3. POST https://api.example/y: 200", "d.xml 1. POST https://api.example/x (was b/c.xml 1)",
        "   + body/a: number",
      ], "\(lines)")
  }

  @Test("Names without end and differences without number stay short")
  func giants() async throws {
    let long = String(repeating: "x", count: 1 << 16)
    try save("old.xml", [exchange("{}", at: "/\(long)", id: long)])
    let members = (0..<5000).map { #""m\#($0)":1"# }.joined(separator: ",")
    try save(
      "new.xml",
      [exchange("{\(members)}", at: "/\(long)", id: long)]
        + (0..<100).map { exchange("{}", to: "\($0)", at: "/\($0)\(long.prefix(1000))") })
    let run = await diff("old.xml", "new.xml")
    #expect(run.status == 1 && run.output.utf8.count < 10_000)
    #expect(run.output.contains("+ and 80 more\n") && run.output.contains("   and 4960 more\n"))
    let object = try JSONValue(parsing: await diff("old.xml", "new.xml", "--json").output)
    #expect(object["exchanges"]?.array?.first?["differences"]?.array?.count == 1000)
    #expect(object["exchanges"]?.array?.first?["others"] == 4000)
  }

  @Test("Nothing that answers say moves the cursor")
  func controls() async throws {
    try save("old.xml", [exchange("{}")])
    try save("new.xml", [exchange(#"{"a\u001b[2J\nb":1}"#)])
    let run = await diff("old.xml", "new.xml")
    #expect(run.output == "1. POST https://api.example/x\n   + body/a\u{FFFD}[2J b: number\n")
  }

  @Test("What can't be compared")
  func unreadable() async throws {
    try save("a.xml", [exchange("{}")])
    try FileManager.default.createDirectory(atPath: "\(folder)/empty", withIntermediateDirectories: true)
    #expect(await diff("a.xml", "none.xml").error.contains("none.xml is not there"))
    #expect(await diff("empty", "a.xml").error.contains("empty has no cassette in it"))
    #expect(await diff("-", "-").error.contains("can be read only once"))
    for words in [["a.xml", "none.xml"], ["empty", "a.xml"], ["-", "-"]] {
      #expect(await diff(words[0], words[1]).status == 2)
    }
    let text = try String(contentsOfFile: "\(folder)/a.xml", encoding: .utf8)
    #expect(await diff("-", "a.xml", input: text).status == 0)
    #expect(await diff("a.xml", "-", input: "<cassette>").status == 2)
  }
}
