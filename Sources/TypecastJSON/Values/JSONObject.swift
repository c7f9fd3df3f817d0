/// The members of a JSON object, in their order, each key once.
public struct JSONObject: Sendable {
  /// A key and its value.
  public struct Member: Sendable, Hashable {
    /// The key, without escapes.
    public let key: String
    /// The value that stands under the key.
    public var value: JSONValue

    /// A member of an object to come.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }

    public static func == (left: Member, right: Member) -> Bool {
      ScalarText(left.key) == ScalarText(right.key) && left.value == right.value
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(ScalarText(key))
      hasher.combine(value)
    }
  }

  /// Above this many members keys are found through a table.
  private static let searchedOneByOne = 12

  /// All members, in their order.
  public private(set) var members: [Member]
  private var places: [ScalarText: Int]

  /// An object without members.
  public init() {
    members = []
    places = [:]
  }

  package init(uniqueMembers members: [Member]) {
    self.members = members
    places = [:]
    if members.count > Self.searchedOneByOne { indexAll() }
  }

  private mutating func indexAll() {
    places = Dictionary(minimumCapacity: members.count)
    for (place, member) in members.enumerated() { places[ScalarText(member.key)] = place }
  }

  private func place(of key: String) -> Int? {
    let wanted = ScalarText(key)
    if members.count > Self.searchedOneByOne { return places[wanted] }
    return members.firstIndex { ScalarText($0.key) == wanted }
  }

  /// The value of a member. Setting one that is missing puts it last; setting nil takes it out.
  public subscript(key: String) -> JSONValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?):
        members[place].value = value
      case (let place?, nil):
        members.remove(at: place)
        if members.count > Self.searchedOneByOne { indexAll() } else { places = [:] }
      case (nil, let value?):
        members.append(Member(key: key, value: value))
        if members.count == Self.searchedOneByOne + 1 {
          indexAll()
        } else if members.count > Self.searchedOneByOne {
          places[ScalarText(key)] = members.count - 1
        }
      case (nil, nil):
        break
      }
    }
  }

  /// How many members there are.
  public var count: Int { members.count }
  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }
  /// The keys of all members, in their order.
  public var keys: [String] { members.map(\.key) }
}

extension JSONObject: Hashable {
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.count == right.count else { return false }
    return left.members.allSatisfy { right[$0.key] == $0.value }
  }

  public func hash(into hasher: inout Hasher) {
    // Order does not count, so the members' hashes are summed up.
    var sum = 0
    for member in members { sum = sum &+ member.hashValue }
    hasher.combine(sum)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// The last of several members with one key counts.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init()
    for (key, value) in members { self[key] = value }
  }
}

extension JSONObject: Sequence {
  public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONObject: CustomStringConvertible, CustomReflectable {
  /// The object as compact JSON.
  public var description: String { JSONWriter().string(of: .object(self)) }

  public var customMirror: Mirror {
    Mirror(self, children: members.map { ($0.key, $0.value) }, displayStyle: .dictionary)
  }
}
