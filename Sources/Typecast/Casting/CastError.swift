public import TypecastJSON
import TypecastSchema

/// A text of which no value could be made.
public struct CastError: Error, Sendable {
  /// What is wrong; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no JSON in the text.
    public static let noJSON = Kind(rawValue: "noJSON")
    /// The text is not JSON, and was not to be mended or could not be.
    public static let notJSON = Kind(rawValue: "notJSON")
    /// The text could not be made JSON.
    public static let notMended = Kind(rawValue: "notMended")
    /// The text was cut off.
    public static let cutOff = Kind(rawValue: "cutOff")
    /// The value does not follow the schema.
    public static let invalid = Kind(rawValue: "invalid")
    /// There are several readings, and nothing tells which one is meant.
    public static let ambiguous = Kind(rawValue: "ambiguous")
    /// It takes too much to tell whether the value follows the schema.
    public static let undecided = Kind(rawValue: "undecided")
    /// A check of the user's own objects to the value.
    public static let objection = Kind(rawValue: "objection")
  }

  /// One thing that is wrong with the value.
  public struct Problem: Hashable, Sendable {
    /// The place in the value.
    public var pointer: JSONPointer
    /// What is wrong there.
    public var message: String

    /// A problem of the value as a whole, where no place is given.
    public init(at pointer: JSONPointer = JSONPointer(), _ message: String) {
      self.pointer = pointer
      self.message = message
    }
  }

  /// What is wrong, for code to decide by.
  public var kind: Kind
  /// Everything that is wrong, each with its place in the value.
  public var problems: [Problem]

  /// What was done to the text before it was given up.
  public var repairs: [Repair] = []

  /// An error without repairs.
  public init(_ kind: Kind, _ problems: [Problem]) {
    self.kind = kind
    self.problems = problems
  }

  init(_ kind: Kind) {
    self.init(kind, [Problem(kind == .noJSON ? "there is no JSON in the text" : "the text is not JSON")])
  }

  /// An answer that the model did not end by itself.
  init(cutOffBy finish: FinishReason) {
    let message =
      finish == .length
      ? "the text was cut off at a limit of tokens; raise it"
      : "the answer is not whole: the model stopped for '\(finish.rawValue.excerpt(40))'"
    self.init(.cutOff, [Problem(message)])
  }

  init(_ error: JSONError) {
    self.init(.notJSON, [Problem("\(error.message) (line \(error.position.line), column \(error.position.column))")])
  }

  init(_ report: ValidationReport) {
    self.init(.invalid, report.errors.map { Problem(at: $0.instancePointer, $0.shortText) })
  }

  init(undecided message: String) {
    self.init(.undecided, [Problem(message)])
  }
}

extension CastError: CustomStringConvertible {
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension CastError.Problem: CustomStringConvertible {
  public var description: String {
    let place = pointer.description
    return place.isEmpty ? message : "\(place): \(message)"
  }
}
