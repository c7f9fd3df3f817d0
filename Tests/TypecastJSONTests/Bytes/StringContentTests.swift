import Testing
import TypecastJSON

@Suite("The content of strings")
struct StringContentTests {
  @Test(
    "Escapes stand for what RFC 8259 says",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u00E9\u65e5""#, "Aéé日"),
      (#""\ud83d\ude00\uDBFF\uDFFF""#, "😀\u{10FFFF}"), (#""\u0000\u001f""#, "\u{0}\u{1F}"),
      (#""\uFFFE\uFFFF""#, "\u{FFFE}\u{FFFF}"),
      (#""plain\nand a longer run behind it\tand more""#, "plain\nand a longer run behind it\tand more"),
      (#""\u006d\u0061\u006c\u006d\u00f6""#, "malm\u{F6}"), ("\"\u{7F}\u{80}\u{2028}\"", "\u{7F}\u{80}\u{2028}"),
    ])
  func unescapes(_ text: String, _ content: String) throws {
    #expect(Array(try #require(JSONValue(parsing: text).string).utf8) == Array(content.utf8))
  }

  /// All sorts of character and escape at every distance from a word's boundary.
  @Test("Random strings read as what they were made from", arguments: [1 as UInt64, 2, 3])
  func readsRandomStrings(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<3000 {
      var (text, content) = ("\"", "")
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        let (written, meant) = RandomJSON.piece(using: &generator)
        text += written
        content.unicodeScalars.append(contentsOf: meant.unicodeScalars)
      }
      let value = try JSONValue(parsing: text + "\"").string
      guard let value, value.utf8.elementsEqual(content.utf8) else {
        Issue.record("seed \(seed), round \(round): \(text)\" gave \(value ?? "no string")")
        return
      }
    }
  }
}
