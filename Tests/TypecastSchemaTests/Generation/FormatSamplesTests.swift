import Testing

@testable import TypecastSchema

@Suite("Samples of formats")
struct FormatSamplesTests {
  @Test("Every sample is of its format", arguments: Format.allCases)
  func samples(format: Format) {
    var random = SplitMix64(seed: 3)
    for _ in 0..<50 {
      let sample = FormatSamples.text(of: format, with: &random)
      #expect(format.accepts(sample), "\(sample)")
    }
  }
}
