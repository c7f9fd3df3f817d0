/// A JSON value as a tree.
///
/// Two values are equal by the rules of JSON Schema: numbers by their exact value, strings by their Unicode scalars,
/// objects whatever the order of their members.
public enum JSONValue: Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case bool(Bool)
  /// A number as it was written.
  case number(JSONNumber)
  /// A string without its escapes.
  case string(String)
  /// The elements of an array, in their order.
  case array([JSONValue])
  /// The members of an object, in their order.
  case object(JSONObject)
}

extension JSONValue {
  /// Reads a text.
  public init(parsing text: String, options: JSONOptions = JSONOptions()) throws(JSONError) {
    self = try JSONDocument(text, options: options).root.value
  }

  /// Reads the bytes of a text.
  public init(parsing bytes: [UInt8], options: JSONOptions = JSONOptions()) throws(JSONError) {
    self = try JSONDocument(bytes, options: options).root.value
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

  /// The member of an object; nil for any other value.
  public subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  /// The element of an array; nil for any other value and for an index outside of it.
  public subscript(index: Int) -> JSONValue? {
    if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
  }

  /// The boolean; nil for a value of another sort.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number; nil for a value of another sort.
  public var number: JSONNumber? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The string; nil for a value of another sort.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements of an array; nil for a value of another sort.
  public var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members of an object; nil for a value of another sort.
  public var object: JSONObject? {
    if case .object(let value) = self { value } else { nil }
  }
}

extension JSONValue: Hashable {
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): ScalarText(a) == ScalarText(b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .bool(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): hasher.combine(ScalarText(value))
    case .array(let value): hasher.combine(value)
    case .object(let value): hasher.combine(value)
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// The last of several members with one key counts.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    var object = JSONObject()
    for (key, value) in members { object[key] = value }
    self = .object(object)
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as compact JSON.
  public var description: String { JSONWriter().string(of: self) }
}
