import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Real failures get a kind that a person agrees with")
struct ErrorCorpusTests {
  /// Kinds that a status of a failure may mean. What is not here may be anything.
  private static let kinds: [Int: Set<FailureKind>] = [
    401: [.authentication],
    402: [.quota],
    403: [.permission, .authentication],
    404: [.modelNotFound, .notFound],
    429: [.rateLimit, .quota],
    503: [.overloaded, .server],
    529: [.overloaded],
  ]

  /// Kinds that waiting never helps with.
  private static let lasting: Set<FailureKind> = [
    .authentication, .permission, .modelNotFound, .notFound, .badRequest, .schemaRejected, .unsupported, .contextWindow,
    .quota,
  ]

  private func check(_ verdict: Classification, _ status: Int, _ message: String, _ id: String) {
    #expect(verdict.outcome == .error, "\(id)")
    guard let kind = verdict.kind, let row = verdict.row else {
      Issue.record("\(id) has no row")
      return
    }
    if let kinds = Self.kinds[status] { #expect(kinds.contains(kind), "\(id): \(row)") }
    if Self.lasting.contains(kind) { #expect(!verdict.mayRetry, "\(id): \(row)") }
    let said = message.lowercased()
    if status == 400 || status == 404, said.contains("model"), said.contains("not exist") || said.contains("not found")
    {
      #expect(kind == .modelNotFound, "\(id): \(row)")
    }
    if said.contains("context size") { #expect(kind == .contextWindow, "\(id): \(row)") }
    if said.contains("schema conversion failed") || said.contains("invalid schema for") {
      #expect(kind == .schemaRejected, "\(id): \(row)")
    }
    if said.contains("api key") { #expect(kind == .authentication, "\(id): \(row)") }
  }

  @Test("Every failure of the recorded exchanges", .needsTestData)
  func exchanges() throws {
    var shares: [String: (own: Int, all: Int)] = [:]
    var exchanges = try Exchange.reported()
    for provider in Exchange.providers + ["bedrock", "cohere"] { exchanges += (try? Exchange.all(of: provider)) ?? [] }
    for exchange in exchanges where exchange.status >= 400 {
      let verdict = Classification(
        provider: exchange.provider, url: exchange.url, status: exchange.status, headers: exchange.headers,
        body: exchange.body)
      let message = ErrorSignal(status: exchange.status, body: exchange.body).message
      check(verdict, exchange.status, message, exchange.id)
      shares[exchange.provider, default: (0, 0)].all += 1
      if verdict.row?.contains(".status.") == false { shares[exchange.provider, default: (0, 0)].own += 1 }
    }
    for (provider, share) in shares.sorted(by: { $0.key < $1.key }) {
      print("Failures of \(provider): \(share.all), of which \(share.own) match a row of its own")
    }
    for provider in ["anthropic", "gemini", "groq", "ollama", "openai", "vertex"] {
      let share = try #require(shares[provider])
      #expect(share.own * 100 >= share.all * 90, "\(provider)")
    }
  }

  @Test("Every failure of our recordings", .needsTestData)
  func recordings() throws {
    var (own, all) = (0, 0)
    for (file, provider) in [("ollama.jsonl", "ollama"), ("llamacpp.jsonl", "llamacpp")] {
      for recording in try Recording.all(in: file) where recording.status >= 400 {
        let verdict = Classification(
          provider: provider, url: "http://127.0.0.1\(recording.path)", status: recording.status, body: recording.body)
        let message = ErrorSignal(status: recording.status, body: recording.body).message
        check(verdict, recording.status, message, recording.id)
        all += 1
        if verdict.row?.contains(".status.") == false { own += 1 }
      }
    }
    print("Failures of our recordings: \(all), of which \(own) match a row of their server's own")
    #expect(all > 150)
    #expect(own * 100 >= all * 90)
  }
}
