import Testing
import Typecast

import struct GoldenTypes.Person

@Suite("What models are asked after a wrong answer")
struct CallStoryTests {
  private let right = #"{"name": "Ada", "age": 36}"#
  private let wrong = #"{"name": "Ada", "age": -36}"#

  @Test("A wrong answer is corrected by a list of what is wrong with it")
  func correction() async throws {
    try await CallScene().expect(
      ScriptedModel([
        ModelReply(#"{"name": 12, "agee": -36, "role": "boss"}"#, usage: Usage(input: 20, output: 10)),
        ModelReply(right, usage: Usage(input: 50, output: 10, cached: 20)),
      ]), golden: "correction")
  }

  @Test("What can't be corrected is turned into JSON, and nothing else is asked")
  func conversion() async throws {
    try await CallScene().expect(
      ScriptedModel("Ada, who is 36.", "As I said: Ada is 36 years old.", right), golden: "conversion")
  }

  @Test("A wrong answer that comes twice is not asked to be corrected a second time")
  func repeated() async throws {
    var scene = CallScene()
    scene.policy.steps = [.correct, .correct, .correct, .convert]
    try await scene.expect(ScriptedModel(wrong, wrong, wrong), ScriptedModel(right, name: "other"), golden: "repeated")
  }

  @Test("A model that fails hands over to the next one, which is asked from the beginning")
  func failure() async throws {
    struct NoNetwork: Error, CustomStringConvertible { let description = "no network" }
    try await CallScene().expect(
      ScriptedModel([.success(ModelReply(wrong)), .failure(NoNetwork())]), ScriptedModel(right, name: "other"),
      golden: "failure")
  }

  @Test("An answer that was cut off hands over to the next model, and is told for what it is")
  func truncated() async throws {
    let cut = ModelReply(right, finish: .length)
    try await CallScene().expect(ScriptedModel([cut]), ScriptedModel([cut], name: "other"), golden: "truncated")
  }

  @Test("What a check objects to reaches the model, which is not asked to turn JSON into JSON")
  func objection() async throws {
    var scene = CallScene()
    scene.policy.steps = [.correct, .convert, .correct]
    scene.checks = [
      { value in
        guard value["age"] == 36 else { throw Objection("Ada is 36, not \(value["age"] ?? .null)", at: "/age") }
      }
    ]
    try await scene.expect(
      ScriptedModel(#"{"name": "Ada", "age": "35"}"#, #"{"name": "Ada", "age": 37}"#, right), golden: "objection")
  }

  @Test("Attempts that are used up end the call, and each is told")
  func attempts() async throws {
    var scene = CallScene()
    scene.policy.budget.attempts = 2
    try await scene.expect(ScriptedModel(wrong, "no"), golden: "attempts")
  }

  @Test("Tokens that are used up end the call, and an answer gets what is left")
  func tokens() async throws {
    var scene = CallScene()
    scene.settings.maxTokens = 100
    scene.policy.budget.tokens = 160
    let answers = [ModelReply(wrong, usage: Usage(input: 40, output: 30)), ModelReply("no", usage: Usage(input: 60))]
    try await scene.expect(ScriptedModel(answers), golden: "tokens")
  }

  @Test("A model that was cut off by itself hands over, whatever the budget still allows")
  func ownLimit() async throws {
    var scene = CallScene()
    scene.policy.budget.tokens = 5_000
    let cut = ModelReply(right, finish: .length, usage: Usage(input: 10, output: 50))
    let (first, second) = (ScriptedModel([cut]), ScriptedModel([ModelReply(right)], name: "other"))
    let reply = try await scene.asker([first, second]).ask(scene.messages)
    #expect(reply.model == "other")
    #expect(first.requests[0].settings.maxTokens == nil)
    #expect(first.requests[0].tokensLeft == 4_994)
    #expect(second.requests[0].tokensLeft == 4_934)
  }

  @Test("An answer that is too long to be sent back whole is not turned into JSON, since only a part would be")
  func longProse() async throws {
    let prose = String(repeating: "界", count: 10_923)
    var scene = CallScene()
    scene.policy.steps = [.correct, .convert]
    let model = ScriptedModel(prose, prose + "a", right)
    let error = await #expect(throws: ReplyError.self) { try await scene.asker([model]).ask(scene.messages) }
    #expect(error?.kind == .invalidOutput)
    #expect(error?.attempts.map(\.purpose) == [.question, .correction])
    let sent = model.requests[1].messages[2].text
    #expect(sent.utf8.count < 17_000)
    #expect(sent.contains("\n… 16383 bytes are left out here …\n"))
  }

  @Test("Of many problems the model gets the first, and of a long answer its ends")
  func long() async throws {
    var scene = CallScene()
    scene.schema = #"{"type": "array", "items": {"type": "integer", "maximum": 0}}"#
    let text = "[" + (1...30_000).map(String.init).joined(separator: ", ") + "]"
    let model = ScriptedModel(text, "[]")
    _ = try await scene.asker([model]).ask(scene.messages)
    let messages = model.requests[1].messages
    #expect(messages[2].text.utf8.count < 17_000)
    #expect(messages[2].text.hasPrefix("[1, 2, ") && messages[2].text.hasSuffix(", 30000]"))
    #expect(model.requests.count == 2)
    #expect(messages[3].text.split(separator: "\n").count == 23)
    #expect(messages[3].text.contains("- and 29980 more"))
  }

  @Test("Only the last wrong answer is sent along, so that attempts cost the same")
  func pruned() async throws {
    var scene = CallScene()
    scene.policy = Policy(steps: Array(repeating: .correct, count: 30), budget: Budget(attempts: 31))
    let answers = (1...30).map { ModelReply(#"{"name": "Ada", "age": \#(-$0)}"#) } + [ModelReply(right)]
    let model = ScriptedModel(answers)
    let reply = try await scene.asker([model]).ask(scene.messages)
    #expect(reply.attempts.count == 31)
    #expect(Set(model.requests.dropFirst().map(\.messages.count)) == [4])
  }

  @Test("Tools are run, told of their errors, and their results stay when an answer is corrected")
  func tools() async throws {
    var scene = CallScene()
    scene.tools = [
      Tool("age", "Tells how old somebody is.") { (person: Person) in
        guard person.name == "Ada" else { throw Objection("nobody is called \(person.name)", at: "/name") }
        return "36"
      }
    ]
    func call(_ id: String, _ name: String, _ arguments: String) -> ToolCall {
      ToolCall(id: id, name: name, arguments: arguments)
    }
    let first = ModelReply(
      "Let me see.", finish: .toolCalls,
      toolCalls: [
        call("a", "age", "{name: 'Ada', nick: None}"), call("b", "ages", "{}"), call("c", "age", #"{"name": ""}"#),
        call("d", "age", #"{"name": "Bob", "nick": null}"#),
      ])
    try await scene.expect(ScriptedModel([first, ModelReply(wrong), ModelReply(right)]), golden: "tools")
  }

  @Test("When a tool fails, those beside it that were through are told")
  func failingTool() async throws {
    struct Broken: Error {}
    var scene = CallScene()
    let done = Counter()
    scene.tools = [
      Tool("quick", "") { (person: Person) in
        done.add(1)
        return person.name
      },
      Tool("broken", "") { (_: Person) -> String in
        while done.value == 0 { await Task.yield() }
        throw Broken()
      },
    ]
    let arguments = #"{"name": "Ada", "nick": null}"#
    let calls = ["quick", "broken"].map { ToolCall(id: $0, name: $0, arguments: arguments) }
    let model = ScriptedModel([ModelReply("", finish: .toolCalls, toolCalls: calls)])
    let error = await #expect(throws: ReplyError.self) { try await scene.asker([model]).ask(scene.messages) }
    #expect(error?.kind == .toolFailed)
    #expect(error?.attempts[0].toolRuns.map(\.result.text) == ["Ada"])
    #expect(error?.underlying is Broken)
  }

  @Test("The tool that failed is told, and not the one that was ended because of it")
  func firstFailure() async throws {
    struct Broken: Error {}
    var scene = CallScene()
    scene.tools = [
      Tool("slow", "") { (_: Person) -> String in
        try await Task.sleep(for: .seconds(60))
        return ""
      },
      Tool("broken", "") { (_: Person) -> String in throw Broken() },
    ]
    let arguments = #"{"name": "Ada", "nick": null}"#
    let calls = ["slow", "broken"].map { ToolCall(id: $0, name: $0, arguments: arguments) }
    let model = ScriptedModel([ModelReply("", finish: .toolCalls, toolCalls: calls)])
    let error = await #expect(throws: ReplyError.self) { try await scene.asker([model]).ask(scene.messages) }
    #expect(error?.message == "The tool 'broken' failed with an error of type Broken; see underlying.")
  }

  @Test("An answer that stopped for anything but its end is never closed")
  func filtered() async throws {
    let open = ModelReply(#"{"name": "Ada", "age": 36"#, finish: FinishReason(rawValue: "content_filter"))
    let error = await #expect(throws: ReplyError.self) {
      try await CallScene().asker([ScriptedModel([open])]).ask(CallScene().messages)
    }
    #expect(error?.kind == .malformedReply)
    #expect(error?.message == "The answer of script is not whole: it stopped for 'content_filter'.")
  }

  @Test(
    "An answer that its model or its provider ended early fails for that",
    arguments: [
      (FinishReason.refusal, FailureKind.refusal, "script declined to answer: it is private"),
      (.blocked, .contentPolicy, "A filter of the provider stopped script: it is private"),
      (.incomplete, .malformedReply, "The answer of script stopped before its end; ask again."),
    ])
  func endedEarly(finish: FinishReason, kind: FailureKind, message: String) async throws {
    let open = ModelReply("{}", ending: ModelEnding(finish, explanation: "it is private"))
    let error = await #expect(throws: ReplyError.self) {
      try await CallScene().asker([ScriptedModel([open])]).ask(CallScene().messages)
    }
    #expect(error?.kind == kind)
    #expect(error?.message == message)
  }

  @Test("What a model failed for is what the call fails for, and thoughts go back with the results of tools")
  func kinds() async throws {
    let failure = ModelError(.quota, detail: "day", row: "x.quota.day", "Nothing is left for today.")
    let error = await #expect(throws: ReplyError.self) {
      try await CallScene().asker([ScriptedModel([.failure(failure)])]).ask(CallScene().messages)
    }
    #expect(error?.kind == .quota)
    #expect(error?.message == "script failed: Nothing is left for today.")
    var scene = CallScene()
    scene.tools = [Tool("age", "") { (_: Person) in "36" }]
    let wish = ModelReply(
      "", thoughts: [Thought("Who?", signature: "s")],
      toolCalls: [ToolCall(id: "a", name: "age", arguments: right, signature: "t")])
    let model = ScriptedModel([wish, ModelReply(right)])
    _ = try await scene.asker([model]).ask(scene.messages)
    let said = model.requests[1].messages.first { $0.role == .assistant }
    guard case .thought(let thought) = said?.parts.first else {
      Issue.record("there is no thought")
      return
    }
    #expect(thought.signature == "s")
    #expect(said?.toolCalls.first?.signature == "t")
  }

  @Test("A model that calls tools where there are none is told so")
  func noTools() async throws {
    let call = ModelReply("", toolCalls: [ToolCall(id: "1", name: "age", arguments: "{}")])
    let model = ScriptedModel([call, ModelReply(right)])
    _ = try await CallScene().asker([model]).ask(CallScene().messages)
    #expect(model.requests[1].messages.last?.text.contains("the tool 'age' can't be called here") == true)
  }

  @Test("Nothing is made up for a tool, whatever is made up for an answer")
  func salvagedTool() async throws {
    var scene = CallScene()
    scene.policy.level = .salvage
    scene.tools = [Tool("age", "") { (_: Person) in "36" }]
    let wish = ModelReply("", toolCalls: [ToolCall(id: "a", name: "age", arguments: #"["Ada", null]"#)])
    let model = ScriptedModel([wish, ModelReply(right)])
    let reply = try await scene.asker([model]).ask(scene.messages)
    #expect(reply.attempts[0].toolRuns[0].result.isError)
  }

  @Test("A request that is at fault itself is not sent to other models, and its id is told")
  func refusal() async throws {
    struct Refused: ModelFailure {
      let requestID: String? = "req_9"
      let anotherModelMayHelp = false
    }
    let models = [ScriptedModel([.failure(Refused())]), ScriptedModel([ModelReply(right)], name: "other")]
    let error = await #expect(throws: ReplyError.self) { try await CallScene().asker(models).ask(CallScene().messages) }
    #expect(error?.kind == .modelFailed)
    #expect(error?.requestIDs == ["req_9"])
    #expect(models[1].requests.isEmpty)
  }

  @Test("A model that wants tools without end is stopped")
  func toolRounds() async throws {
    var scene = CallScene()
    scene.policy.toolRounds = 2
    scene.tools = [Tool("age", "Tells how old somebody is.") { (_: Person) in "36" }]
    let wish = ModelReply(
      "", finish: .toolCalls,
      toolCalls: [ToolCall(id: "a", name: "age", arguments: #"{"name": "Ada", "nick": null}"#)])
    try await scene.expect(ScriptedModel([wish, wish, wish]), golden: "tool-rounds")
  }

  @Test("What was said before stands behind the system's message, and goes on with the conversation")
  func history() async throws {
    var scene = CallScene()
    scene.settings.history = [Message(.user, "Hello."), Message(.assistant, "{}")]
    try await scene.expect(ScriptedModel(wrong, right), golden: "history")
    let reply = try await scene.asker([ScriptedModel(wrong, "{name: 'Ada', age: 36}")]).ask(scene.messages)
    #expect(reply.conversation.map(\.text) == ["Hello.", "{}", "Ada is 36.", #"{"name":"Ada","age":36}"#])
    let clean = try await scene.asker([ScriptedModel(right)]).ask(scene.messages)
    #expect(clean.conversation.last?.text == right)
  }
}
