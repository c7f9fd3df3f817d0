/// Why a prompt can't be filled in.
public struct PromptInputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sort of fault; more may be added.
  public struct Kind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }

    /// An input that has to be there is not.
    public static let missing = Kind(rawValue: "missing")
    /// An input that the prompt does not have.
    public static let unknown = Kind(rawValue: "unknown")
    /// A value of another type than the prompt needs.
    public static let wrongType = Kind(rawValue: "wrongType")
    /// The messages would be longer than any model reads.
    public static let tooLong = Kind(rawValue: "tooLong")
  }

  /// What is wrong with the input, for code to decide by.
  public let kind: Kind

  /// The name of the input, as the template has it.
  public let input: String

  /// What is wrong and what to do about it, in a sentence.
  public let message: String

  /// An error about one input.
  public init(kind: Kind, input: String, message: String) {
    self.kind = kind
    self.input = input
    self.message = message
  }

  public var description: String { message }
}
