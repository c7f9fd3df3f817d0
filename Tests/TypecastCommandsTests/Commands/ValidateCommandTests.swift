import Testing

@testable import TypecastCommands

@Suite("typecast validate FILE")
struct ValidateCommandTests {
  private static let files = MemoryFiles(files: [
    "schema.json": """
    {
      "properties": {"count": {"type": "integer"}, "kind": {"$ref": "kinds.json"}},
      "required": ["count"]
    }
    """,
    "kinds.json": #"{"enum": ["a", "b"]}"#,
    "good.json": #"{"count": 1, "kind": "a"}"#,
    "bad.json": "{\n  \"é\": 0, \"count\": 1.5,\n  \"kind\": \"c\"\n}",
    "broken.json": "{\"count\": 1,\n}",
    "marked.json": "\u{FEFF}{\"count\": \"x\"}",
    "remote/deep/number.json": #"{"type": "number"}"#,
    "remote/old.json": ##"{"definitions": {"a": {"type": "number", "exclusiveMinimum": true, "minimum": 1}}}"##,
    "far.json": #"{"$ref": "https://example.com/s/deep/number.json"}"#,
    "older.json": ##"{"$ref": "https://example.com/s/old.json#/definitions/a"}"##,
    "mistaken.json": #"{"type": "strin", "properties": {"a": {"$ref": "nowhere.json"}}}"#,
    "alternatives.json": #"{"anyOf": [{"required": ["b"]}, {"type": "object", "required": ["a"]}]}"#,
    "empty.json": "{}",
    "one.json": "1",
    "slow.json": #"{"pattern": "^(a)(?:\\1)*b"}"#,
  ])

  private func run(_ arguments: String..., input: String = "") async -> ToolRun {
    await ToolRun(["validate"] + arguments, input: input, files: Self.files)
  }

  @Test("A valid document prints nothing")
  func valid() async {
    let run = await run("--schema", "schema.json", "good.json")
    #expect((run.status, run.output, run.error) == (0, "", ""))
  }

  @Test("Every error is printed with its place, columns in bytes, and the status is 1")
  func invalid() async {
    let run = await run("--schema", "schema.json", "good.json", "bad.json")
    #expect(run.status == 1)
    #expect(run.error == "")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    // The é before it has two bytes.
    #expect(lines.first?.hasPrefix("bad.json:2:21: error: /count: ") == true, "\(run.output)")
    #expect(lines.last?.hasPrefix("bad.json:3:11: error: /kind: ") == true, "\(run.output)")
  }

  @Test("The closest alternative is explained in notes")
  func notes() async {
    let lines = await run("--schema", "alternatives.json", "empty.json").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("empty.json:1:1: error: ") == true)
    #expect(lines.last?.hasPrefix("empty.json:1:1: note: ") == true)
  }

  @Test("Standard input is a document, or the schema")
  func standardInput() async {
    let document = await run("--schema", "schema.json", "-", input: "{}")
    #expect(document.status == 1)
    #expect(document.output.hasPrefix("<stdin>:1:1: error: "))
    let schema = await run("--schema", "-", "good.json", input: #"{"properties": {"kind": {"$ref": "kinds.json"}}}"#)
    #expect((schema.status, schema.output, schema.error) == (0, "", ""))
  }

  @Test("A document that is no JSON is an error with its place")
  func broken() async {
    let run = await run("--schema", "schema.json", "broken.json", "good.json")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("broken.json:2:1: error: expected "))
  }

  @Test("A byte-order mark is skipped with a warning and does not count as a column")
  func byteOrderMark() async {
    let run = await run("--schema", "schema.json", "marked.json")
    #expect(run.output.hasPrefix("marked.json:1:11: error: /count: "), "\(run.output)")
    #expect(run.error.hasPrefix("marked.json:1:1: warning: "))
  }

  @Test("With --json an error is an object on a line of its own")
  func json() async {
    let run = await run("--schema", "schema.json", "--json", "bad.json", "broken.json")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines.first?.hasPrefix(
        #"{"file":"bad.json","line":2,"column":21,"severity":"error","instance":"/count","#
          + #""schema":"/properties/count/type","keyword":"type","message":""#) == true, "\(run.output)")
    #expect(
      lines.last?.hasPrefix(
        #"{"file":"broken.json","line":2,"column":1,"severity":"error","instance":null,"schema":null,"keyword":null,"message":"#
      ) == true)
  }

  @Test("References lead to the folders that --documents names")
  func documents() async {
    let missing = await run("--schema", "far.json", "one.json")
    #expect(missing.status == 2)
    let found = await run("--schema", "far.json", "--documents", "https://example.com/s=remote", "one.json")
    #expect((found.status, found.output, found.error) == (0, "", ""))
    let noFolder = await run("--schema", "far.json", "--documents", "https://example.com/s=none", "one.json")
    #expect(noFolder.status == 2)
    #expect(noFolder.error.contains("There is no folder 'none'."))
  }

  @Test("The draft holds for documents that are referenced too")
  func draft() async {
    let arguments = ["validate", "--schema", "older.json", "--documents", "https://example.com/s=remote", "one.json"]
    // In draft 4 exclusiveMinimum: true excludes 1; in 2020-12 it is no number, and the schema is bad.
    #expect(await ToolRun(arguments + ["--draft", "4"], files: Self.files).status == 1)
    #expect(await ToolRun(arguments, files: Self.files).status == 2)
  }

  @Test("A bad schema is reported whole on standard error, and the status is 2")
  func badSchema() async {
    let run = await run("--schema", "mistaken.json", "good.json")
    #expect((run.status, run.output) == (2, ""))
    #expect(run.error.contains("mistaken.json:1:10: error: "))
    #expect(run.error.contains("mistaken.json:1:48: error: "))
    #expect(run.error.contains("Mend what is said above it."))
  }

  @Test("A document that can't be read does not keep the others from being checked")
  func unreadable() async {
    let run = await run("--schema", "schema.json", "none.json", "bad.json")
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("typecast: error: none.json can't be read: No such file or directory."))
    #expect(run.output.split(separator: "\n").count == 2)
  }

  @Test("No verdict is never passed off as one")
  func undecided() async {
    let run = await run("--schema", "slow.json", "-", input: "\"\(String(repeating: "a", count: 1_100_000))\"")
    #expect((run.status, run.output) == (2, ""))
    #expect(run.error.contains("undecided"))
  }

  @Test("What is missing is said")
  func usage() async {
    #expect(await run("good.json").error.contains("Option --schema SCHEMA is missing."))
    #expect(await run("--schema", "schema.json").error.contains("Argument FILE is missing."))
    #expect(await run("--schema", "none.json", "good.json").error.contains("none.json can't be read"))
    let twice = await run("--schema", "-", "-", input: "{}")
    #expect(twice.status == 2)
    #expect(twice.error.contains("Standard input can be read only once."))
  }

  @Test("What a document says can't break a line or move the cursor")
  func controls() async {
    let run = await run("--schema", "-", "good.json", input: #"{"required": ["a\nb\u001b[31m\u009b"]}"#)
    #expect(run.status == 1)
    #expect(!run.output.dropLast().unicodeScalars.contains { $0.properties.generalCategory == .control })
    let turning = await self.run(
      "--schema", "-", "good.json", input: #"{"required": ["a\u202eb\u2066c\u2028d\u061c\u200de"]}"#)
    #expect(turning.output.contains("a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}\u{200D}e"))
  }
}
