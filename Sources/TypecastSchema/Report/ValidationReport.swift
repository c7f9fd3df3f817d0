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
    let collector = ErrorCollector(graph, lines: LineIndex(document.bytes))
    errors = collector.errors(of: result)
  }
}

extension ValidationReport: CustomStringConvertible {
  /// A line for each error, and for each of its causes, with its place in the text and in the value.
  public var description: String {
    isValid ? "valid" : text { "\($0): " }
  }

  /// The same without places in the text, for a value that nobody has written down.
  public var placelessDescription: String {
    isValid ? "valid" : text { _ in "" }
  }

  private func text(_ place: (TextPosition) -> String) -> String {
    func lines(of error: ValidationError, indent: String) -> [String] {
      let pointer = error.instancePointer.tokens.isEmpty ? "" : "\(error.instancePointer): "
      return ["\(indent)\(place(error.position))\(pointer)\(error.message)"]
        + error.causes.flatMap { lines(of: $0, indent: indent + "  ") }
    }
    return errors.flatMap { lines(of: $0, indent: "") }.joined(separator: "\n")
  }

  /// The errors as a list that is short enough to send to a model: at most so many, without places in the text.
  public func summary(limit: Int = 20) -> String {
    var lines = errors.prefix(limit).map { "- \($0.shortPlace): \($0.shortText)" }
    if errors.count > limit { lines.append("- and \(errors.count - limit) more") }
    return lines.joined(separator: "\n")
  }
}

extension ValidationError {
  /// The place as a model reads it.
  fileprivate var shortPlace: String { instancePointer.tokens.isEmpty ? "the value" : instancePointer.description }

  /// The message and the first causes, in one line.
  package var shortText: String {
    ([message] + causes.prefix(4).map { "\($0.shortPlace): \($0.message)" }).joined(separator: "; ")
  }
}
