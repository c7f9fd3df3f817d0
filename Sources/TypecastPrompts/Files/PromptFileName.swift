/// The parts of the path of a file that belongs to a prompt: `folder/Name.verb.prompt.md`, or
/// `folder/Name.verb.input.schema.json`.
public struct PromptFileName: Hashable, Sendable {
  /// What the file holds.
  public enum Kind: Hashable, Sendable {
    /// The prompt itself.
    case prompt
    /// The schema of a prompt's inputs.
    case inputs

    var suffix: String {
      switch self {
      case .prompt: ".prompt.md"
      case .inputs: ".input.schema.json"
      }
    }
  }

  /// What the file holds.
  public let kind: Kind

  /// The path of the schema that the prompt asks for, without `.schema.json`.
  public let schema: String

  /// Nil for a prompt whose name has only one part.
  public let verb: String?

  /// Takes a path apart; nil for a file of another kind.
  ///
  /// A schema that is only called `Name.input.schema.json` is one like others: it has no verb.
  public init?(_ path: String) {
    let kinds = [Kind.prompt, .inputs]
    guard let kind = kinds.first(where: { path.utf8.count > $0.suffix.utf8.count && path.hasSuffix($0.suffix) }) else {
      return nil
    }
    let stem = String(path.dropLast(kind.suffix.count))
    let name = stem.utf8.lastIndex(of: 0x2F).map { stem[stem.utf8.index(after: $0)...] } ?? stem[...]
    let dot = name.utf8.lastIndex(of: 0x2E)
    if name.isEmpty || (kind == .inputs && dot == nil) { return nil }
    self.kind = kind
    schema = dot.map { String(stem[..<$0]) } ?? stem
    verb = dot.map { String(name[name.utf8.index(after: $0)...]) }
  }

  /// The name of the file that types the inputs of the prompt, without its folder; nil for a prompt without a verb.
  var inputsName: String? {
    let name = schema.utf8.lastIndex(of: 0x2F).map { schema[schema.utf8.index(after: $0)...] } ?? schema[...]
    return verb.map { "\(name).\($0)\(Kind.inputs.suffix)" }
  }

  /// What is wrong with the verb, as a sentence; nil if it can be the name of a function.
  public var complaint: String? {
    guard let verb else {
      return "the name has no verb; call the file Name.verb\(kind.suffix), as in \(Self.example)"
    }
    if !SwiftIdentifier.isIdentifier(verb) {
      return "the verb \(verb.shownInMessage) is no Swift identifier; name the file as in \(Self.example)"
    }
    if SwiftIdentifier.isKeyword(verb) {
      return "the verb \(verb.shownInMessage) is a keyword of Swift; choose another, as in \(Self.example)"
    }
    return nil
  }

  private static let example = "Invoice.extract.prompt.md"
}
