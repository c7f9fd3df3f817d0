public import TypecastJSON

/// Members of an object by name, in their order. Names are told apart by their Unicode scalars.
public struct JSONMap<Value> {
  /// A name and its value.
  public struct Member {
    /// The name, which is there once.
    public let key: String
    /// The value of that name.
    public var value: Value
  }

  /// Above this many members names are found through a table.
  private static var searchedOneByOne: Int { 12 }

  /// All members in their order.
  public private(set) var members: [Member] = []
  private var places: [ScalarText: Int] = [:]

  /// A map without members.
  public init() {}

  private func place(of key: String) -> Int? {
    let wanted = ScalarText(key)
    return members.count > Self.searchedOneByOne
      ? places[wanted] : members.firstIndex { ScalarText($0.key) == wanted }
  }

  private mutating func index() {
    places = [:]
    guard members.count > Self.searchedOneByOne else { return }
    for (place, member) in members.enumerated() { places[ScalarText(member.key)] = place }
  }

  /// The value of a member. Setting one that is missing puts it last; setting nil takes it out.
  public subscript(key: String) -> Value? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil):
        members.remove(at: place)
        index()
      case (nil, let value?):
        members.append(Member(key: key, value: value))
        if members.count == Self.searchedOneByOne + 1 {
          index()
        } else if members.count > Self.searchedOneByOne {
          places[ScalarText(key)] = members.count - 1
        }
      case (nil, nil): break
      }
    }
  }

  /// How many members there are.
  public var count: Int { members.count }

  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// The names in their order.
  public var keys: [String] { members.map(\.key) }

  /// The values in their order.
  public var values: [Value] { members.map(\.value) }

  /// Writes the members into the object that is open.
  public func write(to output: inout JSONOutput, _ write: (Value, inout JSONOutput) -> Void) {
    for member in members {
      output.key(member.key)
      write(member.value, &output)
    }
  }
}

extension JSONMap: Sequence {
  public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONMap: ExpressibleByDictionaryLiteral {
  /// The last of several members with one name counts.
  public init(dictionaryLiteral members: (String, Value)...) {
    for (key, value) in members { self[key] = value }
  }
}

extension JSONMap.Member: Sendable where Value: Sendable {}
extension JSONMap: Sendable where Value: Sendable {}

/// The order of the members does not count.
extension JSONMap: Equatable where Value: Equatable {
  public static func == (left: JSONMap, right: JSONMap) -> Bool {
    left.isEqual(to: right) { $0 == $1 }
  }
}

extension JSONMap: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for member in members {
      var part = Hasher()
      part.combine(ScalarText(member.key))
      part.combine(member.value)
      sum = sum &+ part.finalize()
    }
    hasher.combine(sum)
  }
}

extension JSONMap {
  /// Whether two maps have the same members, by a comparison of their values.
  public func isEqual(to other: JSONMap, _ isSame: (Value, Value) -> Bool) -> Bool {
    guard count == other.count else { return false }
    return members.allSatisfy { member in other[member.key].map { isSame(member.value, $0) } ?? false }
  }
}

extension JSONMap: CustomStringConvertible, CustomReflectable {
  /// The members as JSON has them, each value as it describes itself.
  public var description: String {
    "{" + members.map { "\(JSONValue.string($0.key)):\(String(reflecting: $0.value))" }.joined(separator: ",") + "}"
  }

  public var customMirror: Mirror {
    Mirror(self, children: members.map { ($0.key, $0.value) }, displayStyle: .dictionary)
  }
}
