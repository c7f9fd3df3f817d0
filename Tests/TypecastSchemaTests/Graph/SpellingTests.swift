import Testing
import TypecastSchema

@Suite("Guessing what was meant")
struct SpellingTests {
  @Test("A slip is found; another word is not")
  func nearest() {
    let names = ["name", "address", "id", "quantity"]
    #expect(Spelling.nearest(to: "nmae", among: names) == "name")
    #expect(Spelling.nearest(to: "Adress", among: names) == "address")
    #expect(Spelling.nearest(to: "quantitty", among: names) == "quantity")
    #expect(Spelling.nearest(to: "ix", among: names) == "id")
    #expect(Spelling.nearest(to: "street", among: names) == nil)
    #expect(Spelling.nearest(to: "", among: names) == nil)
    #expect(Spelling.nearest(to: "x", among: [String]()) == nil)
  }

  @Test("Long words are compared by their beginnings only")
  func longWords() {
    let long = String(repeating: "a", count: 100_000)
    #expect(Spelling.nearest(to: long, among: [long + "b"]) == long + "b")
  }
}
