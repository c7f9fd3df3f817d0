/// A JSON value of which perhaps only the beginning is known.
///
/// Numbers and literals are there when they are whole; texts, arrays and objects from their first byte on, and say
/// whether they are complete.
public enum PartialJSON: Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case bool(Bool)
  /// A number, once it is known where it ends.
  case number(JSONNumber)
  /// A text from its opening quote on.
  case string(GrowingText)
  /// An array from its opening bracket on.
  case array(GrowingArray<PartialJSON>)
  /// An object from its opening brace on.
  case object(GrowingObject<PartialJSON>)
}

extension PartialJSON {
  /// Whether nothing will be added, here or further in.
  public var isComplete: Bool {
    switch self {
    case .null, .bool, .number: true
    case .string(let text): text.isComplete
    case .array(let elements): elements.isComplete
    case .object(let members): members.isComplete
    }
  }

  /// The sort of value this is.
  public var type: JSONType {
    switch self {
    case .null: .null
    case .bool: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The boolean; nil for a value of another sort.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number; nil for a value of another sort.
  public var number: JSONNumber? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The text so far; nil for a value of another sort.
  public var string: GrowingText? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements so far; nil for a value of another sort.
  public var array: GrowingArray<PartialJSON>? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members so far; nil for a value of another sort.
  public var object: GrowingObject<PartialJSON>? {
    if case .object(let value) = self { value } else { nil }
  }

  /// The member of an object; nil for any other value.
  public subscript(key: String) -> PartialJSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The element of an array; nil for any other value and for an index outside of it.
  public subscript(index: Int) -> PartialJSON? {
    if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
  }

  /// The value that a pointer leads to.
  public subscript(pointer: JSONPointer) -> PartialJSON? {
    var value = self
    for token in pointer.tokens {
      let next: PartialJSON?
      switch value {
      case .object(let members): next = members[token.string]
      case .array: next = JSONPointer.index(token.string).flatMap { value[$0] }
      default: next = nil
      }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  /// The path to the innermost value that is not complete; all values on the way are not complete either. Nil if
  /// everything is complete.
  public var openPath: JSONPointer? {
    if isComplete { return nil }
    var path = JSONPointer()
    var value = self
    while true {
      switch value {
      case .array(let elements):
        guard let open = elements.open else { return path }
        path.append(String(elements.completeCount))
        value = open
      case .object(let members):
        guard let open = members.open else { return path }
        path.append(open.key)
        value = open.value
      default:
        return path
      }
    }
  }
}
