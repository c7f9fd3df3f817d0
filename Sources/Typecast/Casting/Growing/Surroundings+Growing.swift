import TypecastJSON

/// The same questions about a text that is still coming: nil where the answer turns on what comes next.
extension Surroundings {
  /// Whether a byte may be one of a number or literal.
  static func isScalarByte(_ byte: UInt8) -> Bool { isLabelByte(byte) || byte == 0x2E }

  /// Whether a number or literal is whole where this comes behind it.
  static func endsScalar(_ place: UnsafePointer<UInt8>) -> Bool {
    switch place.pointee {
    case 0...0x20, 0x2C, 0x3A, 0x3B, 0x5B, 0x5D, 0x7B, 0x7D, 0x28, 0x29, 0x22, 0x23, 0x27, 0x2F, 0x60: true
    // What is not UTF-8 is a fault of a text.
    case 0x80...: Scan.sequenceLength(place) == 0
    default: false
    }
  }

  /// Whether a brace opens an object.
  func tellsObject(_ brace: UnsafePointer<UInt8>) -> Bool? {
    guard let next = behindBlanks(brace + 1) else { return nil }
    if next.pointee <= 0x20 || looksLikeObject(brace) { return true }
    if end - next > Mender.window { return false }
    var last = next
    while last < end,
      last.pointee == 0x20 || last.pointee == 0x2D || Self.isLabelByte(last.pointee)
        || last.pointee == 0x5F
    {
      last += 1
    }
    // Of a quote that is not ASCII the last byte may still be missing.
    return end - last > 2 ? false : nil
  }

  /// Whether a bracket opens an array.
  func tellsArray(_ bracket: UnsafePointer<UInt8>) -> Bool? {
    guard let next = behindBlanks(bracket + 1) else { return nil }
    switch next.pointee {
    case 0...0x20, 0x5D, 0x7B, 0x5B, 0x2D, 0x30...0x39, 0x2F: return true
    default: if Quote(next) != nil { return true }
    }
    var last = next
    while last < end, last - next <= Mender.window, last.pointee != 0x5D, last.pointee != 0x0A { last += 1 }
    return end - last > 2 ? looksLikeArray(bracket) : nil
  }

  /// Whether backticks are the mark of a block of code.
  func tellsFence(_ mark: UnsafePointer<UInt8>) -> Bool? {
    var last = mark + 1
    guard last < end else { return nil }
    guard last.pointee == 0x60 else { return false }
    last += 1
    // A label that is longer is none.
    while last < end, last - mark < 32, (last.pointee | 0x20) &- 0x61 < 26 { last += 1 }
    guard last < end else { return nil }
    return last - mark < 32 && isFence(mark)
  }

  /// The number of the tag that comes next and that thoughts stand behind; -1 if none does.
  func tellsThoughts(_ place: UnsafePointer<UInt8>) -> Int? {
    if place + 1 < end, !Self.startsThoughtTag(place[1]) { return -1 }
    for (index, tag) in Self.thoughtTags.enumerated() {
      let count = min(end - place, tag.opening.utf8CodeUnitCount)
      guard (0..<count).allSatisfy({ place[$0] == tag.opening.utf8Start[$0] }) else { continue }
      return count == tag.opening.utf8CodeUnitCount ? index : nil
    }
    return -1
  }

  /// The next byte that is not blank, or a blank that is so far away that whatever follows may do so.
  private func behindBlanks(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var next = place
    let limit = min(end, place + Mender.window)
    while next < limit, next.pointee <= 0x20 { next += 1 }
    return next < end ? next : nil
  }
}
