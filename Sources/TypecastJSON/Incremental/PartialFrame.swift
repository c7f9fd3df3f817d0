extension PartialBuilder {
  /// An array or object that is open; used for one after the other at the same depth.
  struct Frame: Sendable {
    typealias Entry = GrowingObject<PartialJSON>.Entry

    /// An earlier member with the key that was read.
    enum Duplicate {
      /// It was found among the few that are compared at once.
      case seenAtOnce
      /// The object is large, and is refused when it ends.
      case seenLate
    }

    var isObject = false
    private(set) var elements = GrowingChunkWriter<PartialJSON>()
    private(set) var members = GrowingChunkWriter<Entry>()

    /// Whether the last member has no value yet.
    private(set) var awaitsValue = false

    /// Whether a key was there before.
    private(set) var hasDuplicates = false
    private var replacedSoFar: UInt32 = 0

    /// Where the keys of a large object are.
    private var places = GrowingKeyTable()

    /// The key whose value comes next or is being read.
    var key: GrowingText? {
      awaitsValue ? members.chunk?.elements[members.count - 1].key : nil
    }

    /// The array or object so far, and in it the value that is being read.
    func value(with open: PartialJSON?) -> PartialJSON {
      let tail = open.map { GrowingTail($0) }
      return isObject
        ? .object(
          GrowingObject(
            chunk: members.chunk, completeEntries: awaitsValue ? members.count - 1 : members.count, tail: tail,
            isComplete: false))
        : .array(
          GrowingArray(chunk: elements.chunk, completeCount: elements.count, tail: tail, isComplete: false))
    }

    /// Adds an element, or the value of the key.
    @inline(__always)
    mutating func add(_ value: PartialJSON) {
      if !isObject {
        elements.append(value)
      } else {
        members.chunk?.elements[members.count &- 1].value = value
        awaitsValue = false
      }
    }

    /// Takes note of a key, and says if it was there before.
    @inline(__always)
    mutating func begin(_ key: GrowingText, mayBeRepeated: Bool) -> Duplicate? {
      var earlier: Int?
      let isLarge = members.count >= KeyTracker.checkedOneByOne
      if isLarge || mayBeRepeated { earlier = findDuplicate(of: key, isLarge: isLarge) }
      members.append(
        Entry(
          key: key, value: nil, replaced: earlier.map { UInt32(truncatingIfNeeded: $0 &+ 1) } ?? 0,
          replacedSoFar: replacedSoFar))
      awaitsValue = true
      if earlier == nil { return nil }
      return isLarge ? .seenLate : .seenAtOnce
    }

    @inline(never)
    private mutating func findDuplicate(of key: GrowingText, isLarge: Bool) -> Int? {
      guard let entries = members.chunk?.elements else { return nil }
      let earlier: Int?
      if isLarge {
        if places.isEmpty {
          for place in 0..<members.count {
            let key = entries[place].key
            _ = places.note(place, of: key) { entries[$0].key.hasSameScalars(as: key) }
          }
        }
        earlier = places.note(members.count, of: key) { entries[$0].key.hasSameScalars(as: key) }
      } else {
        earlier = (0..<members.count).last { entries[$0].key.hasSameScalars(as: key) }
      }
      if earlier != nil {
        hasDuplicates = true
        replacedSoFar += 1
      }
      return earlier
    }

    /// Ends the array and gets ready for the next one.
    @inline(__always)
    mutating func takeElements() -> GrowingArray<PartialJSON> {
      defer { elements.reset() }
      return GrowingArray(chunk: elements.chunk, completeCount: elements.count, tail: nil, isComplete: true)
    }

    /// Ends the object and gets ready for the next one.
    @inline(__always)
    mutating func takeMembers() -> GrowingObject<PartialJSON> {
      defer { members.reset() }
      if hasDuplicates || !places.isEmpty { forgetKeys() }
      return GrowingObject(chunk: members.chunk, completeEntries: members.count, tail: nil, isComplete: true)
    }

    @inline(never)
    private mutating func forgetKeys() {
      hasDuplicates = false
      replacedSoFar = 0
      places = GrowingKeyTable()
    }
  }
}
