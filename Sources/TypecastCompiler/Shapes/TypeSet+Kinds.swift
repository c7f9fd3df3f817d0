import TypecastJSON
import TypecastSchema

extension TypeSet {
  /// The sorts of value among the types, in the order in which unions list them.
  var kinds: [JSONType] {
    [.object, .array, .string, .number, .boolean, .null].filter { !isDisjoint(with: Self.types(of: $0)) }
  }

  /// All types of a sort of value.
  static func types(of kind: JSONType) -> TypeSet {
    switch kind {
    case .null: .null
    case .boolean: .boolean
    case .object: .object
    case .array: .array
    case .number: .number
    case .string: .string
    }
  }
}
