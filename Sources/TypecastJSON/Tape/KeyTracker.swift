/// Tells cheaply which keys may have been seen before in the object that is open.
struct KeyTracker: ~Copyable, @unchecked Sendable {
  /// Above this many keys an object is checked once, when it ends.
  static let checkedOneByOne = 48

  /// The hashes of the keys of all open objects, those of the innermost last.
  private var hashes: UnsafeMutablePointer<UInt32>
  private var capacity = 256
  private var count = 0

  /// Where the innermost open object's hashes begin, and a bit for each hash that it has.
  private var first = 0
  private var filter: UInt64 = 0

  private var outer: [(first: Int, filter: UInt64)] = []

  init() {
    hashes = .allocate(capacity: capacity)
    outer.reserveCapacity(16)
  }

  deinit {
    hashes.deallocate()
  }

  @inline(__always)
  mutating func enterObject() {
    outer.append((first, filter))
    first = count
    filter = 0
  }

  /// Forgets the innermost object; true if its keys have yet to be compared.
  @inline(__always)
  mutating func leaveObject() -> Bool {
    let isUnchecked = count &- first > Self.checkedOneByOne
    count = first
    (first, filter) = outer.removeLast()
    return isUnchecked
  }

  /// Remembers a key; true if another one with the same hash must be looked for now.
  @inline(__always)
  mutating func note(_ hash: UInt32) -> Bool {
    if count == capacity { grow() }
    hashes[count] = hash
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
    for index in first..<first &+ earlier where hashes[index] == hash { return true }
    return false
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: hashes, count: count)
    hashes.deallocate()
    hashes = larger
    capacity *= 2
  }
}
