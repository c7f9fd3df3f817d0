import Schemas
import Testing
import Typecast

@Suite("A client made from a schema and its prompts")
struct InvoiceClientTests {
  static let answer = """
    {"number": "INV-2026-00001", "kind": "invoice", "issued": "2026-11-26", "due": "2026-12-26", "currency": "EUR",
     "seller": {"name": "Tea & Leaf"}, "customer": {"name": "Ada", "email": "ada@example.com",
       "address": {"street": "Main St 1", "city": "Malmö", "postalCode": "211 20", "country": "SE"}},
     "lines": [{"sku": "ABC-0001", "description": "Tea", "quantity": 2, "unit": "piece", "unitPrice": 1.5, "amount": 3}],
     "net": 3, "tax": 0.75, "total": 3.75, "notes": []}
    """

  @Test("A valid answer becomes a value, and the model was asked with prompt, schema and settings")
  func reply() async throws {
    let model = ScriptedModel([ModelReply(Self.answer, usage: Usage(input: 10, output: 20))])
    let reply = try await InvoiceClient(model, settings: Settings(seed: 3)).read(language: "Swedish", text: "…")
    #expect(reply.value.number == "INV-2026-00001")
    #expect(reply.value.customer.address?.city == "Malmö")
    #expect(reply.value.kind == .invoice)
    #expect(reply.value.reference == nil)
    #expect((reply.model, reply.usage.output) == ("script", 20))
    let request = try #require(model.requests.first)
    #expect(request.messages.map(\.role) == [.system, .user])
    #expect(request.messages[1].text == "…")
    #expect(request.messages[0].text.contains("You copy invoices, written in Swedish, into forms"))
    #expect((request.settings.temperature, request.settings.seed) == (0, 3))
    #expect(request.settings.maxTokens == nil)
    #expect(try request.schema?.isValid(Array(Self.answer.utf8)) == true)
  }

  @Test("An answer that the schema refuses is an error with every fault, and one that was cut off says so")
  func failures() async throws {
    let script = ScriptedModel([ModelReply("{}"), ModelReply("{\"number\": ", finish: .length)])
    let client = InvoiceClient(script, policy: .once)
    let invalid = await #expect(throws: ReplyError.self) { try await client.extract(text: "") }
    #expect(invalid?.kind == .invalidOutput)
    #expect(invalid?.problem?.kind == .invalid)
    #expect(invalid?.report.contains(#"missing "number", "issued""#) == true)
    let cut = await #expect(throws: ReplyError.self) { try await client.extract(text: "") }
    #expect(cut?.kind == .truncated)
    #expect(cut?.problem?.kind == .cutOff)
    let sound = InvoiceClient(ScriptedModel([ModelReply(Self.answer, finish: .length)]))
    let early = await #expect(throws: ReplyError.self) { try await sound.extract(text: "") }
    #expect(early?.description == "The answer of script was cut off at a limit of tokens; raise settings.maxTokens.")
    let exhausted = await #expect(throws: ReplyError.self) { try await client.extract(text: "") }
    #expect(exhausted?.kind == .modelFailed)
    #expect(exhausted?.underlying is ScriptedModel.Exhausted)
  }

  @Test("An answer that can be repaired becomes a value, and tells what was done")
  func repaired() async throws {
    let text =
      "Here you are:\n```json\n" + Self.answer.replacing("\"invoice\"", with: "\"Invoice\"").dropLast(1) + ",\n"
    let reply = try await InvoiceClient(ScriptedModel([ModelReply(text)])).extract(text: "")
    #expect(reply.value == (try Invoice(json: Self.answer)))
    #expect(reply.text == text)
    #expect(reply.repairs.map(\.rule) == [.prose, .fence, .extraComma, .missingEnd, .enumSpelling])
    let hopeless = InvoiceClient(ScriptedModel([ModelReply("I can't read that.")]), policy: .once)
    let error = await #expect(throws: ReplyError.self) { try await hopeless.extract(text: "") }
    #expect(error?.problem?.kind == .noJSON)
  }

  @Test("A streamed answer shows the value while it grows, and never half a number, literal or case")
  func stream() async throws {
    var partials: [Invoice.Partial] = []
    var reply: Reply<Invoice>?
    for try await event in InvoiceClient(ScriptedModel(Self.answer, pieceLength: 3)).streamExtract(text: "") {
      switch event {
      case .partial(let partial): partials.append(partial)
      case .restart: Issue.record("nothing had to be asked again")
      case .reply(let whole): reply = whole
      }
    }
    let value = try #require(reply?.value)
    #expect(partials.count > 100)
    for partial in partials {
      if let total = partial.total { #expect(total == 3.75) }
      if let currency = partial.currency { #expect(currency == .eur) }
      if let city = partial.customer?.address?.city { #expect("Malmö".hasPrefix(city.string)) }
      if let quantity = partial.lines?.first??.quantity { #expect(quantity == 2) }
    }
    let last = try #require(partials.last)
    #expect(last.isComplete)
    #expect(last.lines?.isComplete == true)
    #expect(last.lines?.map { $0?.description?.string } == ["Tea"])
    #expect(last.number?.string == value.number)
  }

  @Test(
    "An answer in prose and a fence, or one that has to be mended, is shown while it grows, too",
    arguments: ["", "'"])
  func wrappedStream(quote: String) async throws {
    let json = quote.isEmpty ? Self.answer : Self.answer.replacing("\"", with: quote)
    let text = "<think>{}</think>Here it is:\n```json\n\(json)\n```\n" + String(repeating: "Is that all? ", count: 40)
    let stream = InvoiceClient(ScriptedModel(text, text, pieceLength: 3)).streamExtract(text: "")
    var partials: [Invoice.Partial] = []
    for try await event in stream {
      if case .partial(let partial) = event { partials.append(partial) }
    }
    #expect(partials.count > (quote.isEmpty ? 100 : 3))
    let last = try #require(partials.last)
    #expect(last.isComplete)
    #expect(last.lines?.map { $0?.description?.string } == ["Tea"])
    var lines: [Invoice.Line] = []
    for try await line in stream.elements(of: Invoice.Line.self, at: { $0.lines }) { lines.append(line) }
    #expect(lines.map(\.description) == ["Tea"])
  }

  @Test("A model that makes answers up gives valid values")
  func samples() async throws {
    let client = InvoiceClient(SampleModel(seed: 5))
    for _ in 0..<20 { try await client.extract(text: "").value.validate() }
  }

  @Test("The model that makes answers up streams them in pieces")
  func sampleStream() async throws {
    var partials = 0
    var reply: Reply<Invoice>?
    for try await event in InvoiceClient(SampleModel(seed: 5, pieceLength: 3)).streamExtract(text: "") {
      switch event {
      case .partial: partials += 1
      case .restart: Issue.record("nothing had to be asked again")
      case .reply(let whole): reply = whole
      }
    }
    let text = try #require(reply?.text)
    #expect(partials == (text.count + 2) / 3)
    #expect(try await InvoiceClient(SampleModel(seed: 5)).extract(text: "").text == text)
  }

  @Test("A call whose task is cancelled ends")
  func cancellation() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await InvoiceClient(ScriptedModel(Self.answer)).extract(text: "")
    }
    let error = await #expect(throws: ReplyError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
  }
}
