import Testing
import TypecastJSON

@Suite("Texts that messages show cut")
struct StringShortenedTests {
  @Test(
    "Scalars count, not characters or bytes",
    arguments: [
      ("", 3, ""), ("abc", 3, "abc"), ("abcd", 3, "abc…"), ("äöü", 3, "äöü"),
      ("e\u{301}\u{302}\u{303}", 2, "e\u{301}…"),
      ("a", 0, "…"),
    ])
  func cuts(text: String, count: Int, shown: String) {
    #expect(text.shortened(to: count).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }
}
