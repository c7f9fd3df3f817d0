import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

/// What was sent to Ollama with success beside what we would send for the same.
@Suite("Requests of others in Ollama's words", .needsTestData)
struct OllamaSentTests {
  /// Where requests are recorded, and how many of each there are that we have words for.
  enum Source: String, CaseIterable {
    case others, documentation, ours

    var count: Int {
      switch self {
      case .others: 15
      case .documentation: 11
      case .ours: 326
      }
    }

    /// What can't be told in our types, and how often that is. Of ours, all but the first are tries of what is wrong.
    var unsaid: [String: Int] {
      switch self {
      case .others: ["JSON of any shape": 1]
      case .documentation: [:]
      case .ours:
        [
          "JSON of any shape": 12, "a message of another role": 3, "a tool of another sort": 1, "no messages": 2,
          "no schema": 9,
        ]
      }
    }

    func requests() throws -> [(id: String, body: JSONValue)] {
      switch self {
      case .others:
        try Exchange.all(of: "ollama").filter { $0.status == 200 && $0.api == "ollama.chat" }.compactMap { exchange in
          exchange.requestBody.map { (exchange.id, $0) }
        }
      case .documentation:
        try OllamaExample.all().filter { $0.api == "ollama.chat" }.compactMap { example in
          example.request.map { (example.id, $0) }
        }
      case .ours:
        try Recording.all(in: "ollama.jsonl").filter { $0.status == 200 && $0.path == "/api/chat" }.compactMap {
          recording in
          let text = recording.requestBody?["text"]?.string
          return text.flatMap { try? JSONValue(parsing: $0) }.map { (recording.id, $0) }
        }
      }
    }
  }

  @Test("What we share with others we write as they do", arguments: Source.allCases)
  func same(source: Source) throws {
    var unsaid: [String: Int] = [:]
    var built = 0
    for (id, theirs) in try source.requests() where theirs.object != nil {
      let sent: Sent
      do {
        sent = try Sent(ollama: theirs)
      } catch let error as Sent.Unsaid {
        unsaid[error.what, default: 0] += 1
        continue
      }
      built += 1
      let call = WireCall(
        model: sent.model, request: sent.request, mode: .native, isStreamed: sent.isStreamed,
        profile: Profile(dialect: .ollama, toolDialect: .ollama))
      let ours = try OllamaChat().request(for: call).body
      let (left, right) = (PlainJSON.ollama(ours), PlainJSON.ollama(theirs))
      for key in Set(left.map(\.key) + right.map(\.key)) { #expect(left[key] == right[key], "\(id) \(key)") }
    }
    print("ollama, \(source): \(built) requests built; can't be said: \(unsaid.sorted { $0.key < $1.key })")
    #expect(built == source.count)
    #expect(unsaid == source.unsaid)
  }
}
