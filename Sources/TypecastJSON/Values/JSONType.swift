/// The sorts of value that JSON has.
public enum JSONType: String, Hashable, Sendable, CaseIterable {
  /// A sort of value, by its name in JSON Schema; an integer is a number.
  case null, boolean, object, array, number, string
}
