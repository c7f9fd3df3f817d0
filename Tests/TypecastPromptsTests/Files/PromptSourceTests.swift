import Testing
import TypecastJSON
import TypecastPrompts
import TypecastSchema

@Suite("Prompts are found beside their schemas")
struct PromptSourceTests {
  @Test("A prompt finds its schema and its inputs")
  func found() {
    let (sources, diagnostics) = PromptSource.find(among: [
      "b/Order.sum.prompt.md", "b/Order.schema.json", "Order.sum.input.schema.json", "Order.schema.json",
      "Order.sum.prompt.md", "Order.list.prompt.md", "notes.md",
    ])
    #expect(diagnostics.isEmpty)
    #expect(sources.map(\.prompt) == ["Order.list.prompt.md", "Order.sum.prompt.md", "b/Order.sum.prompt.md"])
    #expect(sources.map(\.schemaPath) == ["Order.schema.json", "Order.schema.json", "b/Order.schema.json"])
    #expect(sources.map(\.inputs) == [nil, "Order.sum.input.schema.json", nil])
  }

  @Test("What is missing, or has a name that can't be, is told at the file")
  func missing() {
    let (sources, diagnostics) = PromptSource.find(among: [
      "Invoice.schema.json", "Invioce.extract.prompt.md", "Invoice.class.prompt.md", "Invoice.sum.input.schema.json",
    ])
    #expect(sources.isEmpty)
    #expect(
      diagnostics.map(\.description) == [
        "Invioce.extract.prompt.md:1:1: error: there is no Invioce.schema.json for this prompt; "
          + "did you mean Invoice.schema.json?",
        "Invoice.class.prompt.md:1:1: error: the verb \"class\" is a keyword of Swift; choose another, as in "
          + "Invoice.extract.prompt.md",
        "Invoice.sum.input.schema.json:1:1: error: these are the inputs of no prompt; add Invoice.sum.prompt.md, "
          + "or remove the file",
      ])
  }
}
