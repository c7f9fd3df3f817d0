import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

/// What others sent with success beside what we would send for the same.
@Suite("Requests of others in Gemini's words", .needsTestData)
struct GeminiSentTests {
  /// What can't be told in our types: tools that the server runs and their parts, results with pictures in them.
  private static let unsaid: Set<String> = [
    "a tool of another sort", "a part of another sort", "a result of parts", "a message without parts",
  ]

  @Test("What we share with others we write as they do", arguments: [("gemini", 718), ("vertex", 142)])
  func same(provider: String, count: Int) throws {
    var unsaid: [String: Int] = [:]
    var built = 0
    for exchange in try Exchange.all(of: provider)
    where exchange.status == 200 && exchange.url.utf8Contains("enerateContent") {
      guard let theirs = exchange.requestBody, theirs["contents"] != nil else { continue }
      // Where only the system speaks, we have the user say it.
      if PlainJSON.gemini(theirs)["turns"] == [] { continue }
      let sent: Sent
      do {
        sent = try Sent(gemini: theirs)
      } catch let error as Sent.Unsaid {
        unsaid[error.what, default: 0] += 1
        continue
      }
      built += 1
      let path = exchange.url.prefix { $0 != "?" }.split(separator: "/").last ?? ""
      let call = WireCall(
        model: String(path.prefix { $0 != ":" }), request: sent.request, mode: sent.mode, isStreamed: false,
        profile: Profile(dialect: .geminiJSONSchema, toolDialect: .geminiJSONSchema))
      let ours = try GeminiGenerate().request(for: call).body
      let (left, right) = (PlainJSON.gemini(ours), PlainJSON.gemini(theirs))
      for key in Set(left.map(\.key) + right.map(\.key)) {
        #expect(left[key] == right[key], "\(exchange.id) \(key)")
      }
    }
    print("\(provider): \(built) requests built; can't be said: \(unsaid.sorted { $0.key < $1.key })")
    #expect(built == count)
    #expect(Set(unsaid.keys).isSubset(of: Self.unsaid))
  }
}
