import TypecastJSON

extension JSONValue {
  /// A whole number that an `Int` can hold.
  var int: Int? { number?.int }

  /// How many of something there are; nil for what can't be meant so.
  var count: Int? { int.flatMap { $0 < 0 ? nil : $0 } }

  /// The value where it is an object. (A closure that gives `nil` for a value would give `null`.)
  var ifObject: JSONValue? {
    guard case .object = self else { return Optional.none }
    return self
  }

  /// The value where it is an object that has members.
  var ifMembers: JSONValue? {
    guard case .object(let object) = self, !object.isEmpty else { return Optional.none }
    return self
  }

  /// A text that is not empty.
  var words: String? { string.flatMap { $0.isEmpty ? nil : $0 } }

  /// A number of some unit as a time; nil for one that is negative or too great to be meant.
  func duration(of unit: Duration) -> Duration? {
    guard let count = number?.double, count >= 0, count < 1e15 else { return nil }
    return unit * count
  }
}

extension JSONObject {
  /// Sets a member only where there is a value: what is nil is not said.
  mutating func set(_ key: String, _ value: JSONValue?) {
    if let value { self[key] = value }
  }
}

extension JSONValue {
  /// A text, or nil for none.
  init?(_ text: String?) {
    guard let text else { return nil }
    self = .string(text)
  }

  init?(_ int: Int?) {
    guard let int else { return nil }
    self = .number(JSONNumber(int))
  }

  init?(_ double: Double?) {
    guard let double, let number = JSONNumber(double) else { return nil }
    self = .number(number)
  }
}
