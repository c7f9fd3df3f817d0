import Testing
import Typecast

@Suite("Comparison by Unicode scalars")
struct IsSameTests {
  private let composed = "Malm\u{F6}"
  private let decomposed = "Malmo\u{308}"

  @Test("Texts, and what holds texts")
  func texts() {
    #expect(composed == decomposed)
    #expect(!isSame(composed, decomposed) && isSame(composed, composed))
    #expect(!isSame([composed], [decomposed]) && isSame([composed], [composed]))
    #expect(!isSame([composed], [composed, composed]))
    #expect(!isSame(Optional(composed), decomposed) && !isSame(Optional(composed), nil))
    #expect(isSame(String?.none, nil) && isSame(Optional(composed), composed))
    #expect(!isSame([[composed]], [[decomposed]]))
  }
}
