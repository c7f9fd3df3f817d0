/// A client that was compiled from a schema and its prompts: a function for each prompt, and what they share.
public protocol SchemaClient: Sendable {
  /// The type that was compiled from the schema.
  associatedtype Value: SchemaRoot

  /// The model, the settings, the policy, the tools and the checks of all calls.
  var asker: Asker<Value> { get set }

  /// A client that asks as the asker does.
  init(_ asker: Asker<Value>)
}

extension SchemaClient {
  /// Asks a model.
  ///
  /// - Parameters:
  ///   - model: Who is asked first; the policy may name others for when it fails.
  ///   - settings: How it is to answer. What is left open is as the prompt has it.
  ///   - policy: What is done about wrong answers.
  ///   - tools: The functions that it may have called.
  ///   - checks: What a valid value has to stand as well. An ``Objection`` has the model asked again.
  public init(
    _ model: any Model, settings: Settings = Settings(), policy: Policy = Policy(), tools: [Tool] = [],
    checks: [Check<Value>] = []
  ) {
    self.init(Asker(model, settings: settings, policy: policy, tools: tools, checks: checks))
  }

  /// Asks a model, and checks what it gives.
  public init(
    _ model: any Model, settings: Settings = Settings(), policy: Policy = Policy(), tools: [Tool] = [],
    check: @escaping Check<Value>
  ) {
    self.init(model, settings: settings, policy: policy, tools: tools, checks: [check])
  }
}
