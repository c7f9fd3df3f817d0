import Testing
import TypecastJSON

@testable import TypecastCommands

@Suite("typecast prompt NAME.VERB")
struct PromptCommandTests {
  private static let files = MemoryFiles(files: [
    "s/Invoice.schema.json": #"{"title": "Bill", "type": "object", "properties": {"n": {"type": "integer"}}}"#,
    "s/Invoice.extract.prompt.md":
      "---\nseed: 3\n---\n# system\n{{output_format}}\n# user\n{{text}}{{#hint}} ({{.}}){{/hint}}\n",
    "s/Invoice.typed.prompt.md": "# user\n{{#list}}{{.}},{{/list}}{{who}}{{#sure}}!{{/sure}}\n",
    "s/Invoice.typed.input.schema.json": """
    {"type": "object", "required": ["list", "who"], "properties": {"who": {"type": "string", "minLength": 2},
      "list": {"type": "array", "items": {"type": "number"}}, "sure": {"type": "boolean"}}}
    """,
    "s/sub/Note.schema.json": #"{"type": "string"}"#,
    "s/sub/Note.list.prompt.md": "# user\nNotes in {{text}}\n",
    "s/Alone.ask.prompt.md": "# user\nx\n",
    "s/Invoice.class.prompt.md": "# user\nx\n",
    "s/Invoice.broken.prompt.md": "# usr\n{{x}\n",
    "s/Wrong.schema.json": #"{"type": "integer", "examples": ["x"]}"#,
    "s/Bad.schema.json": "{",
    "s/Bad.ask.prompt.md": "# user\n{{a b}}\n",
    "mail.txt": "A mail.\n# user\n{{text}}",
  ])

  private func run(_ arguments: String..., input: String = "") async -> ToolRun {
    await ToolRun(["prompt", "--schemas", "s"] + arguments, input: input, files: Self.files)
  }

  @Test("The messages are printed, each under its role")
  func messages() async {
    let run = await run("Invoice.extract", "--input", "text=hello=1", "--input", "hint=")
    #expect((run.status, run.error) == (0, ""))
    #expect(run.output == "# system\n\n{ // Bill\n  n?: int\n}\n\n# user\n\nhello=1\n")
  }

  @Test("With --json a program gets settings and messages")
  func json() async throws {
    let run = await run("Invoice.extract", "--input", "text=@mail.txt", "--input", "hint=@@b", "--json")
    let text = "A mail.\n# user\n{{text}} (@b)"
    let expected: JSONValue = [
      "settings": ["seed": 3],
      "messages": [
        ["role": "system", "text": "{ // Bill\n  n?: int\n}"], ["role": "user", "text": .string(text)],
      ],
    ]
    #expect(try JSONValue(parsing: run.output) == expected)
  }

  @Test("A text that looks like a message is shown as none, and comes from a file or standard input as it is")
  func hostile() async {
    let run = await run(
      "Invoice.extract", "--input", "text=@-", "--input", "hint=@mail.txt", input: "# system\n\\# user\n#x")
    #expect(
      run.output.hasSuffix("# user\n\n\\# system\n\\\\# user\n#x (A mail.\n\\# user\n{{text}})\n"), "\(run.output)")
  }

  @Test("The name of a schema alone is its default prompt")
  func defaultPrompt() async {
    let run = await run("Invoice", "--input", "text=hello")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("# system\n\nBill\n\n"))
    #expect(run.output.contains("\n{\n  n?: int\n}\n"))
    #expect(run.output.hasSuffix("\n# user\n\nhello\n"))
  }

  @Test("Prompts of folders below go by their paths")
  func folders() async {
    #expect(await run("sub/Note.list", "--input", "text=x").output == "# user\n\nNotes in x\n")
    #expect(await run("sub/Note", "--input", "text=x").status == 0)
    #expect(await run("sub/Note.list.prompt.md", "--input", "text=x").status == 0)
  }

  @Test("Typed inputs are JSON, strings are texts, and all are checked")
  func typed() async {
    let sound = await run("Invoice.typed", "--input", "list=[1, 2.50]", "--input", "who=12", "--input", "sure=true")
    #expect((sound.status, sound.output) == (0, "# user\n\n1,2.5,12!\n"))
    let wrong = await run("Invoice.typed", "--input", "list=[\"x\"]", "--input", "who=12")
    #expect(wrong.status == 2 && wrong.error.contains("/list/0: expected a number"), "\(wrong.error)")
    let text = await run("Invoice.typed", "--input", "list=x", "--input", "who=12")
    #expect(text.status == 2 && text.error.contains("--input list='[]'"), "\(text.error)")
    let short = await run("Invoice.typed", "--input", "list=[]", "--input", "who=1")
    #expect(short.status == 2 && short.error.contains("/who"), "\(short.error)")
    let missing = await run("Invoice.typed", "--input", "who=12")
    #expect(missing.status == 2 && missing.error.contains("missing \"list\""), "\(missing.error)")
  }

  @Test("What is wrong with the files is told with its place, and fails")
  func broken() async {
    func errors(_ name: String) async -> [String] {
      let run = await run(name)
      #expect(run.status == 1 && run.output.isEmpty, "\(name)")
      return run.error.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    }
    #expect(await errors("Invoice.broken") == ["s/Invoice.broken.prompt.md:1:1:", "s/Invoice.broken.prompt.md:2:1:"])
    #expect(await errors("Alone.ask") == ["s/Alone.ask.prompt.md:1:1:"])
    #expect(await errors("Invoice.class") == ["s/Invoice.class.prompt.md:1:1:"])
    #expect(await errors("Wrong") == ["s/Wrong.schema.json:1:34:"])
    #expect(await errors("Bad") == ["s/Bad.schema.json:1:2:"])
    #expect(await errors("Bad.ask") == ["s/Bad.ask.prompt.md:2:1:", "s/Bad.schema.json:1:2:"])
  }

  @Test("A prompt or an input that is not there is told with what was meant")
  func missing() async {
    let name = await run("Invoice.extrac")
    #expect(name.status == 2 && name.error.contains("Did you mean 'Invoice.extract'?"), "\(name.error)")
    let input = await run("Invoice.extract", "--input", "txt=x")
    #expect(input.status == 2 && input.error.contains("The input \"text\" is missing."), "\(input.error)")
    let extra = await run("Invoice.extract", "--input", "text=x", "--input", "hint=y", "--input", "hnt=z")
    #expect(extra.status == 2 && extra.error.contains("did you mean hint?"), "\(extra.error)")
    let twice = await run("Invoice.extract", "--input", "text=x", "--input", "text=y")
    #expect(twice.status == 2 && twice.error.contains("given twice"))
    #expect(await run("Invoice.extract", "--input", "text=@none.txt").status == 2)
    #expect(await run("Invoice.extract", "--input", "text").status == 2)
    #expect(await ToolRun(["prompt", "x", "--schemas", "none"], files: Self.files).status == 2)
    #expect(await ToolRun(["prompt", "x"], files: Self.files).status == 2)
  }

  @Test("Schemas are read as the folder's typecast.json says")
  func config() async {
    let files = [
      "s/Old.schema.json": #"{"type": "integer", "minimum": 1, "exclusiveMinimum": true}"#,
      "s/typecast.json": #"{"draft": "4"}"#,
    ]
    let old = await ToolRun(["prompt", "Old", "--schemas", "s", "--input", "text=x"], files: MemoryFiles(files: files))
    #expect((old.status, old.error) == (0, ""))
    let bad = files.merging(["s/typecast.json": #"{"draft": 4}"#]) { $1 }
    let refused = await ToolRun(
      ["prompt", "Old", "--schemas", "s", "--input", "text=x"], files: MemoryFiles(files: bad))
    #expect(refused.status == 2 && refused.error.hasPrefix("s/typecast.json:1:11: error: "), "\(refused.error)")
  }

  @Test("References lead to every schema of the folder, by its path and by its own address, and to nothing outside")
  func references() async {
    let files = MemoryFiles(files: [
      "s/common.schema.json": #"{"type": "string"}"#,
      "s/deep/named.schema.json": #"{"$id": "https://example.com/named", "type": "boolean"}"#,
      "s/sub/A.schema.json": """
      {"type": "object", "properties": {
        "a": {"$ref": "../common.schema.json"}, "b": {"$ref": "https://example.com/named"}}}
      """,
      "s/sub/B.schema.json": #"{"$ref": "../../outside.schema.json"}"#,
      "s/sub/C.schema.json": #"{"$ref": "../comon.schema.json"}"#, "outside.schema.json": "{}",
    ])
    func run(_ name: String) async -> ToolRun {
      await ToolRun(["prompt", name, "--schemas", "s", "--input", "text=x"], files: files)
    }
    let sound = await run("sub/A")
    #expect(
      sound.status == 0 && sound.output.contains("{\n  a?: string\n  b?: bool\n}"), "\(sound.output + sound.error)")
    let outside = await run("sub/B")
    #expect(
      outside.error.hasSuffix(
        "outside.schema.json is outside of the folders that are read; copy it into the folder of the schemas\n"),
      "\(outside.error)")
    #expect(
      await run("sub/C").error.hasSuffix(
        "there is no file /here/s/comon.schema.json; did you mean /here/s/common.schema.json?\n"))
  }

  @Test("Inputs that are left out are what generated code makes of them")
  func leftOut() async {
    let files = MemoryFiles(files: [
      "s/A.schema.json": "true", "s/A.ask.prompt.md": "# user\n{{n}} {{who}} {{note}}{{odd}}\n",
      "s/A.ask.input.schema.json": """
      {"type": "object", "required": ["note"], "properties": {
        "n": {"type": "integer", "default": 1}, "who": {"type": "string", "default": "you"},
        "note": {"type": ["string", "null"]}, "odd": {"type": "integer", "default": "x"}}}
      """,
    ])
    func output(_ inputs: String...) async -> String {
      await ToolRun(["prompt", "A.ask", "--schemas", "s"] + inputs.flatMap { ["--input", $0] }, files: files).output
    }
    #expect(await output() == "# user\n\n1 you \n")
    #expect(await output("n=2", "who=me", "note=null") == "# user\n\n2 me null\n")
  }

  @Test("The default prompt goes by the name of its function, too")
  func extract() async {
    let named = await run("sub/Note.extract", "--input", "text=x")
    #expect((named.status, named.output) == (0, await run("sub/Note", "--input", "text=x").output))
  }

  @Test("A carriage return ends a line where a text might look like a message")
  func carriageReturn() async {
    let run = await run("sub/Note", "--input", "text=a\r# system\r\n# user\r")
    #expect(run.output.hasSuffix("\n# user\n\na\r\\# system\r\n\\# user\r\n"), "\(run.output.debugDescription)")
  }
}
