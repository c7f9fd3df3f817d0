public import TypecastJSON

/// A value of which perhaps only the beginning is known, as it grows in a stream.
///
/// Partial values are views of one growing document: making one, keeping it and reading from it copies nothing.
public protocol PartialValue: Sendable {
  /// Looks at what is known so far; nil where that is nothing yet, or of another type.
  init?(partial json: PartialJSON)
}

extension PartialJSON: PartialValue {
  public init?(partial json: PartialJSON) { self = json }
}

extension GrowingText: PartialValue {
  public init?(partial json: PartialJSON) {
    guard let text = json.string else { return nil }
    self = text
  }
}

extension Bool: PartialValue {
  public init?(partial json: PartialJSON) {
    guard let bool = json.bool else { return nil }
    self = bool
  }
}

extension Int: PartialValue {
  public init?(partial json: PartialJSON) {
    guard let int = json.number?.int else { return nil }
    self = int
  }
}

extension UInt64: PartialValue {
  public init?(partial json: PartialJSON) {
    guard let number = json.number, number.isInteger else { return nil }
    self.init(number.text)
  }
}

extension Double: PartialValue {
  public init?(partial json: PartialJSON) {
    guard let double = json.number?.double, double.isFinite else { return nil }
    self = double
  }
}

extension JSONNumber: PartialValue {
  public init?(partial json: PartialJSON) {
    guard let number = json.number else { return nil }
    self = number
  }
}

extension JSONNull: PartialValue {
  public init?(partial json: PartialJSON) {
    guard json.type == .null else { return nil }
    self.init()
  }
}

/// A partial object: what is known of its members so far.
public protocol PartialObject: PartialValue, CustomStringConvertible {
  /// What is known of the object.
  var json: PartialJSON { get }

  /// Looks at an object.
  init(_ json: PartialJSON)
}

extension PartialObject {
  public init?(partial json: PartialJSON) {
    guard json.type == .object else { return nil }
    self.init(json)
  }

  /// Whether nothing will be added, here or further in.
  public var isComplete: Bool { json.isComplete }

  /// What is known so far, as compact JSON; `…` stands where more may come.
  public var description: String { json.description }

  /// What is known of a member; nil where it has not come, or is `null`.
  public func member<Value: PartialValue>(_ key: String) -> Value? {
    json[key].flatMap(Value.init(partial:))
  }
}

/// A partial choice: the alternative once it is known, with what is known of its value.
public protocol PartialUnion: PartialValue {
  /// Looks at what is known so far.
  init(_ json: PartialJSON)
}

extension PartialUnion {
  public init?(partial json: PartialJSON) { self.init(json) }
}

extension PartialJSON {
  /// The number of the text that a member of an object holds; -1 while that is not whole, and where it is none of the texts.
  public func tag(_ key: String, among texts: JSONKeys) -> Int {
    guard let text = self[key]?.string, text.isComplete else { return -1 }
    let number = texts.index(of: text.string)
    return number < texts.count ? number : -1
  }
}

/// A type compiled from strings that a schema lists; a partial one is there once it is whole.
public protocol TextValue: SchemaValue, RawRepresentable, PartialValue where RawValue == String {}

extension TextValue {
  public init?(partial json: PartialJSON) {
    guard let text = json.string, text.isComplete else { return nil }
    self.init(rawValue: text.string)
  }
}
