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

  /// A result as it goes back to the model.
  public init(id: String, name: String, text: String, isError: Bool = false) {
    self.id = id
    self.name = name
    self.text = text
    self.isError = isError
  }
}
