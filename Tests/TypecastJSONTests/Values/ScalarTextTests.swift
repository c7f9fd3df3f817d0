import Testing
import TypecastJSON

@Suite("Text that is equal by its scalars")
struct ScalarTextTests {
  @Test("Two spellings of one character differ")
  func keepsSpellingsApart() {
    let (composed, decomposed) = (ScalarText("\u{F6}"), ScalarText("o\u{308}"))
    #expect(composed.string == decomposed.string, "Swift itself takes them for one")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, ScalarText("\u{F6}")]).count == 2)
    #expect(decomposed < composed)
  }

  @Test("Equality looks at every byte", arguments: [0, 1, 7, 8, 9, 15, 16, 17, 40])
  func comparesAll(count: Int) {
    let text = String(repeating: "x", count: count)
    #expect(ScalarText(text) == ScalarText(String(text.reversed())))
    #expect(ScalarText(text) != ScalarText(text + "x"))
    for place in 0..<count {
      var bytes = Array(text.utf8)
      bytes[place] = 0x79
      #expect(ScalarText(text) != ScalarText(String(decoding: bytes, as: UTF8.self)))
    }
  }
}
