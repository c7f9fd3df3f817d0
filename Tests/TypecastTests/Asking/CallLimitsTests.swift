import Testing
import Typecast

import struct GoldenTypes.Scores

/// A model that answers after a time on the clock of its call, and counts who waits for it.
private final class SlowModel: Model {
  let name = "slow"
  let delay: Duration
  let running = Counter()

  init(_ delay: Duration) {
    self.delay = delay
  }

  func reply(to request: ModelRequest) async throws -> ModelReply {
    running.add(1)
    defer { running.add(-1) }
    try await CallEnvironment.current.clock.sleep(delay)
    return ModelReply("{}")
  }
}

@Suite("Calls end in time, and leave nothing behind", .timeLimit(.minutes(15)))
struct CallLimitsTests {
  private func asker(_ model: any Model, policy: Policy = Policy(), _ limits: TimeLimits = TimeLimits()) throws
    -> Asker<JSONValue>
  {
    Asker(
      model, schema: try CompiledSchema(parsing: #"{"type": "object"}"#), named: "Thing",
      settings: Settings(timeLimits: limits), policy: policy)
  }

  private let question = [Message(.user, "?")]

  /// Waits until somebody sleeps on a clock.
  private func untilSleepers(_ count: Int, of clock: VirtualClock) async {
    while clock.sleeperCount < count { await Task.yield() }
  }

  @Test("A model that takes too long is stopped, and the next one is asked", arguments: [false, true])
  func timeout(streams: Bool) async throws {
    let clock = VirtualClock()
    let model = SlowModel(.seconds(60))
    let asker = try asker(
      model, policy: Policy(fallbacks: [ScriptedModel(#"{"a": 1}"#)]), TimeLimits(total: .seconds(5)))
    async let reply = CallEnvironment.with(clock: clock) {
      streams ? try await asker.stream(question).reply() : try await asker.ask(question)
    }
    await untilSleepers(2, of: clock)
    clock.advance(by: .seconds(5))
    let result = try await reply
    #expect(result.value == ["a": 1])
    #expect(result.timings.total == .seconds(5))
    #expect(result.timings.ours == .zero)
    #expect(result.attempts[0].timings.total == .seconds(5))
    #expect(model.running.value == 0)
  }

  @Test("A limit without another model is an error that says so")
  func timeoutAlone() async throws {
    let clock = VirtualClock()
    let asker = try asker(SlowModel(.seconds(60)), TimeLimits(total: .seconds(5)))
    let task = Task { try await CallEnvironment.with(clock: clock) { try await asker.ask(question) } }
    await untilSleepers(2, of: clock)
    clock.advance(by: .seconds(5))
    let error = await #expect(throws: ReplyError.self) { try await task.value }
    #expect(error?.kind == .timeout)
    #expect(error?.message == "slow gave no answer in 5.0 s; raise settings.timeLimits.total.")
  }

  @Test("The time of the budget counts for all attempts together")
  func budget() async throws {
    let clock = VirtualClock()
    let asker = try asker(
      SlowModel(.seconds(60)), policy: Policy(budget: Budget(time: .seconds(3))), TimeLimits(total: .seconds(5)))
    let task = Task { try await CallEnvironment.with(clock: clock) { try await asker.ask(question) } }
    await untilSleepers(2, of: clock)
    clock.advance(by: .seconds(3))
    let error = await #expect(throws: ReplyError.self) { try await task.value }
    #expect(error?.kind == .budget)
    #expect(error?.attempts.count == 1)
  }

  @Test("A clock that skips sleeps does not skip to the end of a limit")
  func skippedSleep() async throws {
    let clock = VirtualClock(skippingSleep: true)
    for _ in 0..<50 {
      let asker = try asker(SlowModel(.seconds(4)), TimeLimits(total: .seconds(5)))
      let reply = try await CallEnvironment.with(clock: clock) { try await asker.ask(question) }
      #expect(reply.timings.total == .seconds(4))
    }
  }

  @Test("A sleep ends at its time, however late it begins")
  func lateSleep() async throws {
    let clock = VirtualClock()
    let deadline = clock.now.advanced(by: .seconds(3))
    clock.advance(by: .seconds(5))
    try await clock.sleep(until: deadline)
    #expect((clock.sleeperCount, clock.now.offset) == (0, .seconds(5)))
  }

  @Test("Checks are stopped when the time of the budget is up")
  func slowCheck() async throws {
    let clock = VirtualClock()
    var asker = try asker(ScriptedModel("{}"), policy: Policy(budget: Budget(time: .seconds(3))))
    asker.checks = [{ _ in try await CallEnvironment.current.clock.sleep(.seconds(60)) }]
    let task = Task { [asker] in try await CallEnvironment.with(clock: clock) { try await asker.ask(question) } }
    await untilSleepers(2, of: clock)
    clock.advance(by: .seconds(3))
    #expect(await #expect(throws: ReplyError.self) { try await task.value }?.kind == .budget)
  }

  @Test("A limit that no clock can wait for is none, and an objection without a word objects")
  func extremes() async throws {
    let model = ScriptedModel("{}", "{}", "{}")
    let endless = try asker(
      model, policy: Policy(budget: Budget(time: .seconds(Int64.max))), TimeLimits(total: .seconds(Int64.max)))
    _ = try await endless.ask(question)
    _ = try await endless.stream(question).reply()
    var asker = try asker(model, policy: .once)
    asker.checks = [{ _ in throw Objection([]) }]
    #expect(await #expect(throws: ReplyError.self) { try await asker.ask(question) }?.kind == .invalidOutput)
  }

  @Test("All checks are heard before a model is asked again")
  func checks() async throws {
    let model = ScriptedModel("{}", #"{"a": 1}"#)
    var asker = try asker(model)
    asker.checks = ["/a", "/b"].map { place in
      { value in if value["a"] == nil { throw Objection("is missing", at: place) } }
    }
    _ = try await asker.ask(question)
    #expect(model.requests[1].messages.last?.text.contains("- /a: is missing\n- /b: is missing\n") == true)
  }

  @Test(
    "Cancelling ends a call at once, whether it waits for a model, a stream, a stream with a limit, or a tool",
    arguments: 0..<4)
  func cancellation(way: Int) async throws {
    let clock = VirtualClock()
    let model = SlowModel(.seconds(60))
    let tools = Counter()
    var asker = try asker(model, TimeLimits(total: way == 3 ? .seconds(90) : nil))
    if way == 2 {
      let call = ToolCall(id: "1", name: "wait", arguments: #"{"a": []}"#)
      asker.model = ScriptedModel([ModelReply("", finish: .toolCalls, toolCalls: [call, call])])
      asker.tools = [
        Tool("wait", "Waits.") { (_: Scores) in
          tools.add(1)
          defer { tools.add(-1) }
          try await CallEnvironment.current.clock.sleep(.seconds(60))
          return ""
        }
      ]
    }
    let task = Task { [asker] in
      try await CallEnvironment.with(clock: clock) {
        way % 2 == 1 ? try await asker.stream(question).reply() : try await asker.ask(question)
      }
    }
    await untilSleepers(way < 2 ? 1 : 2, of: clock)
    task.cancel()
    let error = await #expect(throws: ReplyError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
    #expect((model.running.value, tools.value, clock.sleeperCount) == (0, 0, 0))
  }

  @Test("A cancelled task asks nobody")
  func cancelledBefore() async throws {
    let model = ScriptedModel("{}")
    let asker = try asker(model)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await asker.ask(question)
    }
    let error = await #expect(throws: ReplyError.self) { try await task.value }
    #expect(error?.kind == .cancelled)
    #expect(error?.timings == Timings())
    #expect(model.requests.isEmpty)
  }

  @Test("What a check or a tool throws beside an objection ends the call, and is kept from the model")
  func ownErrors() async throws {
    struct Secret: Error {}
    var asker = try asker(ScriptedModel("{}", "{}"))
    asker.checks = [{ _ in throw Secret() }]
    let check = await #expect(throws: ReplyError.self) { try await asker.ask(question) }
    #expect(check?.kind == .checkFailed)
    #expect(check?.underlying is Secret)
    let script = ScriptedModel([
      ModelReply("", finish: .toolCalls, toolCalls: [ToolCall(id: "1", name: "wait", arguments: #"{"a": []}"#)])
    ])
    asker.model = script
    asker.tools = [Tool("wait", "Waits.") { (_: Scores) -> String in throw Secret() }]
    let tool = await #expect(throws: ReplyError.self) { try await asker.ask(question) }
    #expect(tool?.kind == .toolFailed)
    #expect(script.requests.count == 1)
  }

  @Test("What can't be asked is refused before anybody is asked")
  func badRequests() async throws {
    let model = ScriptedModel("{}")
    var asker = try asker(model)
    let silent = await #expect(throws: ReplyError.self) { try await asker.ask([Message]()) }
    #expect(silent?.kind == .badRequest)
    for names in [["a", "a"], ["a b"], [""], [String(repeating: "a", count: 65)]] {
      asker.tools = names.map { Tool($0, "") { (_: Scores) in "" } }
      let error = await #expect(throws: ReplyError.self) { try await asker.ask(question) }
      #expect(error?.kind == .badRequest, "\(names)")
    }
    asker.tools = []
    for settings in [
      Settings(maxTokens: 0), Settings(temperature: .nan), Settings(temperature: -1), Settings(stop: [""]),
      Settings(timeLimits: TimeLimits(total: .zero)),
    ] {
      let error = await #expect(throws: ReplyError.self) { try await asker.ask(question, settings: settings) }
      #expect(error?.kind == .badRequest, "\(settings)")
    }
    #expect(model.requests.isEmpty)
  }
}
