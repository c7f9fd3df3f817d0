import TypecastJSON

/// Finds a name's number: the next one in declared order at once, any other through a hash table.
struct NameTable {
  struct Entry {
    /// The first eight bytes; all of a name that is no longer.
    let word: UInt64
    let text: UnsafePointer<UInt8>
    let length: UInt32
    var hash: UInt32
  }

  let entries: UnsafePointer<Entry>
  let count: Int

  /// Entry numbers by hash, -1 where there is none; a power of two of them, at most half used.
  let slots: UnsafePointer<Int32>
  let mask: UInt32

  /// The hashes are of whole names: their ends and lengths alone would not tell them apart.
  private let hashesWholeNames: Bool

  /// So many names may share a hash of ends and length.
  private static let tolerableCollisions = 8

  init(_ names: [String], in memory: PlanMemory) {
    count = names.count
    var entries: [Entry] = []
    for name in names {
      // Padded, so that whole words can be read off it.
      let bytes = Array(name.utf8) + [UInt8](repeating: 0, count: 8)
      let text = memory.keep(bytes)
      let length = bytes.count - 8
      entries.append(
        Entry(
          word: Scan.word(text, count: length), text: text, length: UInt32(length),
          hash: Scan.keyHash(text, count: length)))
    }
    var shared: [UInt32: Int] = [:]
    for entry in entries { shared[entry.hash, default: 0] += 1 }
    hashesWholeNames = shared.values.contains { $0 > Self.tolerableCollisions }
    if hashesWholeNames {
      for number in entries.indices {
        entries[number].hash = Self.wholeHash(entries[number].text, count: Int(entries[number].length))
      }
    }
    var size = 4
    while size < names.count * 2 { size *= 2 }
    mask = UInt32(size - 1)
    var slots = [Int32](repeating: -1, count: size)
    for (number, entry) in entries.enumerated() {
      var slot = Int(entry.hash & mask)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
    }
    self.slots = memory.keep(slots)
    self.entries = memory.keep(entries)
  }

  /// The number of the name that a string node holds, or -1.
  ///
  /// - Parameter predicted: The number that would be found in declared order; tried first.
  @inline(__always)
  func find(_ node: TapeNode, _ view: TapeView, predicted: Int) -> Int {
    let text = view.text(node)
    let hash =
      hashesWholeNames
      ? Self.wholeHash(text, count: Int(node.length))
      : node.has(TapeNode.escaped) ? Scan.keyHash(text, count: Int(node.length)) : node.link
    if predicted < count, matches(predicted, text, node.length, hash) { return predicted }
    var slot = hash & mask
    while true {
      let number = Int(slots[Int(slot)])
      if number < 0 || matches(number, text, node.length, hash) { return number }
      slot = (slot &+ 1) & mask
    }
  }

  private static func wholeHash(_ text: UnsafePointer<UInt8>, count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: Scan.seededHash(text, count: count))
  }

  @inline(__always)
  private func matches(_ number: Int, _ text: UnsafePointer<UInt8>, _ length: UInt32, _ hash: UInt32) -> Bool {
    let entry = entries[number]
    guard entry.hash == hash, entry.length == length else { return false }
    if length <= 8 { return entry.word == Scan.word(text, count: Int(length)) }
    return Scan.equal(entry.text, text, count: Int(length))
  }
}
