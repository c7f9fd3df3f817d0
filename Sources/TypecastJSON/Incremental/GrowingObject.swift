/// The members of an object that may still grow: those that it had at one moment, the last of which may itself be growing.
///
/// It shares memory with the objects that it grew from and into. A member is there from the moment when something of
/// its value is.
public struct GrowingObject<Value: Sendable>: Sendable {
  /// A key and its value.
  public struct Member: Sendable {
    let text: GrowingText
    public let value: Value

    public var key: String { text.string }
  }

  struct Entry: Sendable {
    let key: GrowingText
    let value: Value
    /// One more than the place of the earlier entry with the same key that this one replaces, or 0.
    let replaced: UInt32
    /// How many entries are replaced, up to this one.
    let replacedSoFar: UInt32
  }

  nonisolated(unsafe) let chunk: GrowingChunk<Entry>?
  let tail: GrowingTail<Entry>?
  let completeEntries: Int

  /// Whether nothing will be added, neither to the object nor to its members.
  public let isComplete: Bool

  /// The last member while its value still grows.
  public var open: Member? { tail.map { Member(text: $0.element.key, value: $0.element.value) } }

  /// How many members there are.
  public var count: Int { entryCount - Int(last?.replacedSoFar ?? 0) }

  public var isEmpty: Bool { entryCount == 0 }

  var entryCount: Int { tail == nil ? completeEntries : completeEntries + 1 }

  private var last: Entry? { entryCount == 0 ? nil : entry(entryCount - 1) }

  func entry(_ place: Int) -> Entry {
    if place < completeEntries, let chunk { return chunk.elements[place] }
    guard let tail else { preconditionFailure("Index out of range") }
    return tail.element
  }

  /// The place of the entry that counts for a key.
  func place(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    // The member that still grows is what is looked for most, and the last of several with one key is the one that counts.
    if let tail, tail.element.key.hasSameScalars(as: key) { return completeEntries }
    guard let chunk else { return nil }
    let entries = chunk.elements
    var place = completeEntries
    while place > 0 {
      place -= 1
      if entries[place].key.hasSameScalars(as: key) { return place }
    }
    return nil
  }

  /// The value of a member.
  public subscript(key: String) -> Value? {
    var key = key
    return key.withUTF8 { place(of: $0) }.map { entry($0).value }
  }
}

extension GrowingObject: Sequence {
  public func makeIterator() -> Iterator {
    var replaced: Set<Int> = []
    if let last, last.replacedSoFar > 0 {
      for place in 0..<entryCount where entry(place).replaced > 0 { replaced.insert(Int(entry(place).replaced) - 1) }
    }
    return Iterator(object: self, replaced: replaced)
  }

  public var underestimatedCount: Int { count }

  /// Gives the members in the order of the text.
  public struct Iterator: IteratorProtocol {
    let object: GrowingObject
    let replaced: Set<Int>
    var place = 0

    init(object: GrowingObject, replaced: Set<Int>) {
      self.object = object
      self.replaced = replaced
    }

    public mutating func next() -> Member? {
      while place < object.entryCount {
        defer { place += 1 }
        if !replaced.isEmpty && replaced.contains(place) { continue }
        let entry = object.entry(place)
        return Member(text: entry.key, value: entry.value)
      }
      return nil
    }
  }
}

extension GrowingObject: Equatable where Value: Equatable {
  /// Whether both have the same members in the same order, and both or neither are complete.
  public static func == (left: GrowingObject, right: GrowingObject) -> Bool {
    guard left.isComplete == right.isComplete, left.count == right.count else { return false }
    return left.elementsEqual(right) { a, b in a.text.hasSameScalars(as: b.text) && a.value == b.value }
  }
}
