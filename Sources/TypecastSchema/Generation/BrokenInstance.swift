public import TypecastJSON

/// A value that is invalid, for a single reason where that can be had.
public struct BrokenInstance: Hashable, Sendable {
  /// The value.
  public let value: JSONValue

  /// The keyword that the value violates; empty for a schema that is just `false`.
  public let keyword: String

  /// Where the keyword stands in its document.
  public let schemaPointer: JSONPointer

  /// Where the offending part of the value stands.
  public let instancePointer: JSONPointer

  /// Whether the report on the value has no other error, apart from alternatives that fail with it.
  public let isOnlyError: Bool
}
