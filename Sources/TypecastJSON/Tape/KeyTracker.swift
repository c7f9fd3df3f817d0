/// Tells cheaply which keys may have been seen before in the object that is open.
///
/// The memory is its own and never shared, so that it may move to another thread.
struct KeyTracker: ~Copyable, @unchecked Sendable {
  /// Above this many keys an object is checked once, when it ends.
  static let checkedOneByOne = 48

  /// The hashes of the keys of all open objects, those of the innermost last. Before the first hash of an object stand
  /// three words that belong to the one around it: where its hashes begin, and its filter.
  private var words: UnsafeMutablePointer<UInt32>
  private var capacity = 0
  private var count = 0

  /// Where the innermost open object's hashes begin.
  private var first = 0

  /// A bit for each hash that the innermost open object has.
  private var filter: UInt64 = 0

  init() {
    words = .allocate(capacity: 0)
  }

  deinit {
    words.deallocate()
  }

  /// Forgets all objects.
  mutating func reset() {
    count = 0
    first = 0
    filter = 0
  }

  @inline(__always)
  mutating func enterObject() {
    if count &+ 3 > capacity { grow() }
    words[count] = UInt32(truncatingIfNeeded: first)
    words[count &+ 1] = UInt32(truncatingIfNeeded: filter)
    words[count &+ 2] = UInt32(truncatingIfNeeded: filter &>> 32)
    count &+= 3
    first = count
    filter = 0
  }

  /// Forgets the innermost object; true if its keys have yet to be compared.
  @inline(__always)
  mutating func leaveObject() -> Bool {
    let isUnchecked = count &- first > Self.checkedOneByOne
    count = first &- 3
    first = Int(words[count])
    filter = UInt64(words[count &+ 1]) | UInt64(words[count &+ 2]) &<< 32
    return isUnchecked
  }

  /// Remembers a key; true if another one with the same hash must be looked for now.
  @inline(__always)
  mutating func note(_ hash: UInt32) -> Bool {
    if count == capacity { grow() }
    words[count] = hash
    count &+= 1
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: hash &>> 26)
    if filter & bit == 0 {
      filter |= bit
      return false
    }
    return isRepeated(hash)
  }

  private func isRepeated(_ hash: UInt32) -> Bool {
    let earlier = count &- 1 &- first
    if earlier >= Self.checkedOneByOne { return false }
    for index in first..<first &+ earlier where words[index] == hash { return true }
    return false
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: max(capacity * 2, 128))
    larger.moveInitialize(from: words, count: count)
    words.deallocate()
    words = larger
    capacity = max(capacity * 2, 128)
  }
}
