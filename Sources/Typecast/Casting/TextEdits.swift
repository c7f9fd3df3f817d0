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
  private(set) var edits: [TextEdit] = []

  var isEmpty: Bool { edits.isEmpty }
  var count: Int { edits.count }

  /// Adds a change; mostly it comes behind all others.
  mutating func add(_ edit: TextEdit) {
    var index = edits.count
    while index > 0, edits[index - 1].offset > edit.offset { index -= 1 }
    edits.insert(edit, at: index)
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

  /// The changed text of a range.
  func apply(to text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count + edits.reduce(0) { $0 + $1.count } + 16)
    var copied = range.lowerBound
    for edit in edits {
      if edit.offset > copied {
        result.append(contentsOf: text[copied..<min(edit.offset, range.upperBound)])
        copied = edit.offset
      }
      for index in 0..<edit.count { result.append(UInt8(truncatingIfNeeded: edit.replacement &>> UInt64(8 * index))) }
      copied = max(copied, edit.offset + edit.length)
    }
    if copied < range.upperBound { result.append(contentsOf: text[copied..<range.upperBound]) }
    return result
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
