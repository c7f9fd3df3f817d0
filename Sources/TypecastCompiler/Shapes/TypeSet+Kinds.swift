import TypecastJSON
import TypecastSchema

extension TypeSet {
  /// The sorts of value among the types, in the order in which unions list them.
  var kinds: [JSONType] {
    [.object, .array, .string, .number, .boolean, .null].filter { !isDisjoint(with: Self.types(of: $0)) }
  }
}
