public import TypecastJSON
public import TypecastSchema

/// Why a text gives no value of a type.
public struct InvalidValue: Error, Sendable {
  /// The sort of failure; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// The text is not JSON.
    public static let notJSON = Kind(rawValue: "notJSON")
    /// The schema refuses the value.
    public static let invalid = Kind(rawValue: "invalid")
    /// The schema allows the value, but the Swift type can't hold one of its numbers.
    public static let numberOutOfRange = Kind(rawValue: "numberOutOfRange")
    /// A value built by hand has a number that JSON can't hold: NaN or an infinity.
    public static let notFinite = Kind(rawValue: "notFinite")
    /// Whether the schema allows the value takes too much to tell.
    public static let undecided = Kind(rawValue: "undecided")
  }

  /// The sort of failure.
  public let kind: Kind

  /// What is wrong and what to do about it.
  public let message: String

  /// Every error that the schema has against the value; empty where it is not the schema that refuses it.
  public let report: ValidationReport

  /// The first fault that reading met, with its place in the text.
  public let fault: JSONError
}

extension InvalidValue: CustomStringConvertible {
  public var description: String { message }
}
