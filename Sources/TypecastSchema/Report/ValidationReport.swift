import TypecastJSON

/// Everything there is to say about a value and a schema.
public struct ValidationReport: Sendable {
  /// Whether the value meets every demand.
  public let isValid: Bool

  /// Every error, in the order of the schema's keywords; empty if the value is valid.
  public let errors: [ValidationError]

  /// A report of some errors; without any, the value is valid.
  public init(errors: [ValidationError]) {
    isValid = errors.isEmpty
    self.errors = errors
  }

  init(_ result: Evaluated, _ graph: SchemaGraph, _ document: JSONDocument) {
    isValid = result.isValid
    guard !isValid else {
      errors = []
      return
    }
    let collector = ErrorCollector(places: SchemaPlaces(graph), lines: LineIndex(document.bytes))
    errors = collector.errors(of: result)
  }
}

extension ValidationReport: CustomStringConvertible {
  /// A line for each error, with its place in the text and in the value.
  public var description: String {
    if isValid { return "valid" }
    return errors.map { "\($0.position): \($0)" }.joined(separator: "\n")
  }

  /// The errors as a list that is short enough to send to a model: at most so many, without places in the text.
  public func summary(limit: Int = 20) -> String {
    var lines = errors.prefix(limit).map { error in
      "- \(error.instancePointer.tokens.isEmpty ? "the value" : error.instancePointer.description): \(error.message)"
        + error.causes.prefix(4).map { "; \($0.instancePointer): \($0.message)" }.joined()
    }
    if errors.count > limit { lines.append("- and \(errors.count - limit) more") }
    return lines.joined(separator: "\n")
  }
}
