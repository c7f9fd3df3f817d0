import TestSupport
import Testing
import Typecast

@testable import TypecastModels

@Suite("Recorded answers of Gemini", .needsTestData)
struct GeminiCorpusTests {
  /// What a word of theirs comes to.
  private static func finish(_ word: String, _ reply: ModelReply) -> FinishReason? {
    switch word {
    case "STOP", "1": reply.toolCalls.isEmpty ? .stop : .toolCalls
    case "MAX_TOKENS", "2": .length
    case "SAFETY", "RECITATION", "MODEL_ARMOR": .blocked
    case let word where word.hasPrefix("blockReason:"): .blocked
    default: FinishReason(rawValue: word)
    }
  }

  @Test(
    "Each is read, and as others read it, but for what is explained",
    arguments: [("gemini", 860, 147, 852), ("vertex", 156, 6, 156)])
  func all(provider: String, count: Int, streams: Int, agreed: Int) throws {
    var check = CorpusCheck(GeminiGenerate(), .gemini, finish: Self.finish)
    for exchange in try Exchange.all(of: provider)
    where exchange.status == 200 && ["gemini.generateContent", "gemini.streamGenerateContent"].contains(exchange.api) {
      check.check(exchange)
    }
    print("\(provider): \(check.agreed) of \(check.count), \(check.streams) streams; \(check.finishes)")
    #expect(check.count == count)
    #expect(check.streams == streams)
    #expect(check.agreed == agreed)
  }
}
