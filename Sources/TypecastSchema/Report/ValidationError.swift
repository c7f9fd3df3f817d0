public import TypecastJSON

/// One demand of a schema that a value does not meet.
public struct ValidationError: Error, Hashable, Sendable {
  /// The keyword that is violated; empty for a schema that is just `false`.
  public let keyword: String

  /// What was expected and what was found.
  public let message: String

  /// Where the value stands.
  public let instancePointer: JSONPointer

  /// Where the value stands in the text.
  public let position: TextPosition

  /// Where the keyword stands in its document.
  public let schemaPointer: JSONPointer

  /// The keyword as an absolute reference: the resource's URI and, as the fragment, the pointer inside of it.
  public let schemaURI: URIReference

  /// For alternatives of which none fits: what is wrong with the one that comes closest.
  public let causes: [ValidationError]

  /// An error that was found by other means than an evaluation.
  public init(
    keyword: String, message: String, instancePointer: JSONPointer, position: TextPosition, schemaPointer: JSONPointer,
    schemaURI: URIReference, causes: [ValidationError] = []
  ) {
    self.keyword = keyword
    self.message = message
    self.instancePointer = instancePointer
    self.position = position
    self.schemaPointer = schemaPointer
    self.schemaURI = schemaURI
    self.causes = causes
  }
}

extension ValidationError: CustomStringConvertible {
  /// The place, the message and, indented, the causes.
  public var description: String {
    let place = instancePointer.tokens.isEmpty ? "" : "\(instancePointer): "
    return causes.reduce("\(place)\(message)") { text, cause in
      text + "\n" + cause.description.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    }
  }
}
