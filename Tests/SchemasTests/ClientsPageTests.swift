import Schemas
import TestSupport
import Testing
import Typecast

/// The page prints what it shows; the test does not.
private func print(_ items: Any...) {}

/// The Swift of Documentation/clients.md, block by block.
@Suite("The page on clients")
struct ClientsPageTests {
  private let text = InvoiceClientTests.answer
  private let mail = "An invoice."
  private let answer = InvoiceClientTests.answer

  /// A model with an answer for every call of a test.
  private var model: any Model { ScriptedModel([ModelReply](repeating: ModelReply(answer), count: 8)) }

  @Test("Every block of the page is in this file, and so is compiled and run")
  func page() throws {
    try PageBlocks.expect("Documentation/clients.md", in: "Tests/SchemasTests/ClientsPageTests.swift", count: 19)
  }

  @Test("A value")
  func value() {
    do {
      let invoice = try Invoice(json: text)
      print(invoice.number, invoice.lines.count, invoice.json)
    } catch {
      print(error.kind)  // notJSON, invalid, numberOutOfRange or undecided
      for fault in error.report.errors {  // all of them, not the first
        print(fault.position, fault.instancePointer, fault.keyword, fault.message)
      }
      print(error.report.summary())  // the same for a model, short
    }
  }

  @Test("A call")
  func call() async throws {
    let client = InvoiceClient(model, settings: Settings(temperature: 0, maxTokens: 2_000))
    let reply = try await client.extract(text: mail)
    print(reply.value.total, reply.text, reply.model, reply.finish, reply.usage.output ?? 0)
    print(reply.report)  // each attempt, with what was repaired, what it cost and how long it took

    _ = try await client.read(language: "Swedish", text: mail)

    let input = InvoiceFollowInput(
      text: mail, remarks: [InvoiceFollowInput.Remark(author: "Ada", weight: 0.5)], isUrgent: false)
    _ = try await client.follow(input)

    for message in InvoiceClient.readMessages(language: "Swedish", text: mail) {
      print(message.role.rawValue, message.text)
    }

    let first = try await client.extract(text: mail)
    _ = try await client.read(
      language: "", text: "The same for December, please.", settings: Settings(history: first.conversation))
  }

  @Test("An answer that is no value")
  func failure() async throws {
    let otherModel = model
    let careful = InvoiceClient(
      model,
      policy: Policy(
        level: .coerce, steps: [.correct, .correct, .convert], fallbacks: [otherModel],
        budget: Budget(attempts: 6, tokens: 50_000, time: .seconds(60))))
    print(try await careful.extract(text: mail).attempts.count)
  }

  @Test("An answer that gives no value")
  func error() async throws {
    let client = InvoiceClient(ScriptedModel([ModelReply("{\"numb", finish: .length)]))
    do {
      _ = try await client.extract(text: mail)
    } catch {
      switch error.kind {
      case .truncated: print("raise maxTokens", error.model ?? "")
      case .invalidOutput: print(error.problem?.problems.count ?? 0, error.reply?.text ?? "")
      default: print(error.report)  // modelFailed, timeout, budget, cancelled, toolFailed and others
      }
    }
  }

  @Test("Checks of your own")
  func checks() async throws {
    let checked = InvoiceClient(model) { invoice in
      let sum = invoice.lines.reduce(invoice.tax) { $0 + $1.amount }
      guard abs(sum - invoice.total) < 0.005 else {
        throw Objection("is \(invoice.total), but lines and tax come to \(sum)", at: "/total")
      }
    }
    _ = try await checked.extract(text: mail)
  }

  @Test("Tools")
  func tools() async throws {
    let call = ToolCall(id: "1", name: "find_customer", arguments: #"{"name": "Ada"}"#)
    let modelWithTools = ScriptedModel([
      ModelReply("", finish: .toolCalls, toolCalls: [call]), ModelReply(answer),
    ])
    let customers = Tool("find_customer", "Finds a customer's number by name.") { (query: CustomerQuery) in
      guard query.name == "Ada" else { throw Objection("no customer is called \(query.name)", at: "/name") }
      return "7"
    }
    let assisted = InvoiceClient(modelWithTools, tools: [customers])
    for attempt in try await assisted.extract(text: mail).attempts {
      print(attempt.toolRuns.map(\.result.text))
    }
    #expect(modelWithTools.requests[1].messages.last?.toolResults.first?.text == "7")
  }

  @Test("A stream")
  func stream() async throws {
    let client = InvoiceClient(model)
    for try await event in client.streamExtract(text: mail) {
      switch event {
      case .partial(let partial):
        print(partial.number?.string ?? "…", partial.currency?.rawValue ?? "…")
        if let lines = partial.lines {
          print(lines.map { $0?.description?.string ?? "…" }, lines.completeCount)
        }
        print(partial.isComplete)
      case .restart(let attempt):
        print("asked again", attempt.problem?.problems.count ?? 0)  // the partial values so far are void
      case .reply(let reply):
        print(reply.value.number)
      }
    }
  }

  @Test("The elements of a stream")
  func elements() async throws {
    let client = InvoiceClient(model)
    let stream = client.streamExtract(text: mail)
    for try await line in stream.elements(of: Invoice.Line.self, at: { $0.lines }) {
      print(line.amount)
    }
  }

  @Test("A model")
  func wrapper() async throws {
    struct Shouting: Model {
      let base: any Model
      var name: String { "shouting:" + base.name }

      func reply(to request: ModelRequest) async throws -> ModelReply {
        try await base.reply(to: louder(request))
      }

      func stream(_ request: ModelRequest) -> ModelStream {
        base.stream(louder(request))
      }

      private func louder(_ request: ModelRequest) -> ModelRequest {
        var request = request
        request.messages.append(Message(.user, "ANSWER NOW."))
        return request
      }
    }
    let script = ScriptedModel(answer)
    let reply = try await InvoiceClient(Shouting(base: script)).extract(text: mail)
    #expect(reply.model == "shouting:script")
    #expect(script.requests[0].messages.last?.text == "ANSWER NOW.")
  }

  @Test("A model that streams")
  func typewriter() async throws {
    struct Typewriter: Model {
      let name = "typewriter"
      let text: String

      func reply(to request: ModelRequest) async throws -> ModelReply {
        ModelReply(text, usage: Usage(output: 100))
      }

      func stream(_ request: ModelRequest) -> ModelStream {
        ModelStream(
          AsyncThrowingStream { continuation in
            for character in text { continuation.yield(.text(String(character))) }
            continuation.yield(.end(ModelEnding(.stop, usage: Usage(output: 100))))
            continuation.finish()
          })
      }
    }
    let reply = try await InvoiceClient(Typewriter(text: answer)).streamExtract(text: mail).reply()
    #expect(reply.usage.output == 100)
  }

  @Test("A trace")
  func trace() async throws {
    let traced = model.with(Trace { print($0) })
    _ = try await InvoiceClient(traced).extract(text: mail)
  }

  @Test("Without a compiled schema")
  func dynamic() async throws {
    let schema = try CompiledSchema(parsing: #"{"type": "object", "required": ["total"]}"#)
    let asker = Asker(model, schema: schema, named: "Sum")
    let shape = SchemaSketch.text(of: schema)
    let sum = try await asker.ask([Message(.system, "Answer in JSON: \(shape)"), Message(.user, mail)])
    print(sum.value["total"] ?? .null)
  }

  @Test("Tests without a network")
  func offline() async throws {
    let script = ScriptedModel(answer, #"{"number": 12}"#, pieceLength: 3)
    let first = try await InvoiceClient(script).extract(text: "hello")
    #expect(first.value.number == "INV-2026-00001")
    #expect(script.requests[0].messages.last?.text == "hello")
    let strict = InvoiceClient(script, policy: .once)
    await #expect(throws: ReplyError.self) { try await strict.extract(text: "once more") }

    let sample = try await InvoiceClient(SampleModel(seed: 7)).extract(text: "anything")
    try sample.value.validate()
  }

  @Test("Tests without a clock")
  func clock() async throws {
    let clock = VirtualClock(skippingSleep: true)
    let timed = try await CallEnvironment.with(clock: clock) {
      try await InvoiceClient(model).extract(text: mail)
    }
    #expect(timed.timings.total == .zero)
  }
}
