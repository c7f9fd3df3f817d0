import TypecastJSON

/// What a text was mended to, as far as that does not turn on what may still come.
struct StableJSON {
  /// What comes behind the text.
  enum End {
    /// More.
    case open
    /// Nothing, though there was to be more.
    case cutOff
    /// Nothing.
    case end
  }

  /// What kinds of values are wanted.
  struct Wanted {
    var allowsArray: Bool
    var allowsScalar: Bool

    /// Where a value of these kinds starts; nil if it is none of them. An array may stand around an object that is
    /// wanted alone.
    func start(in json: [UInt8]) -> Int? {
      guard let first = json.firstIndex(where: { $0 > 0x20 && (allowsArray || $0 != 0x5B) }) else { return nil }
      switch json[first] {
      case 0x7B, 0x5B: return first
      default: return allowsScalar ? first : nil
      }
    }
  }

  let bytes: ArraySlice<UInt8>

  /// Whether nothing is missing.
  let isWhole: Bool

  /// Nil where there is nothing that could be mended, or nothing yet.
  init?(_ text: PaddedBytes, _ end: End, depthLimit: Int, wanted: Wanted) {
    let text = UnescapedText(text)?.bytes ?? text
    // Its buffer is read up to the end.
    defer { withExtendedLifetime(text) {} }
    let candidates = Extractor.find(in: text, depthLimit: depthLimit, isGrowing: end == .open).candidates
    let bound = end == .open ? text.count - Mender.window : text.count
    var wanted = wanted
    // A text that is a value from end to end is that value.
    if end != .open, candidates.count == 1 { wanted.allowsScalar = true }
    for candidate in candidates {
      guard candidate.range.lowerBound < bound else { return nil }
      let whole = candidate.bytes
      guard let start = wanted.start(in: whole) else { continue }
      let json: [UInt8]
      if end == .open {
        isWhole = false
        json = candidate.edits.apply(to: text, in: candidate.range, settledBefore: bound)
      } else {
        // What was missing at the end was added behind the last byte.
        isWhole = end == .end && candidate.edits.edits.last.map { $0.offset < text.count } ?? true
        json = isWhole ? whole : candidate.edits.applyAsFarAsThere(to: text, in: candidate.range)
      }
      bytes = json[min(start, json.count)...]
      return
    }
    return nil
  }
}

extension TextEdits {
  /// The changed text of a range, as far as it and the changes come from bytes before a bound.
  func apply(to text: PaddedBytes, in range: Range<Int>, settledBefore bound: Int) -> [UInt8] {
    var kept = TextEdits()
    for edit in edits {
      if edit.offset >= bound { break }
      if edit.offset + edit.length > bound {
        return kept.bytes(of: text.start, in: range.lowerBound..<max(range.lowerBound, edit.offset))
      }
      kept.add(edit)
    }
    return kept.bytes(of: text.start, in: range.lowerBound..<min(range.upperBound, bound))
  }

  /// The changed text of a range that ends with the text, without what was added there: ends, and the rest of a number
  /// or literal.
  func applyAsFarAsThere(to text: PaddedBytes, in range: Range<Int>) -> [UInt8] {
    var kept = TextEdits()
    for edit in edits {
      if edit.offset >= text.count { break }
      if edit.length == 0, Self.isBeginningOfWord(text.buffer[edit.offset...]) {
        return kept.bytes(of: text.start, in: range.lowerBound..<edit.offset)
      }
      if edit.offset + edit.length >= text.count, edit.length > 0 {
        switch text.start[edit.offset] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E:
          return kept.bytes(of: text.start, in: range.lowerBound..<edit.offset)
        case 0...0x20 where edit.count == 0, 0x2C where edit.count == 0:
          // A comma that is left out still tells that the number in front of it is whole.
          kept.add(TextEdit(offset: edit.offset, length: edit.length, " "))
          continue
        default: break
        }
      }
      kept.add(edit)
    }
    return kept.bytes(of: text.start, in: range)
  }

  /// Whether a text that ends with these bytes may have been cut off in a literal.
  private static func isBeginningOfWord(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard rest.count < 10 else { return false }
    let letters = rest.map { $0 | 0x20 }
    return ["true", "false", "null", "none", "undefined"].contains { $0.utf8.starts(with: letters) }
  }
}
