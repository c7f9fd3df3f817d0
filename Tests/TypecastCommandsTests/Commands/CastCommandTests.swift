import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastPrompts
import TypecastSchema

@testable import TypecastCommands

@Suite("typecast cast")
struct CastCommandTests {
  private static let schema = """
    {"title": "Person", "type": "object", "properties": {"name": {"type": "string"}, "age": {"type": "integer", \
    "minimum": 0}}, "required": ["name", "age"], "additionalProperties": false}
    """
  private static let script = #"""
    {"text": "I think it is Ada."}

    {"text": "{\"name\": \"Ada\", \"age\": -3}", "usage": {"input": 100, "output": 20}, "other": 1}
    {"text": "Sure! {name: 'Ada', age: '36',}", "finish": null, "usage": {"input": 120, "output": 25, "cached": 100}}
    """#

  private func run(_ arguments: String..., input: String = "Ada is 36.", files more: [String: String] = [:]) async
    -> ToolRun
  {
    let files = MemoryFiles(
      files: [
        "p.schema.json": Self.schema, "s.jsonl": Self.script, "fail.jsonl": #"{"error": "no network"}"#,
        "cut.jsonl": #"{"text": "{\"name\": \"Ada\", \"age\": 36}", "finish": "length"}"#,
        "wrong.jsonl": String(repeating: #"{"text": "{}"}"# + "\n", count: 3), "mail.txt": "Ada is 36.",
        "ask.prompt.md": "---\nmax_tokens: 7\n---\n# user\n\nIn {{language}}: {{text}}\n",
        "fixed.prompt.md": "# user\n\nWho is Ada?\n",
      ].merging(more) { $1 })
    return await CallEnvironment.with(clock: VirtualClock(), ids: { "id" }) {
      await ToolRun(["cast"] + arguments, input: input, files: files)
    }
  }

  @Test("The value goes to standard output, and how it came about to standard error")
  func value() async {
    let run = await run("p.schema.json", "--model", "script:s.jsonl")
    #expect(run.status == 0)
    #expect(run.output == #"{"name":"Ada","age":36}"# + "\n")
    Golden.expect(run.error, equals: "Golden/cli/cast-report.txt")
  }

  @Test("A schema is read as the typecast.json beside it says, as its compiled type is")
  func config() async {
    let files = [
      "day.schema.json": #"{"type": "string", "format": "date"}"#,
      "day.jsonl": String(repeating: #"{"text": "\"12/03/2026\""}"# + "\n", count: 3),
    ]
    let plain = await run("day.schema.json", "--model", "script:day.jsonl", files: files)
    #expect((plain.status, plain.output) == (0, "\"12/03/2026\"\n"))
    let rich = await run(
      "day.schema.json", "--model", "script:day.jsonl", files: files.merging(["typecast.json": "{}"]) { $1 })
    #expect(rich.status == 1)
    #expect(rich.error.contains("expected a date"), "\(rich.error)")
    let loose = await run(
      "day.schema.json", "--model", "script:day.jsonl",
      files: files.merging(["typecast.json": #"{"formats": "plain"}"#]) { $1 })
    #expect(loose.status == 0)
  }

  @Test("A stream prints a partial value a line, each of which is JSON, and the value last")
  func stream() async throws {
    let run = await run("p.schema.json", "--model", "script:s.jsonl", "--stream", "mail.txt")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count > 2)
    for line in lines { _ = try JSONValue(parsing: line) }
    #expect(lines.last == #"{"name":"Ada","age":36}"#)
    #expect(run.error.contains("asking again after the question to script:s.jsonl\n"))
  }

  @Test("What went wrong shows in the exit code")
  func exitCodes() async {
    let wrong = await run("p.schema.json", "--model", "script:wrong.jsonl", "--attempts", "9")
    #expect(wrong.status == 1)
    #expect(wrong.error.hasPrefix("error: script:wrong.jsonl gave no valid value in 3 attempts."))
    let cut = await run("p.schema.json", "--model", "script:cut.jsonl", "--stream")
    #expect(cut.status == 1)
    #expect(cut.error.contains("was cut off at a limit of tokens"))
    let failed = await run("p.schema.json", "--model", "script:fail.jsonl")
    #expect((failed.status, failed.output) == (3, ""))
    #expect(failed.error.hasPrefix("error: script:fail.jsonl failed: no network\n"))
    let used = await run("p.schema.json", "--model", "script:s.jsonl", "--attempts", "2")
    #expect((used.status, used.output) == (4, ""))
    let next = await run("p.schema.json", "--model", "script:fail.jsonl", "--model", "script:s.jsonl")
    #expect(next.status == 0)
    let strict = await run(
      "p.schema.json", "--model", "script:x", "--level", "strict", "--attempts", "1",
      files: ["x": #"{"text": "{name: 'Ada', age: 36}"}"#])
    #expect(strict.status == 4)
    #expect(strict.error.contains("no value (notJSON)"))
  }

  @Test("A prompt of one's own is asked, with its inputs and its settings")
  func prompt() async {
    let asked = await run(
      "p.schema.json", "--model", "script:s.jsonl", "--prompt", "ask.prompt.md", "--input", "language=Greek")
    #expect(asked.status == 0)
    #expect(asked.output == #"{"name":"Ada","age":36}"# + "\n")
    let missing = await run("p.schema.json", "--model", "script:s.jsonl", "--prompt", "ask.prompt.md")
    #expect(missing.status == 2)
    #expect(missing.error.contains("language"))
    let fixed = await run("p.schema.json", "--model", "script:s.jsonl", "--prompt", "fixed.prompt.md", input: "")
    #expect(fixed.status == 0)
    let unread = await run("p.schema.json", "--model", "script:s.jsonl", "--prompt", "fixed.prompt.md", "mail.txt")
    #expect(unread.error.contains("The prompt shows no 'text', so mail.txt would not be read."))
    let twice = await run("p.schema.json", "--model", "script:s.jsonl", "--input", "text=a", "mail.txt")
    #expect(twice.error.contains("The text is given twice."))
  }

  @Test("What is asked has the inputs and the settings of the prompt, and the shape of the schema")
  func asked() throws {
    let files = MemoryFiles(files: [
      "a.prompt.md": "---\nmax_tokens: 7\n---\n# user\n\nIn {{language}}: {{text}} {{output_format}}\n",
      "mail.txt": "Hi.",
    ])
    let environment = CommandEnvironment(
      arguments: [], variable: { _ in nil }, input: MemorySource([]), output: MemorySink(), error: MemorySink(),
      files: files)
    let reader = SchemaReader(
      environment: environment, folders: SchemaFolders(files: files, way: .none), options: CompileOptions())
    let prompt = try CastPrompt(
      path: "a.prompt.md", schema: CompiledSchema(parsing: #"{"type": "boolean"}"#), reader: reader,
      environment: environment)
    let inputs = [NamedValue(name: "language", value: "Greek")]
    let messages = try prompt.messages(inputs, file: "mail.txt", environment: environment)
    #expect(messages == [PromptMessage(.user, "In Greek: Hi. bool")])
    #expect(prompt.settings.maxTokens == 7)
  }

  @Test("An example that its schema rejects is not sent to a model")
  func badExample() async {
    let run = await run(
      "e.schema.json", "--model", "script:s.jsonl",
      files: ["e.schema.json": #"{"type": "integer", "examples": ["x"]}"#])
    #expect(run.status == 2)
    #expect(run.error.contains("e.schema.json:1:34: error: this example goes into prompts and is not valid"))
  }

  @Test(
    "A command line that can't be run says what is wrong and what to write",
    arguments: [
      (["--model", "gemini"], "gemini is a provider; name the model, too: gemini:MODEL."),
      (["--model", "script:"], "'script:' names no file."),
      (["--model", "acme:x"], "There is no provider 'acme'; take one of "),
      (["--model", "olama:x"], "There is no provider 'olama' (did you mean 'ollama'?); take one of "),
      (["--model", "script:none"], "none can't be read"),
      (["--model", "script:bad"], "bad:2:10: "),
      (["--model", "script:none.jsonl"], "none.jsonl:1:1: the line has no 'text'"),
      (["--model", "script:-"], "Standard input can be read only once."),
      (["--model", "script:s.jsonl", "--attempts", "0"], "'0' is no number"),
      (["--model", "script:s.jsonl", "--prompt", "bad.prompt.md"], "bad.prompt.md:1:1: error:"),
      ([], "--model"),
    ])
  func usage(arguments: [String], message: String) async {
    let bad = #"{"text": "a"}"# + "\n" + #"{"text": 1}"#
    let files = MemoryFiles(files: [
      "p.schema.json": Self.schema, "s.jsonl": Self.script, "bad": bad, "bad.prompt.md": "text", "none.jsonl": "{}",
    ])
    let run = await ToolRun(["cast", "p.schema.json"] + arguments, input: "x", files: files)
    #expect((run.status, run.output) == (2, ""))
    #expect(run.error.contains(message), "\(run.error)")
  }
}
