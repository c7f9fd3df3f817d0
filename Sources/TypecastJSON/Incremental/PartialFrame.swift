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

    /// The key whose value comes next or is being read.
    private(set) var key: GrowingText?

    /// Whether a key was there before.
    private(set) var hasDuplicates = false

    /// One more than the place of the member that the key's value replaces, or 0.
    private var replaces: UInt32 = 0
    private var replacedSoFar: UInt32 = 0

    /// Where the keys of a large object are.
    private var places: [GrowingText: Int] = [:]

    /// The member that a value makes with the key that waits for it.
    func entry(with value: PartialJSON) -> Entry? {
      key.map { Entry(key: $0, value: value, replaced: replaces, replacedSoFar: replacedSoFar) }
    }

    /// Adds an element, or the value of the key.
    @inline(__always)
    mutating func add(_ value: PartialJSON) {
      if !isObject {
        elements.append(value)
      } else if let entry = entry(with: value) {
        members.append(entry)
        key = nil
      }
    }

    /// Takes note of a key, and says if it was there before.
    @inline(__always)
    mutating func begin(_ key: GrowingText, mayBeRepeated: Bool) -> Duplicate? {
      self.key = key
      replaces = 0
      if members.count < KeyTracker.checkedOneByOne && !mayBeRepeated { return nil }
      return findDuplicate(of: key)
    }

    @inline(never)
    private mutating func findDuplicate(of key: GrowingText) -> Duplicate? {
      guard let entries = members.chunk?.elements else { return nil }
      let isLarge = members.count >= KeyTracker.checkedOneByOne
      let earlier: Int?
      if isLarge {
        if places.isEmpty {
          for place in 0..<members.count { places[entries[place].key] = place }
        }
        earlier = places.updateValue(members.count, forKey: key)
      } else {
        earlier = (0..<members.count).last { entries[$0].key.hasSameScalars(as: key) }
      }
      guard let earlier else { return nil }
      hasDuplicates = true
      replaces = UInt32(truncatingIfNeeded: earlier + 1)
      replacedSoFar += 1
      return isLarge ? .seenLate : .seenAtOnce
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
      return GrowingObject(chunk: members.chunk, tail: nil, completeEntries: members.count, isComplete: true)
    }

    @inline(never)
    private mutating func forgetKeys() {
      hasDuplicates = false
      replacedSoFar = 0
      places = [:]
    }
  }
}
