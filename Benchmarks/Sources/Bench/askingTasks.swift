import Foundation
import GeneratedInvoices
import Synchronization
import Typecast
import TypecastJSON
import TypecastModels
import TypecastSchema

/// A transport that costs nothing: it always gives the same answer.
private struct ReadyTransport: Transport {
  let body: [UInt8]

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    HTTPResponse(
      status: 200, headers: HTTPHeaders([(name: "content-type", value: "application/json")]), body: HTTPBody([body]))
  }
}

/// A model that costs nothing: it always gives the same answers, in turn.
private final class ReadyModel: Model {
  let name = "ready"
  private let answers: [ModelReply]
  private let next = Atomic(0)

  init(_ answers: [ModelReply]) {
    self.answers = answers
  }

  func reply(to request: ModelRequest) async throws -> ModelReply {
    answers[next.wrappingAdd(1, ordering: .relaxed).oldValue % answers.count]
  }
}

/// Prints what a call costs around the model, for the invoices of the works, beside reading the answer alone.
func printAskingCosts(_ works: Works, _ measurement: Measurement) async throws {
  let work = "ask"
  guard measurement.filter.hasPrefix(work) || work.hasPrefix(measurement.filter) else { return }
  let text = String(decoding: try works.texts(of: "invoice")[0], as: UTF8.self)
  let wrong = text.replacing("\"currency\":\"", with: "\"currency\":\"X")
  let messages = [Message(.system, "Read the invoice."), Message(.user, text)]
  let whole = Asker(ReadyModel([ModelReply(text)]), for: GeneratedInvoice.self)
  let corrected = Asker(ReadyModel([ModelReply(wrong), ModelReply(text)]), for: GeneratedInvoice.self)
  guard try await corrected.ask(messages).attempts.count == 2 else {
    throw BenchmarkError(message: "The wrong invoice is not wrong.")
  }
  let count = Tool("count", "Counts the lines.") { (invoice: GeneratedInvoice) in "\(invoice.lines.count)" }
  let call = ToolCall(id: "1", name: "count", arguments: text)
  let assisted = Asker(
    ReadyModel([ModelReply("", finish: .toolCalls, toolCalls: [call, call]), ModelReply(text)]),
    for: GeneratedInvoice.self, tools: [count])
  guard try await assisted.ask(messages).attempts.first?.toolRuns.count == 2 else {
    throw BenchmarkError(message: "The tool did not run.")
  }
  func show(_ contender: String, _ body: () async throws -> Void) async throws {
    guard "\(work)\tTypecast \(contender)".hasPrefix(measurement.filter) else { return }
    let nanoseconds = try await measurement.median(body)
    Swift.print("\(work)\tTypecast \(contender)\t\(nanoseconds)\t\(text.utf8.count)")
  }
  try await show("decode alone") { _ = try GeneratedInvoice(json: text) }
  try await show("model alone") { _ = try await whole.model.reply(to: ModelRequest(messages)) }
  try await show("call") { _ = try await whole.ask(messages) }
  try await show("call streamed in one piece") { _ = try await whole.stream(messages).reply() }
  let answer: JSONValue = ["message": ["content": .string(text)], "done": true, "done_reason": "stop"]
  let remote = Asker(try RemoteModel("ollama:llama3.2"), for: GeneratedInvoice.self)
  try await CallEnvironment.with(transport: ReadyTransport(body: JSONWriter().bytes(of: answer))) {
    try await show("call of a provider's model") { _ = try await remote.ask(messages) }
  }
  try await show("call with a correction") { _ = try await corrected.ask(messages) }
  try await show("call with two tools run") { _ = try await assisted.ask(messages) }
}

extension Measurement {
  /// The median time of something that waits, in nanoseconds.
  fileprivate func median(_ body: () async throws -> Void) async throws -> Double {
    let clock = ContinuousClock()
    var samples: [Double] = []
    let start = clock.now
    while samples.count < 5 || (start.duration(to: clock.now) < .seconds(seconds) && samples.count < 1000) {
      let begin = clock.now
      for _ in 0..<200 { try await body() }
      let duration = begin.duration(to: clock.now)
      samples.append((Double(duration.components.seconds) * 1e9 + Double(duration.components.attoseconds) / 1e9) / 200)
    }
    return samples.sorted()[samples.count / 2]
  }
}
