import Testing

@testable import TypecastSchema

@Suite("Texts for patterns")
struct PatternWriterTests {
  @Test(
    "A pattern without look-around and inner anchors matches what is written for it",
    arguments: [
      "^[a-z]+$", "^a{3,5}b*$", "^(cat|dog)s?$", "^\\d{4}-\\d{2}$", "^(.)\\1$", "[^a-z]", "^[\\s\\S]{2}$", "^\\p{Lu}x$",
      "^$",
      "^(?<first>ab|c)\\k<first>$", "x|y|z", "^[\\uD83D\\uDE00-\\uD83D\\uDE4F]$",
    ])
  func matches(source: String) throws {
    let pattern = try Pattern(source)
    for isWild in [false, true] {
      var random = SplitMix64(seed: 5)
      var writer = PatternWriter(isWild: isWild, generosity: 2)
      for _ in 0..<30 {
        let text = writer.text(matching: pattern.root, with: &random)
        #expect(pattern.search(text) == .match, "\(text.debugDescription)")
      }
    }
  }

  @Test("A pattern that asks for very much ends")
  func limit() throws {
    let pattern = try Pattern("^(?:a{900}){900}$")
    var random = SplitMix64(seed: 5)
    var writer = PatternWriter(isWild: false, generosity: 2)
    #expect(writer.text(matching: pattern.root, with: &random).utf8.count <= 100_000)
  }
}
