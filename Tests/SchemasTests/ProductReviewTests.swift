import Schemas
import TestSupport
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Reviews that models judge")
struct ProductReviewTests {
  private static func judge(with model: String) async throws -> Reply<ProductReview> {
    try await ProductReviewClient(RemoteModel(model)).judge(
      product: "Kettle K2", stars: "3", text: PackageRoot.text(of: "Golden/texts/review.txt"))
  }

  @Test("The cassette of a whole answer is what the client makes of it")
  func wholeWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/openai/product-review.xml", note: "An answer in a strict mode.",
      .chat(
        """
        {"summary":"Fast and good-looking, but the hinge of the lid broke after three months and a new one is dear.",\
        "sentiment":"mixed","score":3,"stars":3,"aspects":[\
        {"topic":"quality","opinion":"good","quote":"boils a litre in under two minutes"},\
        {"topic":"design","opinion":"good","quote":"it looks great next to\\nthe coffee machine"},\
        {"topic":"durability","opinion":"bad","quote":"After three months the hinge snapped"},\
        {"topic":"service","opinion":"bad","quote":"the shop wanted 25 dollars for a new one"},\
        {"topic":"delivery","opinion":"good","quote":"Delivery was quick"}],\
        "recommends":null,"authenticity":null,"language":"en"}
        """, from: "gpt-5-mini-2025-08-07")
    ) { _ = try await Self.judge(with: "openai:gpt-5-mini") }
  }

  @Test("Praise and blame are told apart, topic by topic", .cassette("openai/product-review"))
  func whole() async throws {
    let reply = try await Self.judge(with: "openai:gpt-5-mini")
    let review = reply.value
    #expect(reply.repairs.isEmpty)
    #expect(review.summary.hasPrefix("Fast and good-looking"))
    #expect(review.sentiment == .mixed)
    #expect((review.score, review.stars) == (3, 3))
    #expect(review.aspects.map(\.topic) == [.quality, .design, .durability, .service, .delivery])
    #expect(review.aspects.map(\.opinion) == [.good, .good, .bad, .bad, .good])
    let text = try PackageRoot.text(of: "Golden/texts/review.txt")
    for aspect in review.aspects { #expect(text.contains(aspect.quote)) }
    #expect(review.recommends == nil)
    #expect(review.authenticity == nil)
    #expect(review.authenticityOrDefault == .genuine)
    #expect(review.language == "en")
  }

  @Test("The cassette of a careless answer is what the client makes of it")
  func messyWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/ollama/product-review-messy.xml",
      note:
        "A model of the cloud, which nothing holds to the schema, writes as Python does, and stops before the last brace.",
      .ollama(
        """
        **Analysis:** the reviewer likes the speed, but not the lid.

        {'summary': 'Boils fast and looks great, but the lid broke after three months.',
         'sentiment': 'Mixed', 'score': '3.0', 'stars': 3,
         'aspects': {'topic': 'durability', 'opinion': 'Bad', 'quote': 'After three months the hinge snapped'},
         'recommends': None, 'language': 'en'
        """, from: "gpt-oss:120b")
    ) { _ = try await Self.judge(with: "ollama:gpt-oss:120b-cloud") }
  }

  @Test("What is written as Python does is repaired", .cassette("ollama/product-review-messy"))
  func messy() async throws {
    let reply = try await Self.judge(with: "ollama:gpt-oss:120b-cloud")
    let review = reply.value
    #expect(review.summary == "Boils fast and looks great, but the lid broke after three months.")
    #expect(review.sentiment == .mixed)
    #expect((review.score, review.stars) == (3, 3))
    #expect(review.aspects.map(\.topic) == [.durability])
    #expect(review.aspects.map(\.opinion) == [.bad])
    #expect(review.aspects.map(\.quote) == ["After three months the hinge snapped"])
    #expect(review.recommends == nil)
    #expect(review.language == "en")
    // Each quotation mark that was another one has a record of its own.
    #expect(
      reply.repairs.filter { $0.rule != .quotes }.map { "\($0.rule) \($0.pointer)" } == [
        "prose ", "literal /recommends", "missingEnd /language", "enumSpelling /sentiment", "textToNumber /score",
        "wrapArray /aspects", "enumSpelling /aspects/0/opinion",
      ])
  }
}
