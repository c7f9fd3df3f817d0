import TypecastJSON

/// Tells by what comes next whether it is JSON, or what stands around it in an answer.
struct Surroundings {
  /// The tags that thoughts stand between.
  static let thoughtTags: [(opening: StaticString, closing: StaticString)] = [
    ("<think>", "</think>"), ("<thinking>", "</thinking>"), ("<thought>", "</thought>"),
    ("<reasoning>", "</reasoning>"), ("<scratchpad>", "</scratchpad>"),
  ]

  /// Whether one of these tags has a byte behind its bracket.
  static func startsThoughtTag(_ byte: UInt8) -> Bool { byte == 0x74 || byte == 0x72 || byte == 0x73 }

  /// Where the text ends.
  let end: UnsafePointer<UInt8>

  /// `("a", "b")`, but not `(see below)`.
  func isTuple(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    while next < end, next.pointee == 0x28 || next.pointee <= 0x20 { next += 1 }
    guard next < end, Quote(next) != nil || next.pointee == 0x5B || next.pointee == 0x7B || next.pointee &- 0x30 < 10
    else {
      return false
    }
    // `(1) first` counts, `(1, 2)` is a tuple.
    let limit = min(next + 256, end)
    while next < limit, next.pointee != 0x29, next.pointee != 0x2C { next += 1 }
    return next < limit && next.pointee == 0x2C
  }

  /// `callback({…})`
  func isCall(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    while next < end, (next.pointee | 0x20) &- 0x61 < 26 || next.pointee == 0x5F || next.pointee &- 0x30 < 10 {
      next += 1
    }
    guard next > place else { return false }
    Scan.skipWhitespace(&next)
    guard next < end, next.pointee == 0x28 else { return false }
    next += 1
    Scan.skipWhitespace(&next)
    guard next < end else { return false }
    if let word = Word(next, before: end) { return next + word.count < end && next[word.count] == 0x29 }
    return next.pointee == 0x7B || next.pointee == 0x5B
  }

  /// Behind the brace a key in quotes comes next, a key and a colon, or the end.
  func looksLikeObject(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place + 1
    Scan.skipWhitespace(&next)
    if next >= end { return true }
    if next.pointee == 0x7D || Quote(next) != nil || next.pointee == 0x2F { return true }
    if next.pointee == 0x7B || next.pointee == 0x60 { return true }
    let limit = min(next + 64, end)
    while next < limit {
      let byte = next.pointee
      if byte == 0x3A { return true }
      if !((byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2D || byte == 0x20) {
        return false
      }
      next += 1
    }
    return false
  }

  /// Behind the bracket a value comes next, or the end.
  func looksLikeArray(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place + 1
    Scan.skipWhitespace(&next)
    if next >= end { return true }
    switch next.pointee {
    case 0x5D, 0x7B, 0x5B, 0x2D, 0x30...0x39, 0x2F: return true
    default:
      if Quote(next) != nil || Word(next, before: end) != nil { return true }
      // `[a, b]`, but not `[a link](…)`.
      let limit = min(next + 256, end)
      var commas = 0
      while next < limit, next.pointee != 0x5D, next.pointee != 0x0A {
        if next.pointee == 0x2C { commas += 1 }
        next += 1
      }
      return commas > 0 && next < limit && next.pointee == 0x5D && next[1] != 0x28
    }
  }

  /// What may stand between values: commas and ends that close nothing.
  func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x7D || byte == 0x5D || byte == 0x3B || byte == 0x29
  }

  /// Whether the mark of a block of code comes next.
  func isFence(_ place: UnsafePointer<UInt8>) -> Bool {
    place.pointee == 0x60 && place[1] == 0x60 && (place[2] == 0x60 || place[2] == 0x0A || isLabel(place + 2))
  }

  /// Two marks are a fence where a label and a line end follow.
  private func isLabel(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    while (next.pointee | 0x20) &- 0x61 < 26 { next += 1 }
    return next > place && next.pointee == 0x0A
  }

  /// Whether a byte may stand in the label of a block of code.
  static func isLabelByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2B
  }

  func starts(_ place: UnsafePointer<UInt8>, with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end - place >= count else { return false }
    return (0..<count).allSatisfy { place[$0] == text.utf8Start[$0] }
  }
}
