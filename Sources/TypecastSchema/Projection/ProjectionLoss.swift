public import TypecastJSON

/// Something that a schema says and a dialect can't, or can't say in the same way.
public struct ProjectionLoss: Hashable, Sendable {
  /// The sort of loss; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
  }

  /// How it is lost.
  public let kind: Kind

  /// The dialect that it is about.
  public let dialect: Dialect

  /// The keyword concerned; empty where it is the schema as a whole.
  public let keyword: String

  /// What is lost and what still enforces it, in a sentence.
  public let message: String

  /// The name of the document that the schema stands in.
  public let document: String

  /// Where in that document: a schema as it was written, not as it is sent.
  public let pointer: JSONPointer

  /// The same place as line and column.
  public let position: TextPosition
}

extension ProjectionLoss.Kind {
  /// The keyword is left out: a reply may violate it.
  public static let notEnforced = Self(rawValue: "not-enforced")
  /// The keyword is sent, but does not hold fully.
  public static let partlyEnforced = Self(rawValue: "partly-enforced")
  /// Something wider stands in for what can't be said.
  public static let widened = Self(rawValue: "widened")
  /// Valid members or values can't be produced, by a rule of the dialect.
  public static let closed = Self(rawValue: "closed")
  /// The member is always there, and null where it would be missing.
  public static let nullForMissing = Self(rawValue: "null-for-missing")
  /// The value comes as the only member of an object.
  public static let wrapped = Self(rawValue: "wrapped")
  /// A reference is written out.
  public static let inlined = Self(rawValue: "inlined")
  /// A recursion is written out, to a certain depth.
  public static let unrolled = Self(rawValue: "unrolled")
  /// Members may come in another order than the declared one.
  public static let reordered = Self(rawValue: "reordered")
  /// The schema is beyond a limit of the provider.
  public static let limitExceeded = Self(rawValue: "limit-exceeded")
}

extension ProjectionLoss: CustomStringConvertible {
  /// The loss as a warning about the schema, for compilers and editors.
  public var diagnostic: Diagnostic {
    Diagnostic(
      severity: .warning, rule: Diagnostic.Rule(rawValue: kind.rawValue), message: "\(dialect): \(message)",
      document: document, pointer: pointer, position: position)
  }

  /// The line that compilers print: `path:line:column: warning: dialect: message`.
  public var description: String { diagnostic.description }
}
