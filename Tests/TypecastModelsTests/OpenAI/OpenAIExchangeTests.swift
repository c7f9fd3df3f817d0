import TestSupport
import Testing
import Typecast
import TypecastJSON

@testable import TypecastModels

@Suite("Recorded answers in OpenAI's words", .needsTestData)
struct OpenAIExchangeTests {
  private static let exchanges = Result { try OpenAIExchange.all() }

  private let explained = Set(OpenAIDifferences.reasons.flatMap(\.ids))
  private let unreadable = Set(OpenAIDifferences.unreadable.flatMap(\.ids))

  private func exchanges() throws -> [OpenAIExchange] { try Self.exchanges.get() }

  @Test("Text, calls and finish are as others read them, but for what is explained")
  func agreement() throws {
    var shares: [String: (same: Int, all: Int)] = [:]
    for exchange in try exchanges() {
      let key = "\(exchange.provider) \(exchange.api)"
      shares[key, default: (0, 0)].all += 1
      do {
        let reply = try exchange.reply()
        #expect(
          !unreadable.contains(exchange.id) && !OpenAIDifferences.reported.contains(exchange.id), "\(exchange.id)")
        let problems = exchange.assembled.map { differences(of: reply, from: $0) } ?? []
        #expect(problems.isEmpty != explained.contains(exchange.id), "\(exchange.id): \(problems)")
        #expect(
          (reply.finish == .incomplete) == OpenAIDifferences.incomplete.contains(exchange.id), "\(exchange.id)")
        if problems.isEmpty { shares[key, default: (0, 0)].same += 1 }
      } catch WireFault.reported(let json) {
        #expect(OpenAIDifferences.reported.contains(exchange.id), "\(exchange.id): \(json)")
        #expect(json["error"]?.isReport == true, "\(exchange.id)")
        shares[key, default: (0, 0)].same += 1
      } catch {
        #expect(unreadable.contains(exchange.id), "\(exchange.id): \(error)")
      }
    }
    for (key, share) in shares.sorted(by: { $0.key < $1.key }) { print("\(key): \(share.same) of \(share.all)") }
    let all = shares.values.reduce(0) { $0 + $1.all }
    let same = shares.values.reduce(0) { $0 + $1.same }
    #expect(all > 4_000)
    #expect(all - same == explained.count + unreadable.count)
  }

  private func differences(of reply: ModelReply, from json: JSONValue) -> [String] {
    var problems: [String] = []
    if json["text"]?.string ?? "" != reply.text { problems.append("text '\(reply.text.prefix(80))'") }
    let calls = (json["tool_calls"]?.array ?? []).map { call in
      "\(call["name"]?.string ?? "")(\(CallAssembler.arguments(call["arguments"])))"
    }
    let ours = reply.toolCalls.map { "\($0.name)(\($0.arguments))" }
    if calls != ours { problems.append("calls \(ours)") }
    let words = (json["finish"]?.array ?? []).compactMap(\.string)
    if let wanted = finish(words, reply), wanted != reply.finish { problems.append("finish \(words) \(reply.finish)") }
    return problems
  }

  /// What a provider's words come to; nil for none.
  private func finish(_ words: [String], _ reply: ModelReply) -> FinishReason? {
    let whole: FinishReason =
      reply.ending.explanation != nil ? .refusal : reply.toolCalls.isEmpty ? .stop : .toolCalls
    switch words.last {
    case nil, ""?: return nil
    case "stop"?, "tool_calls"?, "function_call"?, "completed"?, "complete"?, "eos"?: return whole
    case "length"?, "incomplete:max_output_tokens"?: return .length
    case "content_filter"?: return .blocked
    case "incomplete"?: return .incomplete
    case let word?: return FinishReason(rawValue: word)
    }
  }

  @Test("A stream is read the same wherever its bytes are cut")
  func cuts() throws {
    var streams = 0
    for exchange in try exchanges().sampled(8) where exchange.isStream && !unreadable.contains(exchange.id) {
      guard let whole = try? exchange.reply() else { continue }
      streams += 1
      let lengths = exchange.body.count < 16_000 ? [1, 7] : [61]
      for length in lengths { same(try exchange.reply(by: length), whole, exchange.id) }
      for step in 1..<6 { same(try exchange.reply(by: max(1, exchange.body.count * step / 6)), whole, exchange.id) }
    }
    print("Streams cut in pieces: \(streams)")
    #expect(streams > Effort.scaled(650, by: 10))
  }

  private func same(_ reply: ModelReply, _ whole: ModelReply, _ id: String) {
    #expect(reply.text == whole.text, "\(id)")
    #expect(reply.thinking == whole.thinking, "\(id)")
    #expect(reply.thoughts == whole.thoughts, "\(id)")
    #expect(reply.toolCalls == whole.toolCalls, "\(id)")
    #expect(reply.ending == whole.ending, "\(id)")
  }

  @Test("A stream of responses comes to what its last event says in whole")
  func completed() throws {
    var streams = 0
    for exchange in try exchanges() where exchange.isStream && exchange.api == "openai.responses" {
      guard let reply = try? exchange.reply(), let response = try lastResponse(in: exchange.body),
        response["output"]?.array?.isEmpty == false, response["status"] != nil
      else { continue }
      streams += 1
      var (left, right) = (reply, try exchange.format.reply(from: response, answerTool: nil))
      // The server seals a thought anew each time that it writes it down, and some give it another id.
      #expect(left.thoughts.map(\.text) == right.thoughts.map(\.text), "\(exchange.id)")
      #expect(left.thoughts.map { $0.signature == nil } == right.thoughts.map { $0.signature == nil }, "\(exchange.id)")
      left.thoughts = []
      right.thoughts = []
      right.ending.model = right.ending.model ?? left.ending.model
      same(left, right, exchange.id)
    }
    print("Streams of responses that end with the whole: \(streams)")
    #expect(streams > 200)
  }

  private func lastResponse(in body: [UInt8]) throws -> JSONValue? {
    var frames = EventStreamReader()
    var last: JSONValue?
    for item in try frames.append(body) + frames.finish() {
      if case .event(_, let data) = item, let response = try? JSONValue(parsing: data)["response"] { last = response }
    }
    return last
  }

  @Test("A server that draws lots by the same seed says the same in a stream and in whole")
  func seeded() throws {
    let own = try exchanges().filter { $0.provider == "own llamacpp" && $0.requestBody != nil }
    var pairs = 0
    for stream in own where stream.isStream {
      for whole in own where !whole.isStream && withoutStreaming(whole) == withoutStreaming(stream) {
        guard let left = try? stream.reply(), let right = try? whole.reply() else { continue }
        pairs += 1
        #expect(left.text == right.text, "\(stream.id)")
        #expect(left.toolCalls.map(\.arguments) == right.toolCalls.map(\.arguments), "\(stream.id)")
        #expect(left.finish == right.finish, "\(stream.id)")
        if left.usage != Usage() { #expect(left.usage.output == right.usage.output, "\(stream.id)") }
      }
    }
    #expect(pairs >= 6)
  }

  private func withoutStreaming(_ exchange: OpenAIExchange) -> JSONObject? {
    var body = exchange.requestBody?.object
    body?["stream"] = Optional<JSONValue>.none
    body?["stream_options"] = Optional<JSONValue>.none
    return body
  }

  @Test("Thoughts, usage and names are taken from where they stand")
  func particulars() throws {
    var thoughts = 0
    for exchange in try exchanges() where !exchange.isStream {
      guard let json = try? JSONValue(parsing: exchange.body), let reply = try? exchange.reply() else { continue }
      let usage = json["usage"]
      #expect(reply.usage.input == usage?["prompt_tokens"]?.int ?? usage?["input_tokens"]?.int, "\(exchange.id)")
      #expect(reply.ending.model == json["model"]?.words, "\(exchange.id)")
      #expect(reply.ending.requestID == json["id"]?.words, "\(exchange.id)")
      let message = json["choices"]?[0]?["message"]
      if let words = message?["reasoning_content"]?.words ?? message?["reasoning"]?.words {
        thoughts += 1
        #expect(reply.thinking == words, "\(exchange.id)")
      }
      let items = (json["output"]?.array ?? []).filter { $0["type"] == "reasoning" }
      #expect(reply.thoughts.map(\.id) == items.map { $0["id"]?.string }, "\(exchange.id)")
      #expect(reply.thoughts.map(\.signature) == items.map { $0["encrypted_content"]?.words }, "\(exchange.id)")
    }
    #expect(thoughts > 80)
  }
}
