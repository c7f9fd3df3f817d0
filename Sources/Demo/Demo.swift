import Schemas
import Typecast
import TypecastCassettes
import TypecastJSON
import TypecastModels

/// The way of one value: a mail, a model that answers carelessly, and an invoice that follows its schema.
struct Demo {
  static let cassette = "Golden/cassettes/ollama/demo-invoice.xml"

  let screen: Screen

  /// The folder of the package.
  let folder: String

  /// Runs the demo, and says whether it came to its end.
  ///
  /// - Parameters:
  ///   - live: The model to ask; nil to play the cassette.
  ///   - transport: What carries its requests; nil for the network.
  func run(live: String?, over transport: (any Transport)? = nil) async -> Bool {
    do {
      let model = try Self.model(live ?? "ollama:llama3.2")
      screen.write(
        live.map { "Asking \($0).\n" }
          ?? "Playing \(Self.cassette): no key, no network.\n"
          + "To ask a model: make demo MODEL=ollama:llama3.2\n")
      screen.heading("Schemas/Invoice.schema.json was compiled to the types Invoice and InvoiceClient.")
      screen.line("This mail becomes an Invoice:")
      screen.quote(mail)
      if live != nil {
        return try await CallEnvironment.with(transport: transport) { try await askPatiently(model) }
      }
      let player = CassettePlayer(
        try Cassette(path: "\(folder)/\(Self.cassette)"), path: Self.cassette, options: ReplayOptions(pace: .recorded))
      return try await CallEnvironment.with(transport: player) { try await ask(model) }
    } catch let error as ReplyError {
      screen.heading("There is no value.")
      screen.quote(error.report)
    } catch let error as ModelError {
      screen.fault(error.message)
    } catch {
      screen.fault("\(error)")
    }
    return false
  }

  /// The model that is asked, which has to write JSON by itself: where a server holds it to the schema, there is less to
  /// see.
  static func model(_ name: String) throws(ModelError) -> RemoteModel {
    try RemoteModel(name, options: ModelOptions(mode: .prompted))
  }

  /// Asks a model that may take its time, and says so.
  private func askPatiently(_ model: some Model) async throws -> Bool {
    let waiting = Waiting(screen: screen)
    var call = CallEnvironment.current
    call.willWait = { [screen] delay, reason in
      if delay >= .seconds(1) { screen.fault("asked again in \(delay.short): \(reason)") }
    }
    return try await CallEnvironment.$current.withValue(call) {
      do {
        return try await ask(model, waiting)
      } catch {
        await waiting.end()
        throw error
      }
    }
  }

  private func ask(_ model: some Model, _ waiting: Waiting? = nil) async throws -> Bool {
    let client = InvoiceClient(model.with(RequestsShown(screen: screen, waiting: waiting)))
    var growing = GrowingValue(screen: screen)
    for try await event in client.streamRead(language: "English", text: mail) {
      await waiting?.end()
      switch event {
      case .partial(let partial):
        growing.show(partial.json)
      case .restart(let attempt):
        show(attempt, as: "The answer as it came, and what is wrong with it:")
        growing = GrowingValue(screen: screen)
      case .reply(let reply):
        if let last = reply.attempts.last { show(last, as: "The answer as it came, and what was repaired:") }
        screen.heading("The value, an Invoice that follows every keyword of its schema:")
        screen.quote(reply.value.jsonValue.map { JSONWriter(style: .pretty).string(of: $0) } ?? reply.value.json)
        screen.heading("What it took:")
        for attempt in reply.attempts { screen.line(attempt.summary) }
        screen.line("in all: \(reply.timings), tokens \(reply.usage)")
      }
    }
    return true
  }

  private func show(_ attempt: Attempt, as heading: String) {
    screen.heading(heading)
    screen.quote(attempt.reply?.text ?? "")
    for repair in attempt.repairs { screen.fault("repaired: \(repair)") }
    for problem in attempt.problem?.problems ?? [] { screen.fault("wrong: \(problem)") }
    if let failure = attempt.failure { screen.fault("failed: \(failure)") }
  }
}

extension Attempt {
  fileprivate var summary: String { description.prefix { $0 != "\n" }.description }
}

extension SchemaValue {
  fileprivate var jsonValue: JSONValue? { try? JSONValue(parsing: json) }
}

/// Shows what a model is asked: the prompt first, then what it is told about its answer.
private struct RequestsShown: ModelMiddleware {
  let screen: Screen
  let waiting: Waiting?

  func reply(
    to request: ModelRequest, of model: any Model, next: @Sendable (ModelRequest) async throws -> ModelReply
  ) async throws -> ModelReply {
    show(request)
    return try await next(request)
  }

  func stream(
    _ request: ModelRequest, of model: any Model, next: @escaping @Sendable (ModelRequest) -> ModelStream
  ) -> ModelStream {
    show(request)
    return next(request)
  }

  private func show(_ request: ModelRequest) {
    let isFirst = !request.messages.contains { $0.role == .assistant }
    screen.heading(isFirst ? "The prompt, made of Invoice.read.prompt.md and the schema:" : "The model is asked again:")
    for message in isFirst ? request.messages : request.messages.suffix(1) {
      screen.line("\(message.role.rawValue):")
      screen.quote(isFirst && message.role == .user ? "(the mail)" : message.text)
    }
    screen.heading("It answers, and the value fills:")
    waiting?.begin()
  }
}
