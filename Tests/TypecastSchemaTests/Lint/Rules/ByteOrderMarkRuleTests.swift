import Testing
import TypecastJSON
import TypecastSchema

@Suite("A byte-order mark is skipped with a warning")
struct ByteOrderMarkRuleTests {
  @Test("The warning stands at the beginning, and the rest is read as if the mark were not there")
  func marked() {
    let diagnostics = lint("\u{FEFF}{\"typ\": 1}")
    #expect(diagnostics.map(\.rule) == [.byteOrderMark, .unknownKeyword])
    #expect(
      diagnostics[0].description
        == "schema:1:1: warning: a byte-order mark is skipped; save the file as UTF-8 without one")
    #expect(diagnostics[1].position == TextPosition(line: 1, column: 2, offset: 1))
  }

  @Test("A mark that does not begin the file is bad JSON")
  func inside() {
    #expect(lint("{} \u{FEFF}").map(\.rule) == [.invalidJSON])
    #expect(lint("\u{FEFF}\u{FEFF}{}").map(\.rule) == [.invalidJSON, .byteOrderMark])
  }
}
