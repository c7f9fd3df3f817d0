/// The type of an input, or of a part of one, as far as it matters to a prompt.
public enum PromptValueType: Hashable, Sendable {
  /// A value that is shown as it is.
  case string, integer, number, boolean
  /// A section shows its elements one after the other.
  case list
  /// A section, or a dot, leads to its members.
  case object
  /// Of several types, or of none in particular: a prompt can ask whether it is there, not show it.
  case other

  /// The type as a noun phrase for messages.
  var phrase: String {
    switch self {
    case .string: "a text"
    case .integer, .number: "a number"
    case .boolean: "a boolean"
    case .list: "a list"
    case .object: "an object"
    case .other: "of no single type"
    }
  }
}
