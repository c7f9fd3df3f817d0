/// The keys that an object may have, as a table that finds the number of a key.
///
/// It is made once per type and is only asked where the text does not keep to the declared order.
public final class JSONKeys: @unchecked Sendable {
  /// What `nextKey` returns at the end of an object.
  @inlinable public static var end: Int { -1 }

  /// How many keys there are; also what `nextKey` returns for a key that is none of them.
  public let count: Int

  private struct Entry {
    let start: Int
    let count: Int
    let hash: UInt32
  }

  /// The keys that an object must have, as bits, and the numbers of those from the sixty-fourth on.
  let required: UInt64
  let requiredBeyond: [Int]

  private let text: PaddedBytes

  /// For each key a comma, the key as JSON writes it, and a colon, one behind the other.
  private let predictions: PaddedBytes
  private let predictionTable: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
  private let entries: UnsafeMutablePointer<Entry>

  /// Numbers of keys plus one, by hash, at least half of them zero.
  private let slots: UnsafeMutablePointer<UInt32>
  private let slotMask: UInt32

  /// Takes keys in the order in which they are expected; of equal ones the first counts. An object must have those whose
  /// numbers are in `required`.
  public init(_ keys: [String], required: [Int] = []) {
    count = keys.count
    self.required = required.reduce(0) { $1 < 64 ? $0 | 1 &<< UInt64($1) : $0 }
    requiredBeyond = required.filter { $0 >= 64 }
    var written: [UInt8] = []
    var starts: [Int] = []
    for key in keys {
      starts.append(written.count)
      written.append(0x2C)
      JSONWriter.writeString(key, to: &written)
      written.append(0x3A)
    }
    starts.append(written.count)
    predictions = PaddedBytes(written)
    predictionTable = .allocate(capacity: max(keys.count, 1))
    for index in keys.indices {
      (predictionTable + index).initialize(
        to: UnsafeBufferPointer(start: predictions.start + starts[index], count: starts[index + 1] - starts[index]))
    }
    text = PaddedBytes(keys.joined())
    entries = .allocate(capacity: max(keys.count, 1))
    var slotCount: UInt32 = 4
    while slotCount < 2 * keys.count { slotCount *= 2 }
    slots = .allocate(capacity: Int(slotCount))
    slots.initialize(repeating: 0, count: Int(slotCount))
    slotMask = slotCount - 1
    var start = 0
    for (index, key) in keys.enumerated() {
      let length = key.utf8.count
      let hash = Scan.keyHash(text.start + start, count: length)
      (entries + index).initialize(to: Entry(start: start, count: length, hash: hash))
      var slot = hash & slotMask
      while slots[Int(slot)] != 0 { slot = (slot + 1) & slotMask }
      slots[Int(slot)] = UInt32(index + 1)
      start += length
    }
  }

  /// Takes keys in the order in which they are expected.
  public convenience init(_ keys: String...) {
    self.init(keys)
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
    predictionTable.deallocate()
  }

  /// What is expected to come in front of the value of a key.
  @inline(__always)
  func prediction(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    predictionTable[index]
  }

  func isRequired(_ index: Int) -> Bool {
    index < 64 ? required & (1 &<< UInt64(index)) != 0 : requiredBeyond.contains(index)
  }

  /// A key by its number.
  func name(_ index: Int) -> String {
    String(
      decoding: UnsafeBufferPointer(start: text.start + entries[index].start, count: entries[index].count),
      as: UTF8.self)
  }

  /// The number of a key, compared scalar by scalar; the count of the keys for one that is none of them.
  public func index(of key: String) -> Int {
    let padded = PaddedBytes(key)
    return index(of: JSONText(start: padded.start, count: padded.count, isASCII: false))
  }

  /// The number of a key; the count of the keys for one that is none of them.
  public func index(of key: JSONText) -> Int {
    let hash = Scan.keyHash(key.start, count: key.count)
    var slot = hash & slotMask
    while true {
      let index = Int(slots[Int(slot)]) - 1
      if index < 0 { return count }
      let entry = entries[index]
      if entry.hash == hash, entry.count == key.count,
        Scan.equalPadded(text.start + entry.start, key.start, count: key.count)
      {
        return index
      }
      slot = (slot &+ 1) & slotMask
    }
  }
}
