import TestSupport
import Testing
import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

/// What others sent with success beside what we would send for the same.
@Suite("Requests of others in OpenAI's words", .needsTestData)
struct OpenAISentTests {
  /// What can't be told in our types: files, sounds and videos, tools that the server runs, roles that are no longer used.
  private static let unsaid: Set<String> = [
    "a part of another sort", "a tool of another sort", "an item of another sort", "an output that is no text",
    "a format of another sort", "a message of another role",
  ]

  @Test(
    "What we share with others we write as they do",
    arguments: [("openai.chat", 2_600), ("openai.responses", 950)])
  func same(api: String, least: Int) throws {
    let isChat = api == "openai.chat"
    let plain = OpenAIPlainRequest(isChat: isChat)
    var unsaid: [String: Int] = [:]
    var built = 0
    for exchange in try OpenAIExchange.all() where exchange.api == api {
      guard let theirs = exchange.requestBody?.object, theirs[isChat ? "messages" : "input"] != nil else { continue }
      let sent: OpenAISent
      do {
        sent = try OpenAISent(theirs, isChat: isChat)
      } catch let error as OpenAISent.Unsaid {
        unsaid[error.what, default: 0] += 1
        continue
      }
      built += 1
      let format: any WireFormat = isChat ? OpenAIChat(Self.traits(of: exchange.provider)) : OpenAIResponses()
      let call = WireCall(
        model: sent.model, request: sent.request, mode: .native, isStreamed: sent.isStreamed,
        profile: Profile(dialect: .openAIStrict, toolDialect: .openAIStrict, thinks: sent.thinks))
      let ours = try #require(try format.request(for: call).body.object)
      #expect(plain.body(ours) == plain.body(theirs), "\(exchange.id)")
    }
    print("\(api): \(built) requests built; can't be said: \(unsaid.sorted { $0.key < $1.key })")
    #expect(built >= least)
    #expect(Set(unsaid.keys).isSubset(of: Self.unsaid))
  }

  private static func traits(of provider: String) -> OpenAIChat.Traits {
    switch provider {
    case "openai", "azure": .openAI
    case "groq": .groq
    case "mistral": .mistral
    default: .compatible
    }
  }
}
