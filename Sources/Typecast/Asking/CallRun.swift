import TypecastJSON
import TypecastSchema

/// The state of one call between its questions.
struct CallRun<Value: Answerable> {
  /// A question that was asked and not yet answered.
  struct Turn {
    let model: any Model
    var request: ModelRequest
    let purpose: Attempt.Purpose
    let start: Duration
    /// How long the model may take.
    let limit: Duration?
    /// Whether it is the budget of the call that sets the limit.
    let isLimitedByBudget: Bool
    /// Whether what is left of the budget is less than the answer might have.
    let isCutByBudget: Bool
    var firstToken: Duration?
  }

  private let asker: Asker<Value>
  private let settings: Settings
  private let environment: CallEnvironment
  private let start: Duration

  /// The question, and what tools were asked and gave back.
  private var conversation: [Message]

  /// What the next request has.
  private var messages: [Message]

  private var route: Route
  private var attempts: [Attempt] = []
  private var questions = 0
  private var toolRounds = 0
  private var waited = Duration.zero
  private var firstToken: Duration?

  /// The wrong answer that can best be made JSON of.
  private var wrongText: (text: String, hasJSON: Bool)?

  init(_ asker: Asker<Value>, _ messages: [Message], settings: Settings, environment: CallEnvironment) {
    self.asker = asker
    self.settings = settings
    self.environment = environment
    start = environment.clock.now()
    conversation = messages
    if let history = settings.history {
      conversation.insert(contentsOf: history, at: messages.prefix { $0.role == .system }.count)
    }
    self.messages = conversation
    route = Route(asker.model, asker.policy)
  }

  var clock: CallClock { environment.clock }

  var lastAttempt: Attempt? { attempts.last }

  /// An answer of which nothing has come.
  var growing: GrowingReply<Value> { GrowingReply(asker.target.schema, level: asker.policy.level) }

  /// The answer to a question as it comes, within its time.
  func stream(for turn: Turn) -> ModelStream {
    CallEnvironment.$current.withValue(environment) {
      let stream = turn.model.stream(turn.request)
      return turn.limit.map { stream.limited(to: $0, clock) } ?? stream
    }
  }

  /// The next question.
  mutating func begin() throws(ReplyError) -> Turn {
    if Task.isCancelled { throw failure(.cancelled, "The task was cancelled.") }
    if conversation.isEmpty { throw failure(.badRequest, "There is no message to send; give at least one.") }
    if attempts.isEmpty, let fault = asker.tools.fault { throw failure(.badRequest, fault) }
    let budget = asker.policy.budget
    if let limit = budget.attempts, questions >= limit {
      throw failure(.budget, "No value in \(limit) attempts, which is all that the budget allows.\(lastProblem)")
    }
    let now = clock.now()
    let timeLeft = budget.time.map { $0 - (now - start) }
    if let timeLeft, timeLeft <= .zero { throw timeIsUp() }
    let purpose = route.purpose
    var request = ModelRequest(
      messages, settings: settings, schema: asker.target.schema, schemaName: asker.target.name,
      tools: purpose == .conversion ? [] : asker.tools.map(\.offer), id: environment.ids())
    request.settings.history = nil
    var isCutByBudget = false
    if let tokens = budget.tokens {
      let left = tokens - attempts.spentTokens
      if left <= 0 {
        throw failure(.budget, "No value for the \(tokens) tokens that the budget allows.\(lastProblem)")
      }
      isCutByBudget = left < request.settings.maxTokens ?? .max
      request.settings.maxTokens = min(left, request.settings.maxTokens ?? .max)
    }
    let total = settings.timeLimits.total
    let isLimitedByBudget = timeLeft.map { $0 < total ?? $0 + .seconds(1) } ?? false
    return Turn(
      model: route.model, request: request, purpose: purpose, start: now, limit: isLimitedByBudget ? timeLeft : total,
      isLimitedByBudget: isLimitedByBudget, isCutByBudget: isCutByBudget)
  }

  /// Goes on after a model failed.
  mutating func take(_ error: any Error, in turn: Turn) throws(ReplyError) {
    questions += 1
    let took = clock.now() - turn.start
    waited += took
    attempts.append(
      Attempt(
        purpose: turn.purpose, model: turn.model.name, id: turn.request.id, reply: nil, repairs: [], problem: nil,
        failure: error, toolRuns: [], isWish: false, timings: Timings(firstToken: turn.firstToken, total: took),
        requestBytes: turn.request.byteCount))
    if Task.isCancelled || error is CancellationError { throw failure(.cancelled, "The task was cancelled.") }
    let isTimeUp = error is TimeLimitReached
    if isTimeUp, turn.isLimitedByBudget { throw timeIsUp() }
    if route.nextModel() {
      messages = conversation
      return
    }
    if isTimeUp {
      throw failure(
        .timeout,
        "\(turn.model.name) gave no answer in \(turn.limit?.short ?? "time"); raise settings.timeLimits.total.")
    }
    throw failure(.modelFailed, "\(turn.model.name) failed: \(error)", underlying: error)
  }

  /// Takes an answer; nil where a model has to be asked again.
  mutating func take(_ reply: ModelReply, in turn: Turn) async throws(ReplyError) -> Reply<Value>? {
    let received = clock.now()
    waited += received - turn.start
    let first = reply.ending.firstToken ?? turn.firstToken
    if firstToken == nil, let first { firstToken = turn.start - start + first }
    let isWish = !reply.toolCalls.isEmpty && !turn.request.tools.isEmpty && reply.finish != .length
    func attempt(_ repairs: [Repair] = [], problem: CastError? = nil, runs: [ToolRun] = []) -> Attempt {
      let now = clock.now()
      return Attempt(
        purpose: turn.purpose, model: turn.model.name, id: turn.request.id, reply: reply, repairs: repairs,
        problem: problem, failure: nil, toolRuns: runs, isWish: isWish,
        timings: Timings(firstToken: first, total: now - turn.start, ours: now - received),
        requestBytes: turn.request.byteCount)
    }
    if isWish {
      let runs: [ToolRun]
      do {
        runs = try await run(reply.toolCalls)
      } catch {
        attempts.append(attempt())
        throw thrown(error, .toolFailed, "A tool failed")
      }
      attempts.append(attempt(runs: runs))
      goOn(after: reply, runs, in: turn)
      return nil
    }
    questions += 1
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
        conversation.append(Message(.assistant, reply.text))
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

  // MARK: Tools and checks

  /// Runs the tools that a model wants.
  private mutating func run(_ calls: [ToolCall]) async throws -> [ToolRun] {
    toolRounds += 1
    if toolRounds > asker.policy.toolRounds { throw TooManyRounds() }
    let begin = clock.now()
    let left = asker.policy.budget.time.map { $0 - (begin - start) }
    defer { waited += clock.now() - begin }
    return try await withTimeLimit(left, clock) { [tools = asker.tools, level = asker.policy.level, clock] in
      try await tools.run(calls, level: level, clock: clock)
    }
  }

  private struct TooManyRounds: Error {}

  /// What a tool or a check threw, as the end of the call.
  private func thrown(_ error: any Error, _ kind: ReplyError.Kind, _ what: String) -> ReplyError {
    if Task.isCancelled || error is CancellationError { return failure(.cancelled, "The task was cancelled.") }
    if error is TimeLimitReached { return timeIsUp() }
    if error is TooManyRounds {
      return failure(
        .budget, "\(route.model.name) wanted tools more than \(asker.policy.toolRounds) times; raise policy.toolRounds."
      )
    }
    return failure(kind, "\(what): \(error)", underlying: error)
  }

  /// What the first check that objects says.
  private func objection(to value: Value) async throws -> Objection? {
    do {
      for check in asker.checks { try await check(value) }
      return nil
    } catch let objection as Objection {
      return objection
    }
  }

  // MARK: What comes next

  /// Gives the results of tools to the model that wanted them.
  private mutating func goOn(after reply: ModelReply, _ runs: [ToolRun], in turn: Turn) {
    let said = reply.text.isEmpty ? [] : [Message.Part.text(reply.text)]
    let exchange = [
      Message(.assistant, said + reply.toolCalls.map { .toolCall($0) }),
      Message(.tool, runs.map { .toolResult($0.result) }),
    ]
    conversation += exchange
    messages += exchange
  }

  /// Decides what comes after a wrong answer.
  private mutating func goOn(after reply: ModelReply, _ problem: CastError, in turn: Turn) throws(ReplyError) {
    let hasJSON = problem.kind != .noJSON
    if turn.purpose == .question || hasJSON || wrongText?.hasJSON != true { wrongText = (reply.text, hasJSON) }
    if problem.kind == .cutOff, turn.isCutByBudget {
      throw failure(.budget, "The answer of \(turn.model.name) was cut off where the budget of tokens ends; raise it.")
    }
    guard route.answeredWrong(reply.text, problem) else { throw wrongAnswer(problem) }
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
      return failure(.truncated, "The answer of \(name) was cut off at a limit of tokens; raise settings.maxTokens.")
    }
    let count = attempts.count == 1 ? "" : " in \(attempts.count) attempts"
    return failure(.invalidOutput, "\(name) gave no valid value\(count).\(lastProblem)")
  }

  private func timeIsUp() -> ReplyError {
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
    let total = clock.now() - start
    return Timings(firstToken: firstToken, total: total, ours: total - waited)
  }

  private func failure(_ kind: ReplyError.Kind, _ message: String, underlying: (any Error)? = nil) -> ReplyError {
    ReplyError(kind, message, attempts: attempts, timings: timings, underlying: underlying)
  }
}

extension [Attempt] {
  /// How many tokens they took, guessed from their bytes where a provider does not count.
  fileprivate var spentTokens: Int {
    reduce(0) { sum, attempt in
      sum + (attempt.usage.total ?? (attempt.requestBytes + (attempt.reply?.text.utf8.count ?? 0)) / 4)
    }
  }
}
