public import TypecastJSON

/// Something to say about a schema document, with its place.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The schema can't be used.
    case error
    /// The schema can be used, but probably does not say what was meant.
    case warning
    /// All is well; something is done that the schema alone does not tell.
    case note
  }

  /// A name for the sort of finding, such as `unresolvable-reference`; more may be added.
  public struct Rule: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
  }

  /// How bad it is.
  public let severity: Severity
  /// Which sort of finding it is.
  public let rule: Rule

  /// What is wrong and what to do about it, in a sentence.
  public let message: String

  /// The document's name: a path, or the URI under which it was given.
  public let document: String

  /// Where in the document; nil for a document that isn't JSON.
  public let pointer: JSONPointer?

  /// The same place as line and column.
  public let position: TextPosition

  /// Something to say about a place of a document.
  public init(
    severity: Severity, rule: Rule, message: String, document: String, pointer: JSONPointer?, position: TextPosition
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.document = document
    self.pointer = pointer
    self.position = position
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The line that compilers print: `path:line:column: severity: message`.
  public var description: String {
    "\(document):\(position.line):\(position.column): \(severity.rawValue): \(message)"
  }
}

extension Diagnostic.Rule {
  /// The document is not JSON.
  public static let invalidJSON = Self(rawValue: "invalid-json")
  /// A schema says something that JSON Schema does not allow.
  public static let invalidSchema = Self(rawValue: "invalid-schema")
  /// A `$ref` leads to nothing.
  public static let unresolvableReference = Self(rawValue: "unresolvable-reference")
  /// A regular expression can't be read.
  public static let invalidPattern = Self(rawValue: "invalid-pattern")
  /// A schema refers to itself without ever reaching another part of the value.
  public static let endlessRecursion = Self(rawValue: "endless-recursion")
  /// A dialect demands a vocabulary that is not known.
  public static let unknownVocabulary = Self(rawValue: "unknown-vocabulary")
  /// A `$schema` leads to nothing.
  public static let unknownDialect = Self(rawValue: "unknown-dialect")
  /// Two schemas have one identifier.
  public static let duplicateIdentifier = Self(rawValue: "duplicate-identifier")
}

/// A schema that can't be used, with everything that is wrong with it.
public struct SchemaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// At least one, all of them errors.
  public let diagnostics: [Diagnostic]

  /// An error from at least one diagnostic.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
