import TypecastJSON
import TypecastSchema

/// The state of one call between its questions.
struct CallRun<Value: Answerable> {
  let asker: Asker<Value>
  private let settings: Settings
  let environment: CallEnvironment

  /// When the first question was asked; nothing runs before that.
  private(set) var start = Duration.zero
  private var hasStarted = false

  /// The question, and what tools were asked and gave back.
  private var conversation: [Message]

  /// What the next request has.
  private var messages: [Message]

  private(set) var route: Route
  private var attempts: [Attempt] = []
  private var questions = 0
  var toolRounds = 0
  private var waited = Duration.zero
  private var firstToken: Duration?

  /// The wrong answer that can best be made JSON of.
  private var wrongText: (text: String, hasJSON: Bool)?

  init(_ asker: Asker<Value>, _ messages: [Message], settings: Settings, environment: CallEnvironment) {
    self.asker = asker
    self.settings = settings
    self.environment = environment
    conversation = messages.behind(settings.history)
    self.messages = conversation
    route = Route(asker.model, asker.policy)
  }

  var clock: CallClock { environment.clock }

  var lastAttempt: Attempt? { attempts.last }

  /// The answer to a question as it comes, within its time.
  func reading(for turn: Turn) -> AnswerReading {
    let stream = CallEnvironment.$current.withValue(environment) {
      let stream = turn.model.stream(turn.request)
      return turn.limit.map { stream.limited(until: turn.start + $0, clock) } ?? stream
    }
    return AnswerReading(
      stream, GrowingAnswer(asker.target.schema, level: asker.policy.level), from: turn.start, by: clock)
  }

  /// The next question.
  mutating func begin() throws(ReplyError) -> Turn {
    if Task.isCancelled { throw failure(.cancelled, "The task was cancelled.") }
    if conversation.isEmpty { throw failure(.badRequest, "There is no message to send; give at least one.") }
    if attempts.isEmpty, let fault = asker.tools.fault ?? settings.fault { throw failure(.badRequest, fault) }
    let budget = asker.policy.budget
    if let limit = budget.attempts, questions >= limit {
      throw failure(.budget, "No value in \(limit) attempts, which is all that the budget allows.\(lastProblem)")
    }
    let now = clock.now()
    if !hasStarted {
      hasStarted = true
      start = now
    }
    let timeLeft = budget.time.map { $0 - (now - start) }
    if let timeLeft, timeLeft <= .zero { throw timeIsUp() }
    let purpose = route.purpose
    var request = ModelRequest(
      messages, settings: settings, schema: asker.target.schema, schemaName: asker.target.name,
      tools: purpose == .conversion ? [] : asker.tools.map(\.offer), id: environment.newID())
    request.settings.history = nil
    if let tokens = budget.tokens {
      let left = tokens - attempts.spentTokens - request.byteCount / 4
      if left <= 0 {
        throw failure(.budget, "No value for the \(tokens) tokens that the budget allows.\(lastProblem)")
      }
      request.tokensLeft = left
      request.settings.maxTokens = request.settings.maxTokens.map { min($0, left) }
    }
    let total = settings.timeLimits.total
    let isLimitedByBudget = timeLeft.map { $0 < total ?? $0 + .seconds(1) } ?? false
    // Clocks can't wait for all times that a duration can hold.
    let limit = (isLimitedByBudget ? timeLeft : total).map { min($0, .seconds(1_000_000_000)) }
    request.settings.timeLimits.total = limit
    return Turn(
      model: route.model, request: request, purpose: purpose, start: now, limit: limit,
      isLimitedByBudget: isLimitedByBudget)
  }

  /// Goes on after a model failed.
  ///
  /// - Parameter answer: What there was of its answer.
  mutating func take(_ error: any Error, after answer: ModelReply? = nil, in turn: Turn) throws(ReplyError) {
    questions += 1
    let took = clock.now() - turn.start
    waited += took
    attempts.append(
      Attempt(
        purpose: turn.purpose, model: turn.model.name, id: turn.request.id, reply: answer, repairs: [], problem: nil,
        failure: error, toolRuns: [], isWish: false, timings: Timings(firstToken: turn.firstToken, total: took),
        requestBytes: turn.request.byteCount))
    if Task.isCancelled { throw failure(.cancelled, "The task was cancelled.") }
    let isTimeUp = error is TimeLimitReached
    if isTimeUp, turn.isLimitedByBudget { throw timeIsUp() }
    if (error as? any ModelFailure)?.anotherModelMayHelp != false, route.nextModel() {
      messages = conversation
      return
    }
    if isTimeUp {
      throw failure(
        .timeout,
        "\(turn.model.name) gave no answer in \(turn.limit?.short ?? "time"); raise settings.timeLimits.total.")
    }
    let kind = (error as? any ModelFailure)?.kind ?? .modelFailed
    throw failure(kind, "\(turn.model.name) failed: \(error)", underlying: error)
  }

  /// Takes an answer; nil where a model has to be asked again.
  mutating func take(_ reply: ModelReply, in turn: Turn) async throws(ReplyError) -> Reply<Value>? {
    let received = clock.now()
    waited += received - turn.start
    let first = reply.ending.firstToken ?? turn.firstToken
    if firstToken == nil, let first { firstToken = turn.start - start + first }
    let isWish = !reply.toolCalls.isEmpty && !turn.request.tools.isEmpty && reply.finish.isWhole
    var waitedForTools = Duration.zero
    func attempt(_ repairs: [Repair] = [], problem: CastError? = nil, runs: [ToolRun] = []) -> Attempt {
      let now = clock.now()
      return Attempt(
        purpose: turn.purpose, model: turn.model.name, id: turn.request.id, reply: reply, repairs: repairs,
        problem: problem, failure: nil, toolRuns: runs, isWish: isWish,
        timings: Timings(firstToken: first, total: now - turn.start, ours: now - received - waitedForTools),
        requestBytes: turn.request.byteCount)
    }
    if isWish {
      let begin = clock.now()
      let results: (runs: [ToolRun], failure: (tool: String, error: any Error)?)
      do {
        results = try await run(reply.toolCalls)
        waitedForTools = clock.now() - begin
      } catch {
        waitedForTools = clock.now() - begin
        waited += waitedForTools
        attempts.append(attempt())
        throw thrown(error, .toolFailed, "A tool failed")
      }
      waited += waitedForTools
      let runs = results.runs
      attempts.append(attempt(runs: runs))
      if let failure = results.failure {
        throw thrown(failure.error, .toolFailed, "The tool '\(failure.tool.prefix(64))' failed")
      }
      goOn(after: reply, runs, in: turn)
      return nil
    }
    questions += 1
    if reply.text.isEmpty, let call = reply.toolCalls.first, reply.finish.isWhole {
      let problem = CastError(
        .noJSON, [.init("the tool '\(call.name.prefix(64))' can't be called here; answer with JSON as text")])
      attempts.append(attempt(problem: problem))
      try goOn(after: reply, problem, in: turn)
      return nil
    }
    switch Result(catching: { () throws(CastError) in
      try asker.target.cast(reply.text, finish: reply.finish, level: asker.policy.level)
    }) {
    case .failure(let problem):
      attempts.append(attempt(problem.repairs, problem: problem))
      try goOn(after: reply, problem, in: turn)
    case .success(let cast):
      let objection: Objection?
      do {
        objection = try await self.objection(to: cast.value)
      } catch {
        attempts.append(attempt(cast.repairs))
        throw thrown(error, .checkFailed, "A check failed")
      }
      guard let objection else {
        attempts.append(attempt(cast.repairs))
        // A broken text would set an example.
        conversation.append(Message(.assistant, cast.repairs.isEmpty ? reply.text : cast.value.json))
        return Reply(
          value: cast.value, attempts: attempts, timings: timings,
          conversation: conversation.filter { $0.role != .system })
      }
      let problem = CastError(.objection, objection.problems)
      attempts.append(attempt(cast.repairs, problem: problem))
      try goOn(after: reply, problem, in: turn)
    }
    return nil
  }

  // MARK: What comes next

  /// Gives the results of tools to the model that wanted them.
  private mutating func goOn(after reply: ModelReply, _ runs: [ToolRun], in turn: Turn) {
    let said = reply.text.isEmpty ? [] : [Message.Part.text(reply.text)]
    let exchange = [
      Message(.assistant, reply.thoughts.map { .thought($0) } + said + reply.toolCalls.map { .toolCall($0) }),
      Message(.tool, runs.map { .toolResult($0.result) }),
    ]
    conversation += exchange
    messages += exchange
  }

  /// Decides what comes after a wrong answer.
  private mutating func goOn(after reply: ModelReply, _ problem: CastError, in turn: Turn) throws(ReplyError) {
    let hasJSON = problem.kind != .noJSON
    if turn.purpose == .question || hasJSON || wrongText?.hasJSON != true { wrongText = (reply.text, hasJSON) }
    if problem.kind == .cutOff, let left = turn.request.tokensLeft, (reply.usage.output ?? 0) >= left {
      throw failure(.budget, "The answer of \(turn.model.name) was cut off where the budget of tokens ends; raise it.")
    }
    let isLong = (wrongText?.text ?? reply.text).utf8.count > FollowUp.greatestTextLength
    guard route.answeredWrong(reply.text, problem, isLong: isLong) else { throw wrongAnswer(problem) }
    switch route.purpose {
    case .question: messages = conversation
    case .correction: messages = conversation + FollowUp.correction(of: reply.text, problem)
    case .conversion:
      let target = asker.target
      let text = wrongText?.text ?? reply.text
      messages = FollowUp.conversion(of: text, to: target.schema, named: target.name) ?? conversation
    }
  }

  // MARK: Ends

  private func wrongAnswer(_ problem: CastError) -> ReplyError {
    let name = route.model.name
    if problem.kind == .cutOff {
      let ending = attempts.last?.reply?.ending ?? ModelEnding(.length)
      return failure(
        ending.failureKind ?? ending.finish.failureKind, ending.whatIsMissing(in: "The answer of \(name)", of: name))
    }
    let count = attempts.count == 1 ? "" : " in \(attempts.count) attempts"
    return failure(.invalidOutput, "\(name) gave no valid value\(count).\(lastProblem)")
  }

  func timeIsUp() -> ReplyError {
    let time = asker.policy.budget.time ?? .zero
    return failure(
      .budget, "No value within \(time.short), which is all the time that the budget allows.\(lastProblem)")
  }

  /// What is wrong with the last answer, for a message.
  private var lastProblem: String {
    guard let problem = attempts.last(where: { $0.problem != nil })?.problem else { return "" }
    let rest = problem.problems.count > 1 ? ", and \(problem.problems.count - 1) more" : ""
    return problem.problems.first.map { " What is wrong with the last answer: \("\($0)".excerpt(300))\(rest)" } ?? ""
  }

  private var timings: Timings {
    guard hasStarted else { return Timings() }
    let total = clock.now() - start
    return Timings(firstToken: firstToken, total: total, ours: total - waited)
  }

  func failure(_ kind: ReplyError.Kind, _ message: String, underlying: (any Error)? = nil) -> ReplyError {
    ReplyError(kind, message, attempts: attempts, timings: timings, underlying: underlying)
  }
}

extension [Attempt] {
  /// How many tokens they took, guessed from their bytes where a provider does not count. A request that got no answer
  /// at all took none.
  fileprivate var spentTokens: Int {
    reduce(0) { sum, attempt in
      guard let reply = attempt.reply else { return sum }
      let output =
        reply.text.utf8.count + reply.thinking.utf8.count + reply.toolCalls.reduce(0) { $0 + $1.arguments.utf8.count }
      return sum + (reply.usage.input ?? attempt.requestBytes / 4) + (reply.usage.output ?? output / 4)
    }
  }
}
