public import TypecastJSON

/// One thing that values can do with a schema: a property they may have, a branch they may take, a keyword they may
/// violate.
public struct SchemaGoal: Hashable, Sendable {
  /// What has to happen.
  public enum Sort: String, Hashable, Sendable, CaseIterable {
    /// A property, or an element of a tuple, is there.
    case property
    /// One of the values of an `enum`.
    case enumValue
    /// An alternative, a side of a condition, a type among several.
    case branch
    /// An array without elements, with one, with many, at its limits.
    case arraySize
    /// A keyword rejects a value.
    case failure
  }

  /// Which sort of thing it is.
  public let sort: Sort

  /// What the document is called in which ``pointer`` leads to the place.
  public let document: String

  /// Where in its document the keyword, the value or the schema stands that this is about.
  public let pointer: JSONPointer

  /// What has to happen there, in words.
  public let wanted: String
}

extension SchemaGoal: CustomStringConvertible {
  public var description: String { "\(pointer.tokens.isEmpty ? "/" : pointer.description): \(wanted)" }
}

/// What tells whether a value does what a goal wants.
enum GoalTest: Sendable {
  /// A keyword applies a schema, and the part of the value fits it.
  case child(String, SchemaID)
  /// The condition of an `if` holds, or does not.
  case condition(SchemaID, holds: Bool)
  case constant(JSONNode)
  case type(TypeSet)
  case size(ClosedRange<Int>)
  /// A keyword reports an error of its own; an empty name is that of the schema `false`.
  case failure(String)

  /// Whether a valid result does it.
  func isMet(by result: Evaluated) -> Bool {
    switch self {
    case .child(let keyword, let schema):
      result.children.contains { child in
        child.result.schema == schema && child.result.isValid && child.keyword.utf8.elementsEqual(keyword.utf8)
      }
    case .condition(let schema, let holds):
      result.children.contains { child in
        child.result.schema == schema && child.result.isValid == holds && child.keyword.utf8.elementsEqual("if".utf8)
      }
    case .constant(let value): value.isEqual(to: result.instance)
    case .type(let types): types.allows(result.instance)
    case .size(let range): result.instance.type == .array && range.contains(result.instance.count)
    case .failure: false
    }
  }
}
