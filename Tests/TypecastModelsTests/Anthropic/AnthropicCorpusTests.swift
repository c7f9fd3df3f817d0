import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Recorded answers of Anthropic", .needsTestData)
struct AnthropicCorpusTests {
  /// What a word of theirs comes to.
  private static func finish(_ word: String, _ reply: ModelReply) -> FinishReason? {
    switch word {
    case "end_turn", "stop_sequence", "tool_use": reply.toolCalls.isEmpty ? .stop : .toolCalls
    case "max_tokens": .length
    case "refusal": .refusal
    default: FinishReason(rawValue: word)
    }
  }

  @Test("Each is read, and as others read it, but for what is explained")
  func all() throws {
    var check = CorpusCheck(AnthropicMessages(), .anthropic, finish: Self.finish)
    for exchange in try Exchange.all(of: "anthropic")
    where exchange.status == 200 && exchange.api == "anthropic.messages" {
      check.check(exchange)
    }
    print("anthropic: \(check.agreed) of \(check.count), \(check.streams) streams; \(check.finishes)")
    #expect(check.count == 1260)
    #expect(check.streams == 266)
    #expect(check.agreed == 1254)
  }

  @Test("Those that came by way of Amazon are read, too")
  func bedrock() throws {
    var check = CorpusCheck(AnthropicMessages(), CorpusDifferences(), finish: Self.finish)
    for exchange in try Exchange.all(of: "bedrock") where exchange.status == 200 && exchange.api == "bedrock.invoke" {
      // Models of other houses answer in their own way there.
      guard (try? JSONValue(parsing: exchange.body)["type"]) == "message" else { continue }
      check.check(exchange)
    }
    print("bedrock: \(check.agreed) of \(check.count); \(check.finishes)")
    #expect(check.count == 37)
    #expect(check.agreed == 37)
  }
}
