import Testing
import TypecastJSON
import TypecastPrompts
import TypecastSchema

@Suite("A prompt is read into messages, text and tags")
struct PromptParserTests {
  @Test("Lines # role open messages; blank lines around a message are no part of it")
  func messages() throws {
    let template = try template("\n# system\n\nBe brief.\n\n  Twice.  \n\n# user\t\nHi {{name}}!\n\n\n# assistant\n{")
    #expect(template.messages.map(\.role) == [.system, .user, .assistant])
    #expect(template.messages[0].segments == [.text("Be brief.\n\n  Twice.")])
    #expect(template.messages[1].segments == [.text("Hi "), .variable(PromptName(["name"])), .text("!")])
    #expect(template.messages[2].segments == [.text("{")])
  }

  @Test("Only # and white space at the start of a line open a message")
  func headings() throws {
    let template = try template("# user\n## Task\n#tag\n # user\ntext # user\n\\# user\n\\\\# user\n\\#\n\\x\n")
    #expect(template.messages.count == 1)
    #expect(template.messages[0].segments == [.text("## Task\n#tag\n # user\ntext # user\n# user\n\\# user\n#\n\\x")])
  }

  @Test("Every line end counts, and becomes a line feed")
  func lineEnds() throws {
    let template = try template("# user\r\na\rb\r\n\r\nc\r\n# system\rd")
    #expect(template.messages.map(\.segments) == [[.text("a\nb\n\nc")], [.text("d")]])
  }

  @Test(
    "A backslash makes two braces text",
    arguments: [
      (#"\{{x}}"#, "{{x}}"), (#"a}} {x} \{x\}"#, #"a}} {x} \{x\}"#), (#"\\\{{"#, #"\{{"#), (#"\\\\\{{"#, #"\\{{"#),
      (#"\{{{!}}\{{{!}}\{{"#, "{{{{"), (#"C:\x"#, #"C:\x"#), (#"{"a": {"b": 1}}"#, #"{"a": {"b": 1}}"#),
    ])
  func escapes(source: String, text: String) throws {
    #expect(try template("# user\n" + source).messages[0].segments == [.text(text)])
  }

  @Test(
    "Escapes stand beside tags",
    arguments: [
      (#"\{{{x}}}"#, ["{", "<x>", "}"]), (#"\\{{x}}"#, [#"\"#, "<x>"]), (#"{ {{x}} }"#, ["{ ", "<x>", " }"]),
      (#"{{x}}}"#, ["<x>", "}"]), ("{{ x }}{{x}}", ["<x>", "<x>"]),
    ])
  func escapesAndTags(source: String, expected: [String]) throws {
    let segments = try template("# user\n" + source).messages[0].segments
    let shown = segments.map { segment in
      switch segment {
      case .text(let text): text
      case .variable(let name): "<\(name)>"
      default: "?"
      }
    }
    #expect(shown == expected)
  }

  @Test("Sections nest, in one line or over several")
  func sections() throws {
    let template = try template("# user\n{{#a}}x{{^b.c}}y{{/b.c}}{{/a}}\n{{#list}}\n- {{.}}\n{{/list}}\n")
    let inner: [PromptTemplate.Segment] = [.text("x"), .inverted(PromptName(["b", "c"]), [.text("y")])]
    let items: [PromptTemplate.Segment] = [.text("- "), .variable(PromptName([])), .text("\n")]
    #expect(
      template.messages[0].segments == [
        .section(PromptName(["a"]), inner), .text("\n"), .section(PromptName(["list"]), items),
      ])
  }

  @Test("Comments leave nothing, and take a line of their own with them")
  func comments() throws {
    #expect(try template("# user\na\n  {{! all of this }}\nb{{!x}}c").messages[0].segments == [.text("a\nbc")])
  }

  @Test("Places are lines and columns of the file, in bytes")
  func places() throws {
    let template = try template("# user\nä {{x}}\n")
    guard case .variable(let name) = template.messages[0].segments[1] else {
      Issue.record("no variable")
      return
    }
    #expect("\(name.position)" == "2:4")
  }

  @Test(
    "What is wrong is told with its place",
    arguments: [
      ("# user\n{{x", ["2:1 prompt-syntax"]), ("# user\na {{}} b {{ }}", ["2:3 prompt-syntax", "2:10 prompt-syntax"]),
      ("# user\n{{a b}}\n{{a..b}}\n{{\"a\"}}", ["2:1 prompt-syntax", "3:1 prompt-syntax", "4:1 prompt-syntax"]),
      ("# user\n{{{a}}} {{&a}}\n{{>a}}{{=a}}", Array(["2:1", "2:9", "3:1", "3:7"]).map { "\($0) prompt-syntax" }),
      ("# user\n{{#a}}{{#b}}x{{/a}}", ["2:7 unclosed-section"]),
      ("# user\n{{#a}}x\n# system\ny {{/a}}", ["2:1 unclosed-section", "4:3 unclosed-section"]),
      ("# user\n{{#a}}x{{/b}}", ["2:8 unclosed-section"]), ("# user\nx{{/b}}", ["2:2 unclosed-section"]),
      ("# User\nx\n# sytem\ny\n#\nz", ["1:1 unknown-role", "3:1 unknown-role", "5:1 unknown-role"]),
      ("\nHello\nthere\n# user\nx", ["2:1 prompt-syntax"]), ("", ["1:1 prompt-syntax"]),
      ("\n \n", ["1:1 prompt-syntax"]),
      ("# user\n\n# system\nx", ["1:1 prompt-syntax"]), ("# user\n{{! only }}\n", ["1:1 prompt-syntax"]),
    ])
  func faults(text: String, expected: [String]) {
    let file = PromptFile(name: "p.md", bytes: Array(text.utf8))
    #expect(file.template == nil)
    #expect(file.diagnostics.map { "\($0.position) \($0.rule)" } == expected, "\(file.diagnostics)")
  }

  @Test("Sections that nest without end are refused once")
  func depth() {
    let text = "# user\n" + String(repeating: "{{#a}}", count: 100_000) + "x"
    let file = PromptFile(name: "p.md", bytes: Array(text.utf8))
    #expect(file.diagnostics.count == 1)
  }

  @Test("Bytes that are no text are refused, a byte-order mark is skipped with a warning")
  func encoding() {
    let broken = PromptFile(name: "p.md", bytes: Array("# user\na".utf8) + [0xFF])
    #expect(broken.diagnostics.map { "\($0.position) \($0.rule)" } == ["2:2 invalid-utf8"])
    let marked = PromptFile(name: "p.md", bytes: Array("\u{FEFF}# user\na".utf8))
    #expect(marked.template != nil)
    #expect(marked.diagnostics.map(\.severity) == [.warning])
  }
}
