public import TypecastPrompts
public import TypecastSchema

/// What a model is asked.
public struct ModelRequest: Sendable {
  /// The messages, from the first to the last.
  public var messages: [PromptMessage]

  /// How the model is to answer.
  public var settings: PromptSettings

  /// The schema that the answer has to follow; nil where it may be any text.
  public var schema: CompiledSchema?

  /// What the answer is called, for providers that want a name.
  public var schemaName: String

  public init(
    _ messages: [PromptMessage], settings: PromptSettings = PromptSettings(), schema: CompiledSchema? = nil,
    schemaName: String = "answer"
  ) {
    self.messages = messages
    self.settings = settings
    self.schema = schema
    self.schemaName = schemaName
  }
}
