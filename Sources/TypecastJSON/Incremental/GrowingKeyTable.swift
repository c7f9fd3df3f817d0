/// Finds the places of keys in a large object.
///
/// The hash is seeded anew in every process, so that nobody can send keys that collide.
struct GrowingKeyTable: Sendable {
  /// A power of two slots, at most half of them in use: a hash in the upper half, one more than a place in the lower.
  private var slots: [UInt64] = []
  private var count = 0

  var isEmpty: Bool { count == 0 }

  /// Notes the place of a key and returns the one that was noted before, if there is one.
  ///
  /// - Parameter hasKey: Whether an earlier place has the same key.
  mutating func note(_ place: Int, of key: GrowingText, hasKey: (Int) -> Bool) -> Int? {
    if 2 * count >= slots.count { grow() }
    var hasher = Hasher()
    key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    let hash = UInt64(truncatingIfNeeded: hasher.finalize()) & 0xFFFF_FFFF_0000_0000
    let entry = hash | UInt64(UInt32(truncatingIfNeeded: place &+ 1))
    var slot = start(of: hash)
    while slots[slot] != 0 {
      let earlier = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] & 0xFFFF_FFFF_0000_0000 == hash && hasKey(earlier) {
        slots[slot] = entry
        return earlier
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    slots[slot] = entry
    count += 1
    return nil
  }

  private func start(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> 32) & (slots.count &- 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: max(256, 2 * old.count))
    for entry in old where entry != 0 {
      var slot = start(of: entry)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = entry
    }
  }
}
