/// Takes the elements of one growing array as each becomes complete.
///
/// Asking costs as much as finding the array; elements that were taken are not looked at again.
public struct ElementCursor: Sendable {
  /// Where the array is.
  public let pointer: JSONPointer

  /// How many elements were taken.
  public private(set) var taken = 0

  /// The entries that led to the array last time: with repeated keys another array may take its place.
  private var path: [Int] = []

  /// Starts before the first element of the array at a pointer, the outermost value if none is given.
  public init(at pointer: JSONPointer = JSONPointer()) {
    self.pointer = pointer
  }

  /// The elements that were completed since last time; none while there is no array at the pointer.
  ///
  /// The values must come from one reader, later ones after earlier ones.
  public mutating func next(in value: PartialJSON?) -> GrowingArray<PartialJSON>.SubSequence {
    guard let elements = find(in: value) else { return GrowingArray<PartialJSON>()[0..<0] }
    defer { taken = elements.completeCount }
    return elements[min(taken, elements.completeCount)..<elements.completeCount]
  }

  private mutating func find(in root: PartialJSON?) -> GrowingArray<PartialJSON>? {
    var value = root
    for (level, token) in pointer.tokens.enumerated() {
      switch value {
      case .array(let elements):
        guard let index = JSONPointer.index(token.string), elements.indices.contains(index) else { return nil }
        follow(index, at: level)
        value = elements[index]
      case .object(let members):
        var key = token.string
        guard let place = key.withUTF8({ members.place(of: $0) }) else { return nil }
        follow(place, at: level)
        value = members.member(place)?.value
      default:
        return nil
      }
    }
    return value?.array
  }

  private mutating func follow(_ place: Int, at level: Int) {
    if level == path.count {
      path.append(place)
    } else if path[level] != place {
      path.removeSubrange(level...)
      path.append(place)
      taken = 0
    }
  }
}
