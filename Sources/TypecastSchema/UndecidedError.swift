import TypecastJSON

/// Why a value was found neither valid nor invalid.
public struct UndecidedError: Error, Hashable, Sendable {
  /// What ran out; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// A pattern took more steps than it may.
    public static let pattern = Kind(rawValue: "pattern")
    /// Schemas apply each other without end, or nearly so.
    public static let depth = Kind(rawValue: "depth")
    /// More schemas were applied than any sensible schema needs.
    public static let steps = Kind(rawValue: "steps")
    /// Generated code and the schema that it was made from are not of one version.
    public static let stale = Kind(rawValue: "stale")
  }

  /// What ran out, for code to decide by.
  public let kind: Kind

  /// What ran out and what to do about it.
  public let message: String

  static func pattern(_ source: String) -> UndecidedError {
    UndecidedError(
      kind: .pattern,
      message: "the pattern \(Preview.pattern(source)) takes too many steps on this text; "
        + "write it without nested repetition, look-around or back-references")
  }

  static let tooDeep = UndecidedError(
    kind: .depth,
    message: "more than \(Limits.evaluationDepth) schemas apply inside each other; "
      + "look for references that lead round in a circle")

  static let missingFragment = UndecidedError(
    kind: .stale, message: "the generated code asks for a part that its schema does not have; build the package anew")

  static let tooManySteps = UndecidedError(
    kind: .steps,
    message: "the schema takes too many steps on this value; "
      + "look for alternatives or references that multiply with every level")
}

extension UndecidedError: CustomStringConvertible {
  public var description: String { "undecided: \(message)" }
}
