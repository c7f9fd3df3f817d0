import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Recorded answers of Ollama", .needsTestData)
struct OllamaCorpusTests {
  /// What a word of theirs comes to.
  private static func finish(_ word: String, _ reply: ModelReply) -> FinishReason? {
    switch word {
    case "stop": reply.toolCalls.isEmpty ? .stop : .toolCalls
    case "length": .length
    default: FinishReason(rawValue: word)
    }
  }

  @Test("Each is read, and as others read it, but for what is explained")
  func all() throws {
    var check = CorpusCheck(OllamaChat(), .ollama, finish: Self.finish)
    for exchange in try Exchange.all(of: "ollama")
    where exchange.status == 200 && ["ollama.chat", "ollama.generate"].contains(exchange.api) {
      check.check(exchange)
    }
    print("ollama: \(check.agreed) of \(check.count), \(check.streams) streams; \(check.finishes)")
    #expect(check.count == 58)
    #expect(check.streams == 21)
    #expect(check.agreed == 53)
  }

  @Test("The examples of the documentation are read")
  func documented() throws {
    var unread: Set<String> = []
    var count = 0
    for example in try OllamaExample.all() {
      let texts = example.texts.compactMap { try? JSONValue(parsing: $0) }.filter { $0["done"] != nil }
      guard texts.last?["done"] == true else {
        unread.insert(example.id)
        continue
      }
      count += 1
      let format = OllamaChat()
      let lines = texts.map { JSONWriter().string(of: $0) + "\n" }.joined()
      let reply =
        example.isStream
        ? try streamed(format, Array(lines.utf8), by: 7) : try format.reply(from: texts[0], answerTool: nil)
      let words = texts.compactMap { ($0["message"]?["content"] ?? $0["response"])?.string }.joined()
      let calls = texts.flatMap { $0["message"]?["tool_calls"]?.array ?? [] }.compactMap { $0["function"] }
      #expect(reply.text == words, "\(example.id)")
      #expect(reply.toolCalls.map(\.name) == calls.compactMap { $0["name"]?.string }, "\(example.id)")
      #expect(
        try reply.toolCalls.map { try JSONValue(parsing: $0.arguments) } == calls.compactMap { $0["arguments"] },
        "\(example.id)")
      #expect(reply.finish == (calls.isEmpty ? .stop : .toolCalls), "\(example.id)")
      #expect(reply.usage.output == texts.last?["eval_count"]?.int, "\(example.id)")
    }
    #expect(count == 21)
    // The tokens of its context are left out by three dots, which no JSON has.
    #expect(unread == ["ollama-doc-2"])
  }
}
