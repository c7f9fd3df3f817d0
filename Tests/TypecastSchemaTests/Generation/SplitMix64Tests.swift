import Testing

@testable import TypecastSchema

@Suite("Random numbers")
struct SplitMix64Tests {
  @Test("The sequence of a seed is the published one")
  func publishedSequence() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test("A bound is never reached, and every number below it is")
  func bounds() {
    var random = SplitMix64(seed: 1)
    var seen: Set<Int> = []
    for _ in 0..<200 { seen.insert(random.below(5)) }
    #expect(seen == [0, 1, 2, 3, 4])
    #expect(random.below(0) == 0)
    #expect(random.below(1) == 0)
  }

  @Test("Shuffling keeps all elements")
  func shuffling() {
    var random = SplitMix64(seed: 1)
    let elements = Array(0..<50)
    let shuffled = random.shuffled(elements)
    #expect(shuffled != elements)
    #expect(shuffled.sorted() == elements)
  }
}
