import Testing
import TypecastJSON
import TypecastSchema

@Suite("An empty file is an error of its own")
struct EmptyFileRuleTests {
  @Test("Nothing, white space and a lone byte-order mark are empty", arguments: ["", " \n\t\r\n", "\u{FEFF}"])
  func empty(text: String) throws {
    let file = SchemaFile(name: "a.json", bytes: Array(text.utf8))
    #expect(file.document == nil)
    let error = try #require(file.diagnostics.last)
    #expect(error.rule == .emptyFile)
    #expect(error.description == "a.json:1:1: error: the file is empty; the schema that allows everything is {}")
    #expect(error.pointer == nil)
    #expect(file.diagnostics.count == (text == "\u{FEFF}" ? 2 : 1))
  }

  @Test("A file with anything in it is not empty", arguments: ["{}", "{", "\u{A0}"])
  func full(text: String) {
    #expect(!SchemaFile(name: "a", bytes: Array(text.utf8)).diagnostics.contains { $0.rule == .emptyFile })
  }
}
