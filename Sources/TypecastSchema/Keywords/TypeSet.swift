package import TypecastJSON

/// Some of JSON Schema's seven types; `number` includes `integer`.
package struct TypeSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  // The lower bits are those of `TapeNode.Kind`.
  package static let null = TypeSet(rawValue: 1)
  package static let boolean = TypeSet(rawValue: 2)
  package static let object = TypeSet(rawValue: 4)
  package static let array = TypeSet(rawValue: 8)
  package static let number: TypeSet = [fraction, integer]
  package static let string = TypeSet(rawValue: 32)

  /// Numbers that aren't integers: together with `integer` they are the numbers.
  package static let fraction = TypeSet(rawValue: 16)
  package static let integer: TypeSet = [plainInteger, roundFraction]

  /// Integers written without fraction and exponent: the only ones in draft 4.
  package static let plainInteger = TypeSet(rawValue: 64)

  /// Integers such as `1.0` and `1e2`.
  package static let roundFraction = TypeSet(rawValue: 128)

  package static let all: TypeSet = [null, boolean, object, array, number, string]

  static let names = ["array", "boolean", "integer", "null", "number", "object", "string"]

  package init?(name: String, draft: Draft) {
    switch name {
    case "null": self = .null
    case "boolean": self = .boolean
    case "object": self = .object
    case "array": self = .array
    case "number": self = .number
    case "string": self = .string
    case "integer": self = draft == .draft4 ? .plainInteger : .integer
    default: return nil
    }
  }

  /// All types of a sort of value.
  package static func types(of kind: JSONType) -> TypeSet {
    switch kind {
    case .null: .null
    case .boolean: .boolean
    case .object: .object
    case .array: .array
    case .number: .number
    case .string: .string
    }
  }

  package func allows(_ node: JSONNode) -> Bool {
    switch node.type {
    case .null: contains(.null)
    case .boolean: contains(.boolean)
    case .object: contains(.object)
    case .array: contains(.array)
    case .string: contains(.string)
    case .number: contains(.number) || !isDisjoint(with: .number) && contains(Self.of(number: node))
    }
  }

  private static func of(number node: JSONNode) -> TypeSet {
    if node.node.has(TapeNode.plainInteger) { return .plainInteger }
    return JSONNumber.isInteger(node.content) ? .roundFraction : .fraction
  }

  /// The set as a noun phrase: "a string or null".
  package var phrase: String {
    var phrases: [String] = []
    if contains(.object) { phrases.append("an object") }
    if contains(.array) { phrases.append("an array") }
    if contains(.string) { phrases.append("a string") }
    if contains(.number) {
      phrases.append("a number")
    } else if contains(.integer) {
      phrases.append("an integer")
    } else if contains(.plainInteger) {
      phrases.append("an integer without a decimal point")
    } else if contains(.fraction) {
      phrases.append("a number that is no integer")
    }
    if contains(.boolean) { phrases.append("a boolean") }
    if contains(.null) { phrases.append("null") }
    guard let last = phrases.popLast() else { return "nothing" }
    return phrases.isEmpty ? last : phrases.joined(separator: ", ") + " or " + last
  }
}
