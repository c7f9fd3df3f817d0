import Testing

@testable import TypecastCommands

@Suite("A name and a value split at the first separator")
struct NamedValueTests {
  @Test(
    "The first of : and = splits",
    arguments: [
      ("a=b", "a", "b"), ("a:b", "a", "b"), ("a:b=c", "a", "b=c"), ("a=b:c", "a", "b:c"), ("a=", "a", ""),
      ("ollama:llama3.2:3b", "ollama", "llama3.2:3b"), ("k=\u{301}x", "k", "\u{301}x"),
    ])
  func split(text: String, name: String, value: String) {
    #expect(NamedValue(text) == NamedValue(name: name, value: value))
  }

  @Test("A word without a separator or without a name is no pair", arguments: ["", "a", "=b", ":", "="])
  func refused(text: String) {
    #expect(NamedValue(text) == nil)
  }

  @Test("A URI before = keeps its colons where only = separates")
  func uri() {
    #expect(
      NamedValue("https://example.com/s/=dir", separators: "=")
        == NamedValue(name: "https://example.com/s/", value: "dir"))
  }
}
