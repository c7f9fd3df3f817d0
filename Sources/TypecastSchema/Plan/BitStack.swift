/// Sets of small numbers, put on and taken off in order, in memory that is used again.
struct BitStack: ~Copyable {
  /// No set: nobody asks.
  static let none = -1

  private var words: UnsafeMutablePointer<UInt64>
  private var capacity = 0
  private var used = 0

  init() {
    words = .allocate(capacity: capacity)
  }

  deinit {
    words.deallocate()
  }

  /// Puts an empty set of numbers below `count` on top.
  mutating func push(_ count: Int) -> Int {
    let set = used
    let needed = used + (count + 63) / 64
    if needed > capacity {
      let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: max(needed, capacity * 2))
      larger.moveInitialize(from: words, count: used)
      words.deallocate()
      words = larger
      capacity = max(needed, capacity * 2)
    }
    (words + used).update(repeating: 0, count: needed - used)
    used = needed
    return set
  }

  /// Takes a set off, and all that were put on after it.
  mutating func pop(_ set: Int) {
    used = set
  }

  mutating func insert(_ number: Int, into set: Int) {
    words[set + number >> 6] |= 1 &<< UInt64(truncatingIfNeeded: number & 63)
  }

  func contains(_ number: Int, in set: Int) -> Bool {
    words[set + number >> 6] & (1 &<< UInt64(truncatingIfNeeded: number & 63)) != 0
  }

  mutating func insertAll(below count: Int, into set: Int) {
    for number in 0..<count { insert(number, into: set) }
  }

  mutating func merge(_ source: Int, into set: Int, count: Int) {
    for word in 0..<(count + 63) / 64 { words[set + word] |= words[source + word] }
  }
}
