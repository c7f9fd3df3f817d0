/// The members of an object that may still grow: those that it had at one moment, the last of which may itself be
/// growing.
///
/// It shares memory with the objects that it grew from and into. A member is there from the moment when something of
/// its value is.
public struct GrowingObject<Value: Sendable>: Sendable {
  /// A key and its value.
  public struct Member: Sendable {
    let text: GrowingText
    /// The value, which may itself still be growing.
    public let value: Value

    /// The key, which is always whole.
    public var key: String { text.string }
  }

  struct Entry: Sendable {
    let key: GrowingText
    /// Nil until it is complete: while it grows, the objects that see it have it as their `tail`.
    var value: Value?
    /// One more than the place of the earlier entry with the same key that this one replaces, or 0.
    let replaced: UInt32
    /// How many entries are replaced, up to this one.
    let replacedSoFar: UInt32
  }

  nonisolated(unsafe) let chunk: GrowingChunk<Entry>?
  let tail: GrowingTail<Value>?
  private let storedCount: UInt32

  /// Whether nothing will be added, neither to the object nor to its members.
  public let isComplete: Bool

  /// The first entries of a chunk, and the value of the one behind them if something of it is known.
  @inline(__always)
  init(chunk: GrowingChunk<Entry>?, completeEntries: Int, tail: GrowingTail<Value>?, isComplete: Bool) {
    self.chunk = chunk
    self.tail = tail
    storedCount = UInt32(completeEntries)
    self.isComplete = isComplete
  }

  /// The last member while its value still grows.
  public var open: Member? { tail == nil ? nil : member(completeEntries) }

  /// How many members there are.
  public var count: Int {
    guard let chunk, entryCount > 0 else { return 0 }
    return entryCount - Int(chunk.elements[entryCount - 1].replacedSoFar)
  }

  /// Whether no member is there yet.
  public var isEmpty: Bool { entryCount == 0 }

  var completeEntries: Int { Int(storedCount) }
  var entryCount: Int { tail == nil ? completeEntries : completeEntries + 1 }

  /// The member at a place that `entryCount` covers.
  func member(_ place: Int) -> Member? {
    guard let chunk, let value = place < completeEntries ? chunk.elements[place].value : tail?.element else {
      return nil
    }
    return Member(text: chunk.elements[place].key, value: value)
  }

  /// The place of the entry that counts for a key: the last of several.
  func place(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let chunk else { return nil }
    let entries = chunk.elements
    return (0..<entryCount).last { entries[$0].key.hasSameScalars(as: key) }
  }

  /// The value of a member.
  public subscript(key: String) -> Value? {
    var key = key
    return key.withUTF8 { place(of: $0) }.flatMap { member($0)?.value }
  }
}

extension GrowingObject: Sequence {
  public func makeIterator() -> Iterator {
    Iterator(object: self, replaced: replacedPlaces)
  }

  private var replacedPlaces: Set<Int> {
    guard let chunk, count < entryCount else { return [] }
    return Set((0..<entryCount).map { Int(chunk.elements[$0].replaced) - 1 })
  }

  public var underestimatedCount: Int { count }

  /// Gives the members in the order of the text.
  public struct Iterator: IteratorProtocol {
    private let object: GrowingObject
    private let replaced: Set<Int>
    private var place = 0

    init(object: GrowingObject, replaced: Set<Int>) {
      self.object = object
      self.replaced = replaced
    }

    public mutating func next() -> Member? {
      while place < object.entryCount {
        defer { place += 1 }
        if !replaced.isEmpty && replaced.contains(place) { continue }
        return object.member(place)
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
