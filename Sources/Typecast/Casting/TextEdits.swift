import TypecastJSON

/// A change to a text: some bytes give way to at most eight others.
struct TextEdit: Equatable {
  var offset: Int
  var length: Int

  /// The bytes that come instead, the first in the lowest position.
  var replacement: UInt64
  var count: Int

  init(offset: Int, length: Int, _ replacement: StaticString) {
    self.offset = offset
    self.length = length
    count = min(replacement.utf8CodeUnitCount, 8)
    self.replacement = 0
    for index in 0..<count { self.replacement |= UInt64(replacement.utf8Start[index]) &<< UInt64(8 * index) }
  }

  init(offset: Int, length: Int, bytes: some Sequence<UInt8>) {
    self.offset = offset
    self.length = length
    replacement = 0
    count = 0
    for byte in bytes.prefix(8) {
      replacement |= UInt64(byte) &<< UInt64(8 * count)
      count += 1
    }
  }
}

/// The changes to a text, in its order.
struct TextEdits: Equatable {
  private(set) var edits: [TextEdit]

  init(edits: [TextEdit] = []) {
    self.edits = edits
  }

  var isEmpty: Bool { edits.isEmpty }
  var count: Int { edits.count }

  /// Adds a change; mostly it comes behind all others.
  mutating func add(_ edit: TextEdit) {
    if edits.isEmpty { edits.reserveCapacity(16) }
    var index = edits.count
    while index > 0, edits[index - 1].offset > edit.offset { index -= 1 }
    if index == edits.count { edits.append(edit) } else { edits.insert(edit, at: index) }
  }

  /// Adds a change in front of those at the same place.
  mutating func addFirst(_ edit: TextEdit) {
    var index = edits.count
    while index > 0, edits[index - 1].offset >= edit.offset { index -= 1 }
    edits.insert(edit, at: index)
  }

  /// Adds a change behind so many others.
  mutating func insert(_ edit: TextEdit, at index: Int) {
    edits.insert(edit, at: min(index, edits.count))
  }

  /// Takes back the changes from a place on, down to a number of them.
  mutating func removeAll(from offset: Int, keeping kept: Int) {
    while edits.count > kept, let last = edits.last, last.offset >= offset { edits.removeLast() }
  }

  /// The changes to what lies in a range.
  func within(_ range: Range<Int>) -> TextEdits {
    TextEdits(edits: edits.filter { range.contains($0.offset) })
  }

  /// The changed text of a range, outside of which there are no changes.
  func apply(to text: UnsafePointer<UInt8>, in range: Range<Int>) -> PaddedBytes {
    PaddedBytes(count: count(of: range)) { target in
      var target = target
      var copied = range.lowerBound
      for edit in edits {
        copy(text, from: &copied, upTo: min(edit.offset, range.upperBound), to: &target)
        for index in 0..<edit.count {
          target.pointee = UInt8(truncatingIfNeeded: edit.replacement &>> UInt64(8 * index))
          target += 1
        }
        copied = max(copied, edit.offset + edit.length)
      }
      copy(text, from: &copied, upTo: range.upperBound, to: &target)
    }
  }

  /// The same in an array.
  func bytes(of text: UnsafePointer<UInt8>, in range: Range<Int>) -> [UInt8] {
    let applied = apply(to: text, in: range)
    return withExtendedLifetime(applied) { Array(applied.buffer) }
  }

  private func copy(
    _ text: UnsafePointer<UInt8>, from copied: inout Int, upTo last: Int, to target: inout UnsafeMutablePointer<UInt8>
  ) {
    guard last > copied else { return }
    target.update(from: text + copied, count: last - copied)
    target += last - copied
    copied = last
  }

  /// How many bytes the changed text of a range has.
  private func count(of range: Range<Int>) -> Int {
    var result = 0
    var copied = range.lowerBound
    for edit in edits {
      result += max(0, min(edit.offset, range.upperBound) - copied) + edit.count
      copied = max(copied, edit.offset + edit.length)
    }
    return result + max(0, range.upperBound - copied)
  }

  /// The place in the text as it was that a place in the changed text of a range comes from.
  func origin(of offset: Int, from start: Int) -> Int {
    var changed = 0
    var copied = start
    for edit in edits {
      let kept = max(0, edit.offset - copied)
      if offset < changed + kept { return copied + offset - changed }
      changed += kept
      if offset < changed + edit.count { return edit.offset }
      changed += edit.count
      copied = max(copied, edit.offset + edit.length)
    }
    return copied + offset - changed
  }
}
