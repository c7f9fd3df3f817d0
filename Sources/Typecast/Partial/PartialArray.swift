public import TypecastJSON

/// An array of which perhaps only the first elements are known; the last of them may itself be partial.
public struct PartialArray<Element: PartialValue>: PartialValue {
  /// What is known of the array.
  public let json: GrowingArray<PartialJSON>

  public init?(partial json: PartialJSON) {
    guard let elements = json.array else { return nil }
    self.json = elements
  }

  /// Whether nothing will be added, here or further in.
  public var isComplete: Bool { json.isComplete }

  /// How many elements are whole.
  public var completeCount: Int { json.completeCount }
}

extension PartialArray: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { json.endIndex }

  /// The element at an index; nil where it is not what its schema says, or not known enough.
  public subscript(index: Int) -> Element? { Element(partial: json[index]) }
}

/// An object of members that share a type, of which perhaps only the first ones are known.
public struct PartialMap<Value: PartialValue>: PartialValue {
  /// What is known of the object.
  public let json: GrowingObject<PartialJSON>

  public init?(partial json: PartialJSON) {
    guard let members = json.object else { return nil }
    self.json = members
  }

  /// Whether nothing will be added, here or further in.
  public var isComplete: Bool { json.isComplete }

  /// How many members are known.
  public var count: Int { json.count }

  /// What is known of a member.
  public subscript(key: String) -> Value? { json[key].flatMap(Value.init(partial:)) }

  /// The names of the members that are known, in their order.
  public var keys: [String] { json.map(\.key) }
}

extension PartialArray: CustomStringConvertible {
  /// What is known so far, as compact JSON; `…` stands where more may come.
  public var description: String { PartialJSON.array(json).description }
}

extension PartialMap: CustomStringConvertible {
  /// What is known so far, as compact JSON; `…` stands where more may come.
  public var description: String { PartialJSON.object(json).description }
}
