public import TypecastSchema

/// How schemas become Swift.
public struct CompilerOptions: Hashable, Sendable {
  /// Who may use the types.
  public enum Access: String, Hashable, Sendable, CaseIterable {
    /// The access level that all types of a folder have.
    case `public`, package, `internal`
  }

  /// How numbers are held.
  public enum Numbers: String, Hashable, Sendable, CaseIterable {
    /// As `Int` and `Double`.
    case binary
    /// As `JSONNumber`, every digit kept.
    case exact
  }

  /// How strings of a format are held.
  public enum Formats: String, Hashable, Sendable, CaseIterable {
    /// As types that hold the text and give its value, where there is one; these formats are checked.
    case rich
    /// As `String`.
    case plain
  }

  /// Who may use the types.
  public var access: Access

  /// How numbers are held.
  public var numbers: Numbers

  /// How strings of a format are held.
  public var formats: Formats

  /// Whether formats without a type of their own are checked; nil for what the schema's draft says.
  public var assertsFormats: Bool?

  /// The edition of schemas that don't name one.
  public var draft: Draft

  /// The dialects of providers whose losses are reported.
  public var dialects: [Dialect]

  /// What is not given is as in an empty `typecast.json`.
  public init(
    access: Access = .public, numbers: Numbers = .binary, formats: Formats = .rich, assertsFormats: Bool? = nil,
    draft: Draft = .draft2020, dialects: [Dialect] = []
  ) {
    self.access = access
    self.numbers = numbers
    self.formats = formats
    self.assertsFormats = assertsFormats
    self.draft = draft
    self.dialects = dialects
  }

  /// How the schemas are read.
  public var compileOptions: CompileOptions {
    CompileOptions(draft: draft, assertsFormats: assertsFormats, typesFormats: formats == .rich)
  }
}
