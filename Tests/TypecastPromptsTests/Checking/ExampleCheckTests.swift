import Testing
import TypecastJSON
import TypecastPrompts
import TypecastSchema

@Suite("Examples that go into prompts are checked")
struct ExampleCheckTests {
  @Test("An example that its schema rejects is an error at the part that is wrong")
  func rejected() throws {
    let schema = try CompiledSchema(
      parsing: """
        {
          "type": "object",
          "properties": {"a": {"type": "integer"}},
          "required": ["a"],
          "examples": [{"a": 1}, {"a": "x"}, {}]
        }
        """)
    let found = ExampleCheck.diagnostics(for: schema)
    #expect(
      found.map { "\($0.position) \($0.severity) \($0.rule)" } == [
        "5:32 error invalid-example", "5:38 error invalid-example",
      ])
    #expect(found.map { $0.pointer?.description } == ["/examples/1/a", "/examples/2"])
  }

  @Test("Sound examples, and what is no example in its draft, are let through")
  func sound() throws {
    #expect(
      ExampleCheck.diagnostics(for: try CompiledSchema(parsing: #"{"type": "integer", "examples": [1, 2]}"#)).isEmpty)
    let old = #"{"$schema": "http://json-schema.org/draft-04/schema#", "type": "integer", "examples": ["x"]}"#
    #expect(ExampleCheck.diagnostics(for: try CompiledSchema(parsing: old)).isEmpty)
  }
}
