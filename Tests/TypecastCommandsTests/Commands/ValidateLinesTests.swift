import TestSupport
import Testing
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast validate --jsonl")
struct ValidateLinesTests {
  private func answers(_ lines: String..., options: [String] = [], files: [String: String] = [:]) async throws
    -> [JSONValue]
  {
    let run = await ToolRun(
      ["validate", "--jsonl"] + options, input: lines.joined(separator: "\n"), files: MemoryFiles(files: files))
    #expect((run.status, run.error) == (0, ""))
    return try run.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  @Test("One instance has one verdict, and several have a list each")
  func verdicts() async throws {
    let answers = try await answers(
      #"{"id": 1, "schema": {"type": "string"}, "instance": "a"}"#,
      #"{"id": 2, "schema": {"type": "string"}, "instance": 1}"#,
      #"{"id": 3, "schema": {"type": "string"}, "instances": ["a", 1]}"#,
      #"{"id": 4, "schema": {"type": "string"}, "instances": []}"#,
      #"{"id": 5, "schema": false, "instance": 1}"#,
      #"{"id": 6, "schema": true, "instance": null, "unknown": [1]}"#)
    #expect(answers[0] == ["id": 1, "valid": true, "errors": []])
    #expect(answers[1]["valid"] == false)
    let error = try #require(answers[1]["errors"]?[0]?.object)
    #expect(error.keys == ["instance", "schema", "keyword", "message"])
    #expect(error["instance"] == "" && error["schema"] == "/type" && error["keyword"] == "type")
    #expect(answers[2]["valid"] == [true, false])
    #expect(answers[2]["errors"]?[0] == [] && answers[2]["errors"]?[1] == answers[1]["errors"])
    #expect(answers[3] == ["id": 4, "valid": [], "errors": []])
    #expect(answers[4]["valid"] == false && answers[5]["valid"] == true)
  }

  @Test("An identifier is echoed as it was written, and null without one")
  func identifiers() async {
    let run = await ToolRun(
      ["validate", "--jsonl"],
      input: """
        {"schema": true, "instance": 1, "id": {"a": [1.50, "\\u00e9"]}}
        {"schema": true, "instance": 1}
        {"schema": 12, "instance": 1, "id": 1e400}
        """)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix(#"{"id":{"a": [1.50, "\u00e9"]},"valid":true"#) == true)
    #expect(lines.dropFirst().first?.hasPrefix(#"{"id":null,"valid":true"#) == true)
    #expect(lines.last?.hasPrefix(#"{"id":1e400,"schemaError":""#) == true)
  }

  @Test(
    "A bad line is answered with its number, and the rest goes on",
    arguments: [
      "garbage", "[]", "12", #"{"id": 1}"#, #"{"id": 1, "schema": true}"#, #"{"id": 1, "instance": 1}"#,
      #"{"schema": true, "instance": 1, "instances": [1]}"#, #"{"schema": true, "instances": 1}"#,
      #"{"schema": true, "instance": 1} x"#, #"{"schema": true, "instance": {"a": 1, "a": 2}}"#,
      #"{"schema": true, "schema": true, "instance": 1}"#, #"{"schema": {"a": 1, "a": 1}, "instance": 1}"#,
      #"{"schema": true, "instance": "\ud800"}"#,
      #"{"schema": true, "instance": 1, "format": "maybe"}"#, #"{"schema": true, "instance": 1, "format": 1}"#,
      #"{"schema": true, "instance": 1"#, "\u{0}",
    ])
  func badLine(line: String) async throws {
    let answers = try await answers(#"{"schema": true, "instance": 1}"#, "", line, #"{"schema": true, "instance": 2}"#)
    #expect(answers.count == 3)
    #expect(answers[1].object?.keys == ["id", "line", "error"])
    #expect(answers[1]["id"] == .null && answers[1]["line"] == 3)
    #expect(answers[2]["valid"] == true)
  }

  @Test(
    "A bad schema is said, also where an unresolvable reference is never reached",
    arguments: [
      #"{"type": "strin"}"#, ##"{"properties": {"a": {"$ref": "#/nowhere"}}}"##, #"{"pattern": "("}"#, "12", "null",
    ])
  func badSchema(schema: String) async throws {
    let answer = try await answers(#"{"id": "x", "schema": \#(schema), "instance": 1}"#)[0]
    #expect(answer.object?.keys == ["id", "schemaError"] && answer["id"] == "x")
  }

  @Test("Formats are asserted or annotated by choice, and else by the draft's rule")
  func formats() async throws {
    let start = #"{"schema": {"format": "date"}, "instance": "x""#
    let answers = try await answers(start + #", "format": "assert"}"#, start + #", "format": "annotate"}"#, start + "}")
    #expect(answers.map { $0["valid"] } == [false, true, true])
    let draft7 = #""$schema": "http://json-schema.org/draft-07/schema#", "format": "date""#
    #expect(try await self.answers(#"{"schema": {\#(draft7)}, "instance": "x"}"#)[0]["valid"] == false)
  }

  @Test("Drafts and documents hold for every line")
  func options() async throws {
    let answers = try await answers(
      #"{"schema": {"$ref": "https://example.com/a.json"}, "instance": 1}"#,
      #"{"schema": {"$ref": "https://example.com/b.json"}, "instance": 1}"#,
      options: ["--draft", "4", "--documents", "https://example.com=documents"],
      files: ["documents/a.json": #"{"minimum": 1, "exclusiveMinimum": true}"#])
    #expect(answers[0]["valid"] == false)
    #expect(answers[1]["schemaError"] != nil)
  }

  @Test("No verdict is an error of the line that keeps its identifier")
  func undecided() async throws {
    let text = String(repeating: "a", count: 1_100_000)
    let answer = try await answers(#"{"id": 7, "schema": {"pattern": "^(a)(?:\\1)*b"}, "instance": "\#(text)"}"#)[0]
    #expect(answer["id"] == 7 && answer["line"] == 1)
    #expect(answer["error"]?.string?.contains("undecided") == true)
  }

  @Test("A verdict stands where only the list of errors has no end")
  func verdictWithoutList() async throws {
    let text = String(repeating: "a", count: 1_100_000)
    let answer = try await answers(
      #"{"schema": {"maxLength": 3, "pattern": "^(a)(?:\\1)*b"}, "instance": "\#(text)"}"#)[0]
    #expect(answer["valid"] == false)
    #expect(answer["errors"]?[0]?["message"]?.string?.contains("undecided") == true)
  }

  @Test("Lines come from files too, and a schema of the command line is refused")
  func inputs() async {
    let files = MemoryFiles(files: ["lines.jsonl": #"{"schema": true, "instance": 1}"#])
    #expect(await ToolRun(["validate", "--jsonl", "lines.jsonl"], files: files).output.contains(#""valid":true"#))
    let refused = await ToolRun(["validate", "--jsonl", "--schema", "s.json"], files: files)
    #expect(refused.status == 2)
    #expect(refused.error.contains("every line has its own schema"))
  }

  @Test("More schemas than are kept give the same answers")
  func manySchemas() async throws {
    let lines = (0..<600).map { #"{"id": \#($0), "schema": {"minimum": \#($0 % 300)}, "instance": 150}"# }
    let run = await ToolRun(["validate", "--jsonl"], input: lines.joined(separator: "\n"))
    for (index, line) in run.output.split(separator: "\n").enumerated() {
      let answer = try JSONValue(parsing: String(line))
      #expect(answer["valid"] == .bool(index % 300 <= 150), "\(line)")
    }
  }

  @Test(
    "The JSON Schema Test Suite passes through the command line", .needsTestData,
    arguments: [
      ("draft4", "4"), ("draft6", "6"), ("draft7", "7"), ("draft2019-09", "2019-09"), ("draft2020-12", "2020-12"),
    ])
  func suite(folder: String, draft: String) async throws {
    let suite = "json-schema-test-suite"
    var input = ""
    var expected: [JSONValue] = []
    for file in try TestData.files(below: "\(suite)/tests/\(folder)", suffix: ".json")
    where !file.contains("/optional/") {
      for group in try JSONValue(parsing: TestData.bytes(of: file)).array ?? [] {
        let tests = group["tests"]?.array ?? []
        let line: JSONValue = [
          "id": .string("\(file): \(group["description"]?.string ?? "")"), "schema": group["schema"] ?? .null,
          "instances": .array(tests.compactMap { $0["data"] }),
        ]
        input += "\(line)\n"
        expected.append(["id": line["id"] ?? .null, "valid": .array(tests.compactMap { $0["valid"] })])
      }
    }
    #expect(expected.count > 100)
    let remotes = "http://localhost:1234=\(try TestData.require("\(suite)/remotes"))"
    let run = await ToolRun(
      ["validate", "--jsonl", "--draft", draft, "--documents", remotes], input: input, files: SystemFiles())
    let answers = try run.output.utf8.split(separator: UInt8(ascii: "\n")).map { try JSONValue(parsing: Array($0)) }
    #expect(answers.count == expected.count)
    for (answer, expectation) in zip(answers, expected) {
      #expect(answer["id"] == expectation["id"])
      #expect(answer["valid"] == expectation["valid"], "\(answer)")
    }
  }
}
