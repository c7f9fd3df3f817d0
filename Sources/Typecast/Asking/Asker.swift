public import TypecastJSON
public import TypecastPrompts
public import TypecastSchema

/// Asks models for values of one type: repairs and checks what they answer, asks again, and goes on to other models.
///
/// Clients that were compiled from schemas hold one of these; it can be used without them, too, with any schema.
public struct Asker<Value: Answerable>: Sendable {
  /// The model that is asked first.
  public var model: any Model

  /// How models are to answer, where a call does not say so.
  public var settings: Settings

  /// What is done about wrong answers.
  public var policy: Policy

  /// The functions that models may have called.
  public var tools: [Tool]

  /// What a valid value has to stand as well.
  public var checks: [Check<Value>]

  let target: CastTarget<Value>

  /// Asks for values of a type that was compiled from a schema.
  public init(
    _ model: any Model, for type: Value.Type = Value.self, settings: Settings = Settings(), policy: Policy = Policy(),
    tools: [Tool] = [], checks: [Check<Value>] = []
  ) where Value: SchemaRoot {
    self.init(
      target: CastTarget(Value.self), model: model, settings: settings, policy: policy, tools: tools, checks: checks)
  }

  /// Asks for JSON that follows a schema. The name is what models and messages call the value.
  public init(
    _ model: any Model, schema: CompiledSchema, named name: String, settings: Settings = Settings(),
    policy: Policy = Policy(), tools: [Tool] = [], checks: [Check<JSONValue>] = []
  ) where Value == JSONValue {
    self.init(
      target: CastTarget(schema, name: name), model: model, settings: settings, policy: policy, tools: tools,
      checks: checks)
  }

  private init(
    target: CastTarget<Value>, model: any Model, settings: Settings, policy: Policy, tools: [Tool],
    checks: [Check<Value>]
  ) {
    self.target = target
    self.model = model
    self.settings = settings
    self.policy = policy
    self.tools = tools
    self.checks = checks
  }

  /// Asks for a value.
  public func ask(
    _ messages: [Message], settings: Settings = Settings()
  ) async throws(ReplyError) -> Reply<Value> {
    var run = CallRun(
      self, messages, settings: settings.over(self.settings), environment: CallEnvironment.current)
    while true {
      let turn = try run.begin()
      let answer: ModelReply
      do {
        answer = try await withTimeLimit(turn.limit, run.clock) { try await turn.model.reply(to: turn.request) }
      } catch {
        try run.take(error, in: turn)
        continue
      }
      if let reply = try await run.take(answer, in: turn) { return reply }
    }
  }

  /// Asks for a value, and shows it while it grows.
  public func stream(_ messages: [Message], settings: Settings = Settings()) -> ReplyStream<Value> {
    ReplyStream(
      CallRun(self, messages, settings: settings.over(self.settings), environment: CallEnvironment.current))
  }
}

extension Asker {
  /// Asks for a value by a prompt.
  public func ask(
    _ prompt: [PromptMessage], settings: Settings = Settings(), of promptSettings: PromptSettings = PromptSettings()
  ) async throws(ReplyError) -> Reply<Value> {
    try await ask(prompt.map(Message.init), settings: all(settings, promptSettings))
  }

  /// Asks for a value by a prompt, and shows it while it grows.
  public func stream(
    _ prompt: [PromptMessage], settings: Settings = Settings(), of promptSettings: PromptSettings = PromptSettings()
  ) -> ReplyStream<Value> {
    stream(prompt.map(Message.init), settings: all(settings, promptSettings))
  }

  /// The settings of a call, of this asker, and of a prompt, in the order in which they count.
  private func all(_ call: Settings, _ prompt: PromptSettings) -> Settings {
    call.over(settings).over(Settings(prompt))
  }
}
