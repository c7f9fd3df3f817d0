import Testing
import TypecastJSON
import TypecastPrompts
import TypecastSchema

@Suite("A template's text gives the same template")
struct PromptTextTests {
  @Test(
    "Text that looks like syntax comes back as text",
    arguments: [
      "# user", "\\# user", "#", "a\n# b\n\\\\# c", "{{x}}", "{", "{{", "{{{", "{{{{", "\\{{x", "\\\\{{", "}}", "\\{x",
      "{{! no }}", "---\nseed: 1\n---", "{{#a}}\n{{/a}}", "\\", "a\\",
    ])
  func texts(text: String) throws {
    let name = PromptName(["x"])
    let shapes: [[PromptTemplate.Segment]] = [
      [.text(text)], [.text(text), .variable(name)], [.variable(name), .text(text)],
      [.section(name, [.text(text)])], [.text("a\n"), .section(name, [.text("\n" + text + "\n")]), .text("\n  b")],
      [.text("  "), .inverted(name, [.text(text)]), .text(" c")],
    ]
    for segments in shapes {
      let template = PromptTemplate(messages: [PromptTemplate.Message(.user, segments)])
      #expect(try TypecastPromptsTests.template(template.text) == template, "\(template.text)")
    }
  }

  @Test("Settings come back")
  func settings() throws {
    let template = PromptTemplate(
      settings: PromptSettings(temperature: 0.1, maxTokens: 9, seed: 0, stop: ["---\n"]),
      messages: [PromptTemplate.Message(.system, [.text("a")]), PromptTemplate.Message(.user, [.text("b")])])
    #expect(try TypecastPromptsTests.template(template.text) == template)
  }

  @Test("Texts made up at random are read, written and read to the same template, and render alike")
  func random() throws {
    let pieces = [
      "# user\n", "# system\n", "\n", "\r\n", "  ", "\\", "\\\\", "#", "{", "{{", "}}", "{{x}}", "{{#x}}", "{{/x}}",
      "{{^x}}", "{{!}}", "{{! # }}", "{{.}}", "text", "ä", "{{output_format}}", "\\{{", "\t", "---\n",
    ]
    var random = Numbers(state: 7)
    var count = 0
    for _ in 0..<20_000 {
      let text = "# user\n" + (0..<(1 + random.below(14))).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let first = PromptFile(name: "p", bytes: Array(text.utf8)).template else { continue }
      count += 1
      let printed = first.text
      let file = PromptFile(name: "p", bytes: Array(printed.utf8))
      guard let second = file.template else {
        Issue.record("\(text.debugDescription) is written as \(printed.debugDescription): \(file.diagnostics)")
        return
      }
      #expect(second == first, "\(text.debugDescription) is written as \(printed.debugDescription)")
      #expect(second.text == printed)
    }
    #expect(count > 1000)
  }
}

/// A source of numbers that is the same in each run.
struct Numbers {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
