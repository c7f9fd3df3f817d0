import Testing
import TypecastJSON
import TypecastPrompts
import TypecastSchema

@Suite("The name of a file says what prompt it is")
struct PromptFileNameTests {
  @Test(
    "Names are taken apart",
    arguments: [
      ("Invoice.extract.prompt.md", "Invoice", "extract"),
      ("a/b.c/Invoice.v2.sum.prompt.md", "a/b.c/Invoice.v2", "sum"),
      ("Größe.prüfe.prompt.md", "Größe", "prüfe"), ("x.y.input.schema.json", "x", "y"),
    ])
  func names(path: String, schema: String, verb: String) throws {
    let name = try #require(PromptFileName(path))
    #expect((name.schema, name.verb) == (schema, verb))
    #expect(name.complaint == nil)
  }

  @Test(
    "Other files are none of ours",
    arguments: [
      "Invoice.schema.json", "Invoice.md", "prompt.md", ".prompt.md", "a/.prompt.md", "Invoice.input.schema.json",
    ])
  func others(path: String) {
    #expect(PromptFileName(path) == nil)
  }

  @Test(
    "A verb has to be the name of a function",
    arguments: [
      "Invoice.prompt.md", "Invoice.2nd.prompt.md", "Invoice.do-it.prompt.md", "Invoice.class.prompt.md",
      "Invoice._.prompt.md", "Invoice..prompt.md", "Invoice.a b.prompt.md", "a.init.input.schema.json",
    ])
  func verbs(path: String) throws {
    #expect(try #require(PromptFileName(path)).complaint != nil)
  }
}
