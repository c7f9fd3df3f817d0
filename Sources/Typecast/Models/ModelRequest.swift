public import TypecastSchema

/// What a model is asked.
public struct ModelRequest: Sendable {
  /// What this request goes by in logs.
  public var id: String

  /// The messages, from the first to the last.
  public var messages: [Message]

  /// How the model is to answer.
  public var settings: Settings

  /// The schema that the answer has to follow; nil where it may be any text.
  public var schema: CompiledSchema?

  /// What the answer is called, for providers that want a name.
  public var schemaName: String

  /// The tools that the model may have called.
  public var tools: [ToolOffer]

  /// How many tokens the budget of the call leaves for the answer; nil without one. A model that has to be told a limit takes
  /// the lesser of this and its own.
  public var tokensLeft: Int?

  /// A request; without a schema the model may answer anything.
  public init(
    _ messages: [Message], settings: Settings = Settings(), schema: CompiledSchema? = nil,
    schemaName: String = "answer", tools: [ToolOffer] = [], id: String = ""
  ) {
    self.id = id
    self.messages = messages
    self.settings = settings
    self.schema = schema
    self.schemaName = schemaName
    self.tools = tools
  }

  /// The same with what was said before among its messages.
  package var withHistory: ModelRequest {
    var request = self
    request.messages = messages.behind(settings.history)
    request.settings.history = nil
    return request
  }

  /// How long its texts are.
  var byteCount: Int {
    messages.reduce(0) { count, message in
      message.parts.reduce(count) { count, part in
        switch part {
        case .text(let text): count + text.utf8.count
        case .image: count
        case .thought(let thought): count + thought.text.utf8.count
        case .toolCall(let call): count + call.arguments.utf8.count
        case .toolResult(let result): count + result.text.utf8.count
        }
      }
    }
  }
}
