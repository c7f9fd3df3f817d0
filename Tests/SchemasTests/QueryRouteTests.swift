import Schemas
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Queries that models route")
struct QueryRouteTests {
  private static func route(_ text: String, with model: String) async throws -> Reply<QueryRoute> {
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 27))
    return try await QueryRouteClient(RemoteModel(model)).route(
      QueryRouteRouteInput(text: text, today: today, city: "Leeds", orders: ["HN-20417"]))
  }

  // MARK: An order

  private static func order() async throws -> Reply<QueryRoute> {
    try await route("Where is my blanket, and is it paid?", with: "groq:openai/gpt-oss-20b")
  }

  @Test("The cassette of an order is what the client makes of its answer")
  func orderWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/groq/query-route-order.xml", note: "An answer in a strict mode.",
      .chat(
        """
        {"reason":"The user asks about the state and the payment of an order, and has only one.",\
        "call":{"tool":"findOrder","arguments":{"number":"HN-20417","fields":["status","payment"]}},"confidence":0.93}
        """, from: "openai/gpt-oss-20b")
    ) { _ = try await Self.order() }
  }

  @Test("A question about an order becomes a call with its number", .cassette("groq/query-route-order"))
  func findOrder() async throws {
    let route = try await Self.order().value
    #expect(route.reason.hasPrefix("The user asks about the state"))
    #expect(route.confidence == 0.93)
    guard case .findOrder(let call) = route.call else {
      Issue.record("\(route.call)")
      return
    }
    #expect(call.arguments.number == "HN-20417")
    #expect(call.arguments.fields == [.status, .payment])
  }

  // MARK: A search

  private static func search() async throws -> Reply<QueryRoute> {
    try await route("How do I get the lime out of the kettle?", with: "openai:gpt-5-mini")
  }

  @Test("The cassette of a search is what the client makes of its answer")
  func searchWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/openai/query-route-search.xml",
      note: "An answer in a strict mode, which has null for what is missing.",
      .chat(
        """
        {"reason":"The user asks how something is done, which manuals say.",\
        "call":{"tool":"searchDocuments","arguments":{"words":["kettle","descale","lime"],"kind":"manual","limit":null}},\
        "confidence":0.9}
        """, from: "gpt-5-mini-2025-08-07")
    ) { _ = try await Self.search() }
  }

  @Test("A question how something works becomes a search", .cassette("openai/query-route-search"))
  func searchDocuments() async throws {
    let reply = try await Self.search()
    #expect(reply.repairs.isEmpty)
    guard case .searchDocuments(let call) = reply.value.call else {
      Issue.record("\(reply.value.call)")
      return
    }
    #expect(call.arguments.words == ["kettle", "descale", "lime"])
    #expect(call.arguments.kind == .manual)
    #expect(call.arguments.limit == nil)
    #expect(call.arguments.limitOrDefault == 5)
    #expect(reply.value.confidence == 0.9)
  }

  // MARK: Money

  private static func money() async throws -> Reply<QueryRoute> {
    try await route("what's 20 quid in danish money", with: "gemini:gemma-3-27b-it")
  }

  @Test("The cassette of a careless answer is what the client makes of it")
  func messyWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/gemini/query-route-messy.xml",
      note: "An open model, which has no structured output, writes more than the JSON.",
      .gemini(
        """
        Okay, the user wants to convert money.

        ```json
        {
          "reason": "20 quid are British pounds, and Danish money is the krone.", // a conversion
          "call": {
            "tool": "ConvertMoney",
            "arguments": {"amount": "20", "from": "GBP", "to": "DKK"}
          },
          "confidence": "95%",
        }
        ```

        This routes the query to the right tool.
        """, from: "gemma-3-27b-it")
    ) { _ = try await Self.money() }
  }

  @Test("Comments, percents and numbers as texts are repaired", .cassette("gemini/query-route-messy"))
  func convertMoney() async throws {
    let reply = try await Self.money()
    guard case .convertMoney(let call) = reply.value.call else {
      Issue.record("\(reply.value.call)")
      return
    }
    #expect((call.arguments.amount, call.arguments.from, call.arguments.to) == (20, "GBP", "DKK"))
    #expect(call.arguments.day == nil)
    #expect(reply.value.confidence == 0.95)
    #expect(
      reply.repairs.map { "\($0.rule) \($0.pointer)" } == [
        "prose ", "fence ", "comment /reason", "extraComma /confidence", "fence ", "prose ", "enumSpelling /call/tool",
        "textToNumber /call/arguments/amount", "textToNumber /confidence",
      ])
  }
}
