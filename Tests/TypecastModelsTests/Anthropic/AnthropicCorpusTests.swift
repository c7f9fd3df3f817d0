import TestSupport
import Testing
import Typecast

@testable import TypecastModels

@Suite("Recorded answers of Anthropic")
struct AnthropicCorpusTests {
  @Test("Each is read, and as another reading has it", .needsTestData)
  func all() throws {
    var check = CorpusCheck(AnthropicMessages())
    for exchange in try Exchange.all(of: "anthropic") where exchange.status == 200 && exchange.api == "anthropic.messages" {
      check.check(exchange)
    }
    print("Anthropic: \(check.agreed) of \(check.count) agree; \(check.finishes.sorted { $0.key < $1.key })")
    // What differs: fixtures without blank lines between events, which the other reading passes over; calls of tools
    // without arguments, which it has as null, and one that was cut off, which is none here; two that are no answers.
    for difference in check.differences { print("  \(difference)") }
    #expect(check.count > 800)
    #expect(check.agreed * 100 >= check.count * 99)
  }
}
