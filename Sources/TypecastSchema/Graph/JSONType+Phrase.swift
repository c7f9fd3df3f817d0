import TypecastJSON

extension JSONType {
  /// The type as a noun phrase for messages.
  package var phrase: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .object: "an object"
    case .array: "an array"
    case .number: "a number"
    case .string: "a string"
    }
  }
}
