import Schemas
import TestSupport
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Invoices that models read")
struct InvoiceTests {
  /// What a small model writes where nothing holds it to the schema.
  private static let careless = """
    Here is the invoice in JSON format:

    ```json
    {
      "invoiceNumber": "TW-2026-0117",
      "kind": "Invoice",
      "issued": "12/03/2026",
      "due": "11 April 2026",
      "currency": "€",
      'seller': {
        "name": "Tidewater Roasters GmbH",
        "vatId": "DE811907356",
        "email": "billing@tidewater.example",
        "address": {"street": "Speicherstadt 4", "postalCode": 20457, "city": "Hamburg", "country": "DE"}
      },
      "customer": {
        "name": "Harbour Café AB",
        "email": "accounts@harbour-cafe.example",
        "address": {"street": "Norra Hamngatan 12", "postalCode": "411 14", "city": "Göteborg", "country": "SE"}
      },
      "lines": [
        {"description": "Espresso grinder, model K7", "quantity": "2", "unitPrice": 349.50, "taxRate": "19 %", "amount": 699.00},
        {"description": "House blend, whole bean", "quantity": 12, "unit": "kg", "unitPrice": 18.40, "taxRate": 0.19, "amount": 220.80},
        {"description": "Installation and training", "quantity": 1.5, "unit": "h", "unitPrice": 80.00, "taxRate": 0.19, "amount": 120.00},
      ],
      "net": "1,039.80",
      "tax": 197.56,
      "total": "EUR 1,237.36"
      "iban": "DE89 3704 0044 0532 0130 00",
      "reference": "TW-2026-0117",
      "notes": "The grinders stay our property until they are paid."
    }
    ```

    Let me know if you need anything else!
    """

  /// What it writes when it is told of the date.
  private static let corrected = """
    You're right, the date was not in the right format. Here is the corrected JSON:

    ```json
    \(careless.split(separator: "```")[1].dropFirst("json\n".count).replacing("12/03/2026", with: "2026-03-12"))```
    """

  private static func text() throws -> String { try PackageRoot.text(of: "Golden/texts/invoice.txt") }

  private static func client() throws -> InvoiceClient { InvoiceClient(try RemoteModel("ollama:llama3.2")) }

  private static func read() async throws -> Reply<Invoice> {
    try await client().read(language: "English", text: text())
  }

  @Test("The cassette of a careless model is what the client makes of its answers")
  func written() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/ollama/invoice-messy.xml",
      note: "A small model that is not held to the schema: much to repair, and a date that may be two days.",
      .ollama(Self.careless), .ollama(Self.corrected), .ollamaStream(Self.careless), .ollamaStream(Self.corrected)
    ) {
      _ = try await Self.read()
      _ = try await Self.client().streamRead(language: "English", text: Self.text()).reply()
    }
  }

  @Test(
    "A careless answer is repaired, and asked for again where it could mean two days",
    .cassette("ollama/invoice-messy"))
  func careless() async throws {
    let reply = try await Self.read()
    #expect(reply.attempts.count == 2)
    let first = try #require(reply.attempts.first)
    #expect(
      first.problem?.problems.map(\.description) == [
        #"/issued: expected a date as in RFC 3339, such as 2024-05-01, found "12/03/2026""#
      ])
    #expect(
      first.repairs.map { "\($0.rule) \($0.pointer)" } == [
        "prose ", "fence ", "quotes /currency", "extraComma /lines/2", "missingComma /total", "fence ", "prose ",
        "alias /number", "enumSpelling /kind", "dateForm /due", "alias /currency", "alias /seller/vatNumber",
        "numberToText /seller/address/postalCode", "textToNumber /lines/0/quantity", "textToNumber /lines/0/taxRate",
        "textToNumber /net", "textToNumber /total", "wrapArray /notes",
      ])
    try Self.check(reply.value)

    var restarts = 0
    var partials = 0
    for try await event in try Self.client().streamRead(language: "English", text: Self.text()) {
      switch event {
      case .partial: partials += 1
      case .restart(let attempt):
        restarts += 1
        #expect(attempt.problem?.problems.map(\.description) == first.problem?.problems.map(\.description))
      case .reply(let streamed): #expect(streamed.value == reply.value)
      }
    }
    #expect(restarts == 1)
    #expect(partials > 20)
  }

  // MARK: A second look

  private static func follow() async throws -> Reply<Invoice> {
    let input = InvoiceFollowInput(
      text: try text(),
      remarks: [
        InvoiceFollowInput.Remark(
          author: "Ada", weight: 2, note: "We took one grinder only; they sent a corrected bill."),
        InvoiceFollowInput.Remark(author: "Emmy", weight: 1, note: "Ask for a discount?"),
      ], isUrgent: true, due: "2026-04-11")
    return try await InvoiceClient(RemoteModel("gemini:gemini-2.5-flash")).follow(input)
  }

  @Test("The cassette of a second look is what the client makes of its answer")
  func followWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/gemini/invoice-follow.xml", note: "A whole answer.",
      .gemini(
        """
        {
          "number": "TW-2026-0117", "issued": "2026-03-12", "due": "2026-04-11", "currency": "EUR",
          "seller": {"name": "Tidewater Roasters GmbH"}, "customer": {"name": "Harbour Café AB"},
          "lines": [
            {"description": "Espresso grinder, model K7", "quantity": 1, "unitPrice": 349.50, "amount": 349.50},
            {"description": "House blend, whole bean", "quantity": 12, "unit": "kg", "unitPrice": 18.40, "amount": 220.80},
            {"description": "Installation and training", "quantity": 1.5, "unit": "h", "unitPrice": 80, "amount": 120}
          ],
          "net": 690.30, "tax": 131.16, "total": 821.46
        }
        """)
    ) { _ = try await Self.follow() }
  }

  @Test("Remarks change an invoice", .cassette("gemini/invoice-follow"))
  func followed() async throws {
    let reply = try await Self.follow()
    #expect(reply.repairs.isEmpty)
    #expect(reply.value.lines.map(\.quantity) == [1, 12, 1.5])
    #expect((reply.value.net, reply.value.tax, reply.value.total) == (690.3, 131.16, 821.46))
    #expect(reply.value.kind == nil)
    #expect(reply.value.kindOrDefault == .invoice)
    #expect(reply.value.notesOrDefault == [])
  }

  private static func check(_ invoice: Invoice) throws {
    #expect(invoice.number == "TW-2026-0117")
    #expect(invoice.kind == .invoice)
    #expect((invoice.issued.year, invoice.issued.month, invoice.issued.day) == (2026, 3, 12))
    #expect(invoice.due?.text == "2026-04-11")
    #expect(invoice.currency == .eur)
    #expect(invoice.seller.name == "Tidewater Roasters GmbH")
    #expect(invoice.seller.vatNumber == "DE811907356")
    #expect(invoice.seller.email?.domain == "tidewater.example")
    #expect(invoice.seller.address?.postalCode == "20457")
    #expect(invoice.customer.name == "Harbour Café AB")
    #expect(invoice.customer.vatNumber == nil)
    #expect(invoice.customer.address?.city == "Göteborg")
    #expect(invoice.customer.address?.country == "SE")
    #expect(
      invoice.lines.map(\.description) == [
        "Espresso grinder, model K7", "House blend, whole bean", "Installation and training",
      ])
    #expect(invoice.lines.map(\.quantity) == [2, 12, 1.5])
    #expect(invoice.lines.map(\.unit) == [nil, "kg", "h"])
    #expect(invoice.lines.map(\.unitPrice) == [349.5, 18.4, 80])
    #expect(invoice.lines.map(\.taxRate) == [0.19, 0.19, 0.19])
    #expect(invoice.lines.map(\.amount) == [699, 220.8, 120])
    #expect((invoice.net, invoice.tax, invoice.total) == (1039.8, 197.56, 1237.36))
    #expect(invoice.iban == "DE89 3704 0044 0532 0130 00")
    #expect(invoice.reference == "TW-2026-0117")
    #expect(invoice.notes == ["The grinders stay our property until they are paid."])
  }
}
