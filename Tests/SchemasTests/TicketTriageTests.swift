import Schemas
import TestSupport
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Support tickets that models sort")
struct TicketTriageTests {
  private static func today() throws -> CalendarDate { try #require(CalendarDate(year: 2026, month: 11, day: 27)) }

  // MARK: A refund

  private static func smoke() async throws -> Reply<TicketTriage> {
    let input = TicketTriageSortInput(text: try PackageRoot.text(of: "Golden/texts/ticket.txt"), today: try today())
    return try await TicketTriageClient(RemoteModel("anthropic:claude-sonnet-4-5")).sort(input)
  }

  @Test("The cassette of a refund is what the client makes of its answer")
  func refundWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/anthropic/ticket-triage-refund.xml",
      note: "A whole answer, some words of which have other capitals than the schema, as Anthropic's may.",
      .anthropic(
        """
        {"summary":"The plug of the customer's heated blanket smelled and then smoked; she wants her money back by Friday.",\
        "language":"de","category":"Defect","priority":"Urgent","mood":"annoyed","orders":["HN-20417"],\
        "action":{"kind":"Refund","amount":59.9,"currency":"EUR"},\
        "reply":"Liebe Frau Wirth, es ist gut, dass Sie die Decke sofort ausgesteckt haben; bitte benutzen Sie sie nicht mehr. \
        Wir erstatten Ihnen die 59,90 Euro.","deadline":"2026-12-04"}
        """)
    ) { _ = try await Self.smoke() }
  }

  @Test("Smoke is urgent, and the money goes back", .cassette("anthropic/ticket-triage-refund"))
  func refund() async throws {
    let reply = try await Self.smoke()
    let ticket = reply.value
    #expect(ticket.summary.hasPrefix("The plug of the customer's heated blanket smelled"))
    #expect(ticket.language == "de")
    #expect(ticket.category == .defect)
    #expect(ticket.priority == .urgent)
    #expect(ticket.mood == .annoyed)
    #expect(ticket.orders == ["HN-20417"])
    #expect(ticket.deadline?.text == "2026-12-04")
    #expect(ticket.duplicateOf == nil)
    guard case .refund(let refund) = ticket.action else {
      Issue.record("\(ticket.action)")
      return
    }
    #expect((refund.amount, refund.currency) == (59.9, .eur))
    #expect(ticket.reply.contains("erstatten"))
    #expect(
      reply.repairs.map { "\($0.rule) \($0.pointer)" } == [
        "enumSpelling /category", "enumSpelling /priority", "enumSpelling /action/kind",
      ])
  }

  // MARK: A question

  private static func hum() async throws -> Reply<TicketTriage> {
    let input = TicketTriageSortInput(
      text: "Still humming. Any news?", today: try today(), plan: .pro,
      rules: ["Lamps that hum are replaced within two years."],
      open: [TicketTriageSortInput.Ticket(number: 812, summary: "A desk lamp hums.")])
    return try await TicketTriageClient(RemoteModel("groq:openai/gpt-oss-20b")).sort(input)
  }

  @Test("The cassette of a question is what the client makes of its answer")
  func questionWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/groq/ticket-triage-question.xml",
      note: "An answer in a strict mode, which has null for what is missing.",
      .chat(
        """
        {"summary":"The customer asks for news about a humming lamp.","language":"en","category":"defect",\
        "priority":"normal","mood":"annoyed","orders":[],"deadline":null,"duplicateOf":812,\
        "action":{"kind":"question","question":"When did you buy the lamp?"},\
        "reply":"Thank you for asking again. When did you buy the lamp? Then we know whether we can replace it."}
        """, from: "openai/gpt-oss-20b")
    ) { _ = try await Self.hum() }
  }

  @Test("What is about an open ticket says which", .cassette("groq/ticket-triage-question"))
  func question() async throws {
    let reply = try await Self.hum()
    let ticket = reply.value
    #expect(reply.attempts.count == 1)
    #expect((ticket.category, ticket.priority, ticket.mood) == (.defect, .normal, .annoyed))
    #expect(ticket.orders.isEmpty)
    #expect(ticket.deadline == nil)
    #expect(ticket.duplicateOf == 812)
    guard case .question(let question) = ticket.action else {
      Issue.record("\(ticket.action)")
      return
    }
    #expect(question.question == "When did you buy the lamp?")
  }
}
