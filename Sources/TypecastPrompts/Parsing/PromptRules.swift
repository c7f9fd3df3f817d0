public import TypecastSchema

extension Diagnostic.Rule {
  /// A tag, a line or a message that a prompt can't have.
  public static let promptSyntax = Self(rawValue: "prompt-syntax")
  /// A heading that names no role.
  public static let unknownRole = Self(rawValue: "unknown-role")
  /// A section that does not end in its message, or an end without a section.
  public static let unclosedSection = Self(rawValue: "unclosed-section")
  /// A line of the header that does not set anything.
  public static let invalidSetting = Self(rawValue: "invalid-setting")
  /// A tag whose name is no input.
  public static let unknownVariable = Self(rawValue: "unknown-variable")
  /// A tag that does not suit the type of its input.
  public static let misusedVariable = Self(rawValue: "misused-variable")
  /// An input that the prompt does not use.
  public static let unusedInput = Self(rawValue: "unused-input")
  /// A prompt beside which there is no schema of its name, or inputs without a prompt.
  public static let missingFile = Self(rawValue: "missing-file")
  /// A verb that can't be the name of a function.
  public static let invalidVerb = Self(rawValue: "invalid-verb")
}
