/// What a model wants a tool to do.
public struct ToolCall: Sendable, Hashable {
  /// What the result will refer to; providers that have no ids get made-up ones.
  public var id: String
  /// The name of the tool.
  public var name: String
  /// The argument as the model wrote it: JSON, or what it took for that.
  public var arguments: String
  /// What the provider signed it with, for those that want that back.
  public var signature: String?

  /// A call as a model makes it, for tests and providers of your own.
  public init(id: String, name: String, arguments: String, signature: String? = nil) {
    self.id = id
    self.name = name
    self.arguments = arguments
    self.signature = signature
  }
}
