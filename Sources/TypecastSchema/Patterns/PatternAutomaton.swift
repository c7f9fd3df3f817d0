/// A deterministic automaton as a table, read a byte at a time.
///
/// A trivial value over memory of its own, so that a search neither retains nor releases; whoever holds it frees it.
struct PatternAutomaton {
  private let memory: UnsafeMutableRawPointer
  private let entries: UnsafePointer<UInt32>
  private let columns: UnsafePointer<UInt16>
  private let starts: UnsafePointer<UInt32>
  private let groups: UnsafePointer<UInt16>
  private let runCount: Int
  private let start: UInt32
  private let stride: UInt32

  /// The column of a byte that does not tell alone which group its code point is in.
  private static let undetermined = UInt16.max

  init(_ table: PatternAutomatonBuilder.Table, _ classes: ScalarClasses) {
    let entryBytes = table.entries.count * 4
    let runBytes = classes.starts.count * 4
    let size = entryBytes + runBytes + 512 + classes.starts.count * 2
    memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    let entries = memory.bindMemory(to: UInt32.self, capacity: table.entries.count)
    entries.initialize(from: table.entries, count: table.entries.count)
    let starts = (memory + entryBytes).bindMemory(to: UInt32.self, capacity: classes.starts.count)
    starts.initialize(from: classes.starts, count: classes.starts.count)
    let columns = (memory + entryBytes + runBytes).bindMemory(to: UInt16.self, capacity: 256)
    for byte in 0..<256 {
      let byte = UInt8(byte)
      if byte & 0xC0 == 0x80 || byte == 0xC0 || byte == 0xC1 || byte > 0xF4 {
        // The group was decided by the first byte of the code point.
        columns[Int(byte)] = UInt16(classes.count)
      } else {
        columns[Int(byte)] =
          classes.group(ofLeadingByte: byte).map { UInt16($0) } ?? PatternAutomaton.undetermined
      }
    }
    let groups = (memory + entryBytes + runBytes + 512).bindMemory(to: UInt16.self, capacity: classes.starts.count)
    groups.initialize(from: classes.groups, count: classes.starts.count)
    self.entries = UnsafePointer(entries)
    self.columns = UnsafePointer(columns)
    self.starts = UnsafePointer(starts)
    self.groups = UnsafePointer(groups)
    runCount = classes.starts.count
    start = table.start
    stride = UInt32(table.stride)
  }

  func deallocate() {
    memory.deallocate()
  }

  /// Whether the text has a match; it must be valid UTF-8, but nothing outside of it is read if it is not.
  @inline(__always)
  func search(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = start
    if state <= stride { return state == stride }
    guard var pointer = text.baseAddress else { return entries[Int(state + stride) - 1] == stride }
    let end = pointer + text.count
    while pointer < end {
      var column = columns[Int(pointer.pointee)]
      if column == PatternAutomaton.undetermined {
        let (scalar, length) = decodeScalar(pointer, end)
        column = group(of: scalar)
        pointer += length - 1
      }
      state = entries[Int(state) &+ Int(column)]
      if state <= stride { return state == stride }
      pointer += 1
    }
    return entries[Int(state + stride) - 1] == stride
  }

  private func group(of scalar: UInt32) -> UInt16 {
    var low = 0
    var high = runCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return groups[low]
  }
}

/// Reads a code point whose first byte is not ASCII; a text that ends inside of it gives U+FFFD.
@inline(__always)
func decodeScalar(
  _ pointer: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
) -> (scalar: UInt32, length: Int) {
  let first = UInt32(pointer.pointee)
  let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard pointer + length <= end else { return (0xFFFD, end - pointer) }
  let second = UInt32(pointer[1] & 0x3F)
  if length == 2 { return ((first & 0x1F) << 6 | second, 2) }
  let third = UInt32(pointer[2] & 0x3F)
  if length == 3 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
  return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(pointer[3] & 0x3F), 4)
}
