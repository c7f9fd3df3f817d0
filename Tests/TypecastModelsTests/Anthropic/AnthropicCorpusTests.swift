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
    for difference in check.differences { print("DIFF \(difference)") }
    #expect(check.count > 800)
    #expect(check.agreed * 100 >= check.count * 99)
  }
}
