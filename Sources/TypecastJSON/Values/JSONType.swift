/// The sorts of value that JSON has.
public enum JSONType: String, Hashable, Sendable, CaseIterable {
  case null, boolean, object, array, number, string
}
