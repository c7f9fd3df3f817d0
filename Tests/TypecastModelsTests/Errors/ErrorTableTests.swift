import TestSupport
import Testing
import Typecast

@testable import TypecastModels

@Suite("Error tables")
struct ErrorTableTests {
  static let cases: [(table: ErrorTable, cases: [ErrorCase])] = [
    (.openAI, ErrorCase.openAI("openai") + ErrorCase.general("openai")),
    (.groq, ErrorCase.groq + ErrorCase.openAI("groq") + ErrorCase.general("groq")),
    (.compatible, ErrorCase.compatible + ErrorCase.openAI("compatible") + ErrorCase.general("compatible")),
    (.anthropic, ErrorCase.anthropic + ErrorCase.general("anthropic")),
    (.gemini, ErrorCase.gemini + ErrorCase.general("gemini")),
    (.ollama, ErrorCase.ollama + ErrorCase.general("ollama")),
    (.transport, ErrorCase.transport),
  ]

  @Test("Every case gets its row", arguments: cases.indices)
  func rows(index: Int) {
    let (table, cases) = Self.cases[index]
    let ids = Set(table.rows.map(\.id) + ErrorTable.transport.rows.map(\.id))
    for expected in cases where ids.contains(expected.row) {
      let row = table.row(for: expected.signal)
      #expect(row.id == expected.row, "\(expected.signal.status ?? 0) \(expected.signal.message)")
    }
  }

  @Test("Every row is reached by a case: none is there for nothing", arguments: cases.indices)
  func reach(index: Int) {
    let (table, cases) = Self.cases[index]
    let reached = Set(cases.map { table.row(for: $0.signal).id })
    #expect(table.rows.map(\.id).filter { !reached.contains($0) } == [])
    let known = Set(table.rows.map(\.id) + ErrorTable.transport.rows.map(\.id))
    let special = Set(cases.map(\.row).filter { !$0.contains(".status.") })
    #expect(special.subtracting(known) == [], "there are cases for rows that do not exist")
  }

  @Test("Names are told apart, and say whose they are", arguments: ErrorTable.all.indices)
  func names(index: Int) {
    let table = ErrorTable.all[index]
    #expect(Set(table.rows.map(\.id)).count == table.rows.count)
    for row in table.rows {
      #expect(row.id.hasPrefix("\(table.name)."))
      #expect(!row.what.isEmpty && !row.what.hasSuffix("."), "\(row.id)")
      #expect(row.next.isEmpty || row.next.contains { ".:".contains($0) }, "\(row.id)")
    }
  }

  @Test("There is a row for every status, with and without a body", arguments: ErrorTable.servers.indices)
  func statuses(index: Int) {
    let table = ErrorTable.servers[index]
    for status in Array(100...599) + (600...999).sampled(20) {
      for body in ["", "{}", "[]", "null", "<html>", #"{"error":null}"#, #"{"error":{}}"#, "\u{0}\u{FF}"] {
        let row = table.row(for: ErrorSignal(status: status, body: Array(body.utf8)))
        switch status {
        case 401: #expect(row.kind == .authentication)
        case 403: #expect(row.kind == .permission)
        case 404: #expect(row.kind == .notFound)
        case 429: #expect(row.kind == .rateLimit && row.mayRetry)
        case 500..<600 where status != 501: #expect(row.mayRetry, "\(row.id) \(status)")
        case 400..<500: #expect(row.kind != .server || status == 409 || status == 425 || status == 424, "\(row.id)")
        default: break
        }
      }
    }
  }

  @Test("Nothing is sent again that is wrong by itself", arguments: ErrorTable.all.indices)
  func retries(index: Int) {
    let lasting: Set<FailureKind> = [
      .authentication, .permission, .modelNotFound, .notFound, .badRequest, .schemaRejected, .unsupported,
      .contextWindow, .contentPolicy, .refusal, .quota,
    ]
    for row in ErrorTable.all[index].rows {
      if lasting.contains(row.kind) { #expect(!row.mayRetry, "\(row.id)") }
      if row.kind == .overloaded { #expect(row.mayRetry, "\(row.id)") }
      if row.kind == .quota || row.kind == .rateLimit, let detail = row.detail {
        #expect(["minute", "day", "spend"].contains(detail), "\(row.id)")
      }
    }
  }

  @Test("The page of errors is what the tables say")
  func page() {
    Golden.expect(ErrorsPage.text, equals: "Documentation/errors.md")
  }
}
