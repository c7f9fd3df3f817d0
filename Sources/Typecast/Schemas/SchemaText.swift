/// The text of a schema document as generated code carries it.
public struct SchemaText: Sendable {
  /// Where the document stands among those that were compiled together.
  public let uri: String

  /// What messages call the document.
  public let name: String

  /// The document; empty for a meta-schema of the specification, which needs no text.
  public let text: String

  /// A document as generated code writes it down.
  public init(uri: String, name: String, text: String) {
    self.uri = uri
    self.name = name
    self.text = text
  }
}
