import Testing
import TypecastJSON

@Suite("A place is a line, a column in bytes and an offset")
struct TextPositionTests {
  @Test(
    "LF, CR and CRLF each end one line",
    arguments: [
      ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4),
      ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\rb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\r\nb", 2, 1, 3),
      ("a\n\rb", 3, 3, 1), ("\n\n\n", 3, 4, 1), ("é\né", 4, 2, 2),
    ])
  func counts(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let bytes = Array(text.utf8)
    let position = bytes.withUnsafeBufferPointer { TextPosition(offset: offset, in: $0) }
    #expect(position == TextPosition(line: line, column: column, offset: offset))
    #expect(position.description == "\(line):\(column)")
  }
}
