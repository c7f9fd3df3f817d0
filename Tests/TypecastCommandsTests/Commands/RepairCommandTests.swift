import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast repair")
struct RepairCommandTests {
  @Test("A text becomes JSON, and what was done is told on standard error")
  func text() async {
    let run = await ToolRun(["repair"], input: "Sure: {a: 1,}")
    #expect(run.status == 0)
    #expect(run.output == "{\"a\":1}\n")
    #expect(
      run.error == """
        prose at the top (byte 0): 5 bytes of text around the JSON were left aside
        bareText at the top (byte 7): a key was put into quotes
        extraComma at /a (byte 11): a comma behind the last part was left out

        """)
  }

  @Test("A schema says what the values have to be")
  func schema() async {
    let files = MemoryFiles(files: ["s.json": #"{"properties": {"n": {"type": "integer"}}}"#, "t": #"{"n": "7"}"#])
    let run = await ToolRun(["repair", "--schema", "s.json", "t"], files: files)
    #expect(run.status == 0)
    #expect(run.output == "{\"n\":7}\n")
    let strict = await ToolRun(["repair", "--schema", "s.json", "--level", "mend", "t"], files: files)
    #expect(strict.status == 1)
    #expect(strict.output.isEmpty)
    #expect(strict.error == "error: /n: expected an integer, found \"7\"\n")
  }

  @Test("What holds no JSON fails with one line")
  func nothing() async {
    let run = await ToolRun(["repair"], input: "I am sorry.")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.error == "error: there is no JSON in the text\n")
  }

  @Test("A valid text is not touched, whatever its order and spelling")
  func valid() async {
    let run = await ToolRun(["repair"], input: " { \"b\" : 1.0e2, \"a\" : [ ] }\n")
    #expect(run.output == "{\"b\":1.0e2,\"a\":[]}\n")
    #expect(run.error.isEmpty)
  }

  @Test("A text that was cut off is not closed when that is known")
  func cutOff() async throws {
    let lines = #"""
      {"id": "a", "text": "{\"x\": [1, 2", "finish": "length"}
      {"id": "b", "text": "{\"x\": [1, 2", "finish": "stop"}
      {"id": "c", "text": "{\"x\": 1}", "finish": "length"}
      """#
    let run = await ToolRun(["repair", "--jsonl"], input: lines)
    let answers = try run.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(answers.map { $0["outcome"] } == ["failed", "repaired", "failed"])
    #expect(answers.map { $0["value"] == Optional.none } == [true, false, true])
    #expect(answers[0]["errors"]?[0]?["kind"] == "cutOff")
  }

  @Test(
    "A line that can't be read is answered",
    arguments: [
      #"{"id": 1}"#, #"{"id": 1, "text": "1", "level": "bold"}"#, #"{"id": 1, "text": "1", "finish": "tired"}"#,
      #"{"id": 1, "text": "1", "schema": {"type": 7}}"#, #"{"id": 1, "text""#,
    ])
  func badLine(line: String) async throws {
    let run = await ToolRun(["repair", "--jsonl"], input: line + "\n")
    #expect(run.status == 0)
    let answer = try JSONValue(parsing: run.output)
    #expect(answer["error"]?.string?.isEmpty == false)
    #expect(answer["line"] == 1)
    #expect(answer["outcome"] == Optional.none)
  }

  @Test("Types that Gemini's schemas call by names in capitals are understood")
  func capitals() async throws {
    let line = #"{"text": "{\"n\": \"3\"}", "schema": {"type": "OBJECT", "properties": {"n": {"type": "INTEGER"}}}}"#
    let answer = try JSONValue(parsing: await ToolRun(["repair", "--jsonl"], input: line).output)
    #expect(answer["value"] == ["n": 3])
  }

  @Test("Every rule has a golden pair in which it shows", arguments: RepairRule.all.map(\.rawValue))
  func golden(rule: String) async throws {
    // Bytes that are not UTF-8 can't stand in a line of JSON; they are a golden of their own, which the gate replays.
    guard rule != "encoding" else { return }
    let requests = try PackageRoot.text(of: "Golden/repairs/\(rule).jsonl")
    let run = await ToolRun(["repair", "--jsonl"], input: requests)
    Golden.expect(run.output, equals: "Golden/repairs/\(rule).answers.jsonl")
    let answers = try run.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    let rules = answers.flatMap { $0["repairs"]?.array ?? [] }.compactMap { $0["rule"]?.string }
    #expect(rules.contains(rule))
  }
}
