import TypecastJSON

/// What stands at one place, over all values that were seen there: their types, members and elements.
///
/// A tree of names keeps each name once, however deep it stands.
struct ValueShape: Hashable, Sendable {
  /// How many values were seen.
  private(set) var count = 0

  /// Their types, as JSON Schema names them; for what is no JSON, another word.
  private(set) var types: Set<String> = []

  /// How many of the values are objects: a member that fewer of them have is optional.
  private(set) var objects = 0

  /// The members of all objects.
  private(set) var members: [ScalarText: ValueShape] = [:]

  /// The elements of all arrays, by their sort.
  private(set) var elements: [String: ValueShape] = [:]

  mutating func add(_ json: JSONValue) {
    add(json.type.rawValue)
    switch json {
    case .object(let object):
      objects += 1
      for member in object { members[ScalarText(member.key), default: ValueShape()].add(member.value) }
    case .array(let values):
      for value in values { elements[value.sort ?? "", default: ValueShape()].add(value) }
    default: break
    }
  }

  /// Adds what is no JSON.
  mutating func add(_ type: String) {
    count += 1
    types.insert(type)
  }
}

extension JSONValue {
  /// What an object says that it is, where `type` holds a name: objects of different sorts have different members.
  var sort: String? {
    guard case .object(let object) = self, let name = object["type"]?.string, name.isNameOfSort else { return nil }
    return name
  }
}

extension String {
  private static let mostOfSort = 60

  /// Whether it may be the name of a sort: a word, and no text.
  var isNameOfSort: Bool {
    !utf8.isEmpty && utf8.count <= Self.mostOfSort
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x3A: true
        default: false
        }
      }
  }
}
