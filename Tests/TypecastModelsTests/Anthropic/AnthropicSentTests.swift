import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

/// What others sent with success beside what we would send for the same.
@Suite("Requests of others in Anthropic's words", .needsTestData)
struct AnthropicSentTests {
  /// What can't be told in our types: files, tools that the server runs, blocks of these, words of the system in between.
  private static let unsaid: Set<String> = [
    "a message of another role", "an effort without thoughts", "a tool of another sort", "a part of another sort",
    "a picture that is kept elsewhere", "a result that is no text", "no schema",
  ]

  @Test("What we share with others we write as they do")
  func same() throws {
    var unsaid: [String: Int] = [:]
    var built = 0
    for exchange in try Exchange.all(of: "anthropic")
    where exchange.status == 200 && exchange.api == "anthropic.messages" {
      guard let theirs = exchange.requestBody, theirs["messages"] != nil else { continue }
      let sent: Sent
      do {
        sent = try Sent(anthropic: theirs)
      } catch let error as Sent.Unsaid {
        unsaid[error.what, default: 0] += 1
        continue
      }
      built += 1
      let call = WireCall(
        model: sent.model, request: sent.request, mode: sent.mode, isStreamed: sent.isStreamed,
        profile: Profile(dialect: .anthropic, toolDialect: .anthropic))
      let ours = try AnthropicMessages().request(for: call).body
      let (left, right) = (PlainJSON.anthropic(ours), PlainJSON.anthropic(theirs))
      for key in Set(left.map(\.key) + right.map(\.key)) {
        #expect(left[key] == right[key], "\(exchange.id) \(key)")
      }
    }
    print("anthropic: \(built) requests built; can't be said: \(unsaid.sorted { $0.key < $1.key })")
    #expect(built == 1017)
    #expect(Set(unsaid.keys).isSubset(of: Self.unsaid))
  }
}
