import Testing
import TypecastJSON
import TypecastPrompts
import TypecastSchema

@Suite("The header of a prompt sets what its call needs")
struct PromptHeaderTests {
  private func settings(_ header: String) throws -> PromptSettings {
    try template("---\n\(header)\n---\n# user\nx").settings
  }

  @Test("Every setting is read")
  func all() throws {
    let settings = try settings("temperature: 0.2\n\n max_tokens :500\nseed: -7\nstop: [\"END\", \"\\n\"]")
    #expect(settings == PromptSettings(temperature: 0.2, maxTokens: 500, seed: -7, stop: ["END", "\n"]))
    #expect(try self.settings("stop: \"a\"").stop == ["a"])
    #expect(try self.settings("") == PromptSettings())
    #expect(try template("# user\nx").settings == PromptSettings())
  }

  @Test(
    "A line that sets nothing is told with its place",
    arguments: [
      ("temprature: 1", "2:1"), ("temperature: 2.5", "2:14"), ("temperature: hot", "2:14"), ("temperature:", "2:13"),
      ("max_tokens: 0", "2:13"), ("max_tokens: 1.5", "2:13"), ("seed: 1e30", "2:7"), ("stop: []", "2:7"),
      ("stop: [1]", "2:7"), ("seed: 1\nseed: 2", "3:1"), ("  nonsense", "2:3"), ("top_p: 1", "2:1"),
    ])
  func faults(header: String, place: String) {
    let file = PromptFile(name: "p.md", bytes: Array("---\n\(header)\n---\n# user\nx".utf8))
    #expect(file.diagnostics.map { "\($0.position) \($0.rule)" } == ["\(place) invalid-setting"])
  }

  @Test("A header that does not end is one fault, and the messages are read")
  func open() {
    let file = PromptFile(name: "p.md", bytes: Array("---\nseed: 1\n# user\nx{{/y}}".utf8))
    #expect(file.diagnostics.map { "\($0.position) \($0.rule)" } == ["1:1 invalid-setting", "4:2 unclosed-section"])
  }

  @Test("A slip is told with what was meant")
  func hint() {
    let file = PromptFile(name: "p.md", bytes: Array("---\nmax_token: 1\n---\n# user\nx".utf8))
    #expect(file.diagnostics[0].message == "there is no setting \"max_token\"; did you mean max_tokens?")
  }
}
