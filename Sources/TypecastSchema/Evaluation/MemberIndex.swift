import TypecastJSON

/// The members of one object by name, however many there are.
struct MemberIndex {
  /// Fewer members are found one by one as fast.
  private static let searchedOneByOne = 16

  private let object: JSONNode
  private var values: [ScalarText: JSONNode] = [:]

  init(_ object: JSONNode) {
    self.object = object
    guard object.type == .object, object.count > Self.searchedOneByOne else { return }
    values.reserveCapacity(object.count)
    for member in object.members { values[ScalarText(member.key)] = member.value }
  }

  func isOf(_ other: JSONNode) -> Bool {
    object.index == other.index && object.document === other.document
  }

  subscript(name: String) -> JSONNode? {
    values.isEmpty ? object[name] : values[ScalarText(name)]
  }
}
