import TestSupport
import Testing
import Typecast

@testable import TypecastModels

@Suite("Recorded answers of Gemini")
struct GeminiCorpusTests {
  @Test("Each is read, and as another reading has it", .needsTestData, arguments: ["gemini", "vertex"])
  func all(provider: String) throws {
    var check = CorpusCheck(GeminiGenerate())
    for exchange in try Exchange.all(of: provider)
    where exchange.status == 200 && ["gemini.generateContent", "gemini.streamGenerateContent"].contains(exchange.api) {
      check.check(exchange)
    }
    print("\(provider): \(check.agreed) of \(check.count) agree; \(check.finishes.sorted { $0.key < $1.key })")
    // What differs: fixtures without blank lines between events, which the other reading passes over; calls of tools
    // without arguments, which it has as null, and one that was cut off, which is none here; two that are no answers.
    for difference in check.differences { print("  \(difference)") }
    #expect(check.count > 50)
    #expect(check.agreed * 100 >= check.count * 99)
  }
}
