/// The keys of one large object by their hashes.
struct KeyTable: ~Copyable {
  /// A node's index and one, with the upper half of its hash above it; 0 for an empty place.
  private let slots: UnsafeMutablePointer<UInt64>
  private let mask: Int

  init(count: Int) {
    var size = 128
    while size < count * 2 { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
  }

  deinit {
    slots.deallocate()
  }

  /// Puts a key in the place of an equal one, which is returned, or in a place of its own.
  mutating func exchange(_ index: Int, hash: UInt64, isSame: (Int) -> Bool) -> Int? {
    let upper = hash & 0xFFFF_FFFF_0000_0000
    let entry = upper | UInt64(truncatingIfNeeded: index &+ 1)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let earlier = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] & 0xFFFF_FFFF_0000_0000 == upper, isSame(earlier) {
        slots[slot] = entry
        return earlier
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = entry
    return nil
  }
}
