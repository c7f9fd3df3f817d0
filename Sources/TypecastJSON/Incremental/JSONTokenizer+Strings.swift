extension JSONTokenizer {
  /// Reads on in a string and passes its content on; false if it is cut off, in which case the pointer rests after the
  /// last whole scalar or escape.
  @inline(__always)
  static func string(
    _ pointer: inout UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    into sink: inout some (JSONEventSink & ~Copyable)
  ) throws(Fault) -> Bool {
    var runStart = pointer
    while true {
      let stops = Scan.stringStops(Scan.word(pointer))
      if stops == 0 {
        pointer += 8
        continue
      }
      pointer += stops.trailingZeroBitCount &>> 3
      let byte = pointer.pointee
      if byte >= 0x80 {
        let length = Scan.sequenceLength(pointer)
        if length > 0 {
          pointer += length
          continue
        }
      }
      if pointer > runStart { sink.appendPlain(from: runStart - text, to: pointer - text) }
      if byte == 0x22 {
        pointer += 1
        return true
      }
      guard byte == 0x5C else {
        try refuse(pointer, text, end)
        return false
      }
      let length = Scan.escapeLength(pointer)
      if length == 0 {
        try refuseEscape(pointer, text, end)
        return false
      }
      sink.appendEscape(from: pointer - text, to: pointer + length - text)
      pointer += length
      runStart = pointer
    }
  }

  /// Whether the text ends inside a UTF-8 sequence that could still become well formed.
  static func isCutSequence(_ pointer: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
    let first = pointer[0]
    guard first >= 0xC2, first < 0xF5 else { return false }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let available = end - pointer
    if available >= length { return false }
    if available == 1 { return true }
    let second = pointer[1]
    switch first {
    case 0xE0: guard second >= 0xA0 && second < 0xC0 else { return false }
    case 0xED: guard second >= 0x80 && second < 0xA0 else { return false }
    case 0xF0: guard second >= 0x90 && second < 0xC0 else { return false }
    case 0xF4: guard second >= 0x80 && second < 0x90 else { return false }
    default: guard second & 0xC0 == 0x80 else { return false }
    }
    return available == 2 || pointer[2] & 0xC0 == 0x80
  }

  /// Throws unless an escape that is not well formed could still become so.
  private static func refuseEscape(
    _ pointer: UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) throws(Fault) {
    guard pointer[1] == 0x75 else { return try refuse(pointer + 1, text, end) }
    for index in 2..<6 where Scan.hexadecimal(pointer[index]) > 15 {
      return try refuse(pointer + index, text, end)
    }
    // Four digits are there and yet the escape is not: half of a surrogate pair. The rest of it can only be missing.
    let lowHalf: [ClosedRange<UInt8>] = [
      0x5C...0x5C, 0x75...0x75, 0x0D...0x0D, 0x0C...0x0F, 0x00...0x0F, 0x00...0x0F,
    ]
    guard Scan.fourHexadecimals(pointer + 2) < 0xDC00 else { throw Fault(offset: pointer - text) }
    for (index, allowed) in lowHalf.enumerated() {
      let place = pointer + 6 + index
      if place >= end { return }
      let value = index < 2 ? place.pointee : Scan.hexadecimal(place.pointee)
      if !allowed.contains(value) { break }
    }
    throw Fault(offset: pointer - text)
  }
}
