public import TypecastSchema

/// What a model wants a tool to do.
public struct ToolCall: Sendable, Hashable {
  /// What the result will refer to; providers that have no ids get made-up ones.
  public var id: String
  /// The name of the tool.
  public var name: String
  /// The argument as the model wrote it: JSON, or what it took for that.
  public var arguments: String

  public init(id: String, name: String, arguments: String) {
    self.id = id
    self.name = name
    self.arguments = arguments
  }
}

/// What a tool gave back.
public struct ToolResult: Sendable, Hashable {
  /// The id of the call.
  public var id: String
  /// The name of the tool.
  public var name: String
  /// What the model gets to read.
  public var text: String
  /// Whether the text says what was wrong with the call.
  public var isError: Bool

  public init(id: String, name: String, text: String, isError: Bool = false) {
    self.id = id
    self.name = name
    self.text = text
    self.isError = isError
  }
}

/// What a model is told about a tool.
public struct ToolOffer: Sendable {
  public var name: String
  /// What the tool does and when it is of use.
  public var purpose: String
  /// The schema of its argument, an object.
  public var schema: CompiledSchema

  public init(_ name: String, _ purpose: String, schema: CompiledSchema) {
    self.name = name
    self.purpose = purpose
    self.schema = schema
  }
}
