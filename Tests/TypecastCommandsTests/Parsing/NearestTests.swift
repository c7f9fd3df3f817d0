import Testing

@testable import TypecastCommands

@Suite("The word that was probably meant is found")
struct NearestTests {
  private let words = ["validate", "lint", "completions", "help"]

  @Test(
    "A slip of one kind in a word is close",
    arguments: [
      ("validat", "validate"), ("valdiate", "validate"), ("vaildate", "validate"), ("Validate", "validate"),
      ("lnt", "lint"), ("lintt", "lint"), ("hepl", "help"), ("completion", "completions"),
    ])
  func close(word: String, meant: String) {
    #expect(nearest(to: word, among: words) == meant)
  }

  @Test("A different word is not close", arguments: ["", "x", "helium", "print", "compile", "repair"])
  func far(word: String) {
    #expect(nearest(to: word, among: words) == nil)
  }

  @Test("Of two words that are close, the closer one is taken, and the first of equals")
  func closest() {
    #expect(nearest(to: "--jsonn", among: ["--jsonl", "--json"]) == "--jsonl")
    #expect(nearest(to: "--jso", among: ["--jsonl", "--json"]) == "--json")
  }
}
