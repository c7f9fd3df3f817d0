public import TypecastSchema

/// What a model is told about a tool.
public struct ToolOffer: Sendable {
  /// What the model calls the tool by.
  public var name: String
  /// What the tool does and when it is of use.
  public var purpose: String
  /// The schema of its argument, an object.
  public var schema: CompiledSchema

  /// What a provider is to tell about a tool.
  public init(_ name: String, _ purpose: String, schema: CompiledSchema) {
    self.name = name
    self.purpose = purpose
    self.schema = schema
  }
}
