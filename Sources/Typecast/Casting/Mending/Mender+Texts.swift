import TypecastJSON

extension Mender {
  /// Reads a text in quotes, of whatever kind they are.
  mutating func readText(in place: TextPlace) throws(Failure) {
    guard let opening = Quote(at) else { return }
    let isJoined = joinsText
    joinsText = false
    if isJoined { edit(at: at, length: opening.count, "") }
    if place != .key { frame.valueIsText = true }
    if opening.style == .double {
      // What is sound is passed at once.
      let scan = Scan.string(at + 1)
      if let last = scan.end, last < end, endsText(at: last, count: 1, in: place) {
        if !isJoined { textContent = at + 1 }
        textEnd = last
        at = last + 1
        if place != .key, continuesText() { try joinTexts(in: place) }
        return
      }
    }
    textStart = at
    defer { textStart = nil }
    let repeats = repeats(of: opening)
    if repeats > 1, !isJoined {
      readRepeated(repeats)
      return
    }
    var text = OpenText(opening, start: at, place: place, editCount: edits.count)
    if opening.style != .double, !isJoined {
      edit(at: at, length: opening.count, "\"")
      record(.quotes, at: at, "marks of another kind stand for quotes")
    }
    at += opening.count
    if !isJoined { textContent = at }
    while at < end {
      try checkCount()
      if try readTextPiece(&text) {
        if place != .key, continuesText() { try joinTexts(in: place) }
        return
      }
    }
    try endOpenText(&text)
  }

  /// Reads on up to the next byte that is not plain, and over it; true at the end of the text.
  private mutating func readTextPiece(_ text: inout OpenText) throws(Failure) -> Bool {
    while at < end {
      let word = Scan.word(at)
      var stops = Scan.stringStops(word)
      if text.opening.style == .single {
        stops |= Scan.stops(word, at: 0x27) | Scan.stops(word, at: 0x60)
      }
      if stops == 0 {
        at += 8
        continue
      }
      at += stops.trailingZeroBitCount &>> 3
      break
    }
    guard at < end else {
      at = end
      return false
    }
    if let quote = Quote(at) {
      if quote.closes(text.opening) {
        if endsText(at: at, count: quote.count, in: text.place) {
          return closeText(&text, by: quote)
        }
        if splitsText(&text, at: at, count: quote.count) { return true }
        text.rejected.append(at: at)
      }
      if quote.style == .double {
        edit(at: at, length: 0, "\\")
        recordInText(.innerQuote, "a quote inside of a text was escaped")
      }
      at += quote.count
      return false
    }
    readSpecialByte()
    return false
  }

  private mutating func closeText(_ text: inout OpenText, by quote: Quote) -> Bool {
    if let comma = text.missingEnd(beforeQuoteAt: at) {
      endText(text, at: comma)
      return true
    }
    if quote.style != .double { edit(at: at, length: quote.count, "\"") }
    textEnd = at
    at += quote.count
    return true
  }

  /// Ends a text whose closing quote is missing.
  mutating func endText(_ text: OpenText, at last: UnsafePointer<UInt8>) {
    edits.removeAll(from: last - start, keeping: text.editCount)
    repairs.removeAll { $0.offset >= last - start && $0.offset >= text.start - start }
    edit(at: last, length: 0, "\"")
    record(.missingQuote, at: last, "the quote that closes a text was missing")
    textEnd = last
    at = last
  }

  /// A byte that JSON has no room for in a text, an escape, or one that is not ASCII.
  private mutating func readSpecialByte() {
    let byte = at.pointee
    if byte == 0x5C {
      readEscape()
    } else if byte >= 0x80 {
      let count = Scan.sequenceLength(at)
      if count > 0 && at + count <= end {
        at += count
      } else {
        edit(at: at, length: 1, "\u{FFFD}")
        recordInText(.encoding, "a byte that is not UTF-8 was replaced")
        at += 1
      }
    } else if byte < 0x20 {
      edits.add(TextEdit(offset: offset, length: 1, bytes: Self.escape(of: byte)))
      recordInText(.controlCharacter, "a control character was escaped")
      at += 1
    } else {
      // Another mark that does not close this text.
      at += 1
    }
  }

  /// A control character as JSON writes it.
  static func escape(of byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x0A: return [0x5C, 0x6E]
    case 0x0D: return [0x5C, 0x72]
    case 0x09: return [0x5C, 0x74]
    default:
      let digits = Array("0123456789abcdef".utf8)
      return [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }

  private mutating func readEscape() {
    let next = at[1]
    if at + 1 >= end {
      edit(at: at, length: 1, "")
      recordInText(.escape, "a backslash at the end was left out")
      at = end
      return
    }
    switch next {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      at += 2
    case 0x75:
      readUnicodeEscape()
    case 0x27, 0x60, 0x80...:
      edit(at: at, length: 1, "")
      recordInText(.escape, "a backslash that escapes nothing was left out")
      at += 1
      if next < 0x80 { at += 1 }
    case 0x0A, 0x0D:
      edit(at: at, length: 1, "")
      recordInText(.escape, "a backslash in front of a line end was left out")
      at += 1
    default:
      edit(at: at, length: 0, "\\")
      recordInText(.escape, "a backslash that escapes nothing was kept as a character")
      at += 1
    }
  }

  private mutating func readUnicodeEscape() {
    let unit = Scan.fourHexadecimals(at + 2)
    if unit < 0xD800 || (unit > 0xDFFF && unit <= 0xFFFF) {
      at += 6
      return
    }
    if unit < 0xDC00, at[6] == 0x5C, at[7] == 0x75 {
      let low = Scan.fourHexadecimals(at + 8)
      if low >= 0xDC00 && low <= 0xDFFF {
        at += 12
        return
      }
    }
    if unit <= 0xFFFF {
      edit(at: at, length: 6, "\u{FFFD}")
      recordInText(.escape, "half of a surrogate pair was replaced")
      at += 6
      return
    }
    // Fewer than four digits: at the end of the text they were cut off.
    var digits = at + 2
    while digits < end, Scan.hexadecimal(digits.pointee) < 16 { digits += 1 }
    if digits >= end || (digits + 1 >= end && digits.pointee == 0x22) {
      edit(at: at, length: min(digits, end) - at, "")
      recordInText(.escape, "an escape that was cut off was left out")
      at = min(digits, end)
      return
    }
    edit(at: at, length: 0, "\\")
    recordInText(.escape, "a backslash that escapes nothing was kept as a character")
    at += 2
  }

  /// Records a change of a text once, however often it is made in it.
  mutating func recordInText(_ rule: RepairRule, _ message: String) {
    if let textStart {
      let first = textStart - start
      for repair in repairs.reversed() {
        if repair.offset < first { break }
        if repair.rule == rule { return }
      }
    }
    record(rule, at: at, message)
  }

  // MARK: Texts of several lines, and of several parts

  /// How many quotes open the text: three as in Python, two as in CSV, mostly one.
  private mutating func repeats(of opening: Quote) -> Int {
    guard opening.count == 1, at[1] == at.pointee, at + 3 < end else { return 1 }
    if at[2] == at.pointee { return at[3] == at.pointee ? 1 : 3 }
    guard !isSeparator(at[2]) else { return 1 }
    // A second pair closes what a pair opened; one quote alone would mean an empty text and a stray word.
    var next = at + 2
    let limit = min(next + Self.window, end)
    while next < limit, next.pointee != at.pointee { next += 1 }
    return next + 1 < limit && next[1] == at.pointee ? 2 : 1
  }

  /// A text in two or three quotes on either side.
  private mutating func readRepeated(_ count: Int) {
    let mark = at.pointee
    edit(at: at, length: count, "\"")
    record(.quotes, at: at, "\(count) quotes stand for one")
    at += count
    textContent = at
    while at < end {
      if at.pointee == mark, (1..<count).allSatisfy({ at[$0] == mark }) {
        edit(at: at, length: count, "\"")
        textEnd = at
        at += count
        return
      }
      if at.pointee == 0x22 {
        edit(at: at, length: 0, "\\")
        at += 1
      } else if at.pointee == 0x5C || at.pointee < 0x20 || at.pointee >= 0x80 {
        readSpecialByte()
      } else {
        at += 1
      }
    }
    at = end
    textEnd = at
    edit(at: at, length: 0, "\"")
    record(.missingQuote, at: at, "the quote that closes a text was missing")
  }

  /// Whether a `+` and another text come next, comments aside.
  private mutating func continuesText() -> Bool {
    if at.pointee == 0x2C { return false }
    var next = at
    Scan.skipWhitespace(&next)
    guard next < end, next.pointee == 0x2B else { return false }
    next += 1
    Scan.skipWhitespace(&next)
    let limit = min(next + Self.window, end)
    while next < limit, isComment(next) {
      let isLine = next[1] == 0x2F
      next += 2
      while next < limit, !(isLine ? next.pointee == 0x0A : next.pointee == 0x2A && next[1] == 0x2F) { next += 1 }
      // A comment that does not end soon hides what comes next.
      if next >= limit { return false }
      if !isLine { next += 2 }
      Scan.skipWhitespace(&next)
    }
    return next < end && Quote(next) != nil && !isFence(next)
  }

  /// `"a" + "b"` is one text.
  private mutating func joinTexts(in place: TextPlace) throws(Failure) {
    let last = textEnd
    skipBlanks()
    at += 1
    skipBlanks()
    guard Quote(at) != nil else { return }
    edits.removeAll(from: last - start, keeping: 0)
    edit(at: last, length: at - last, "")
    record(.concatenation, at: last, "texts that are added up were joined")
    joinsText = true
    try readText(in: place)
  }

  /// Puts a run of bytes into quotes.
  mutating func quote(from first: UnsafePointer<UInt8>, to last: UnsafePointer<UInt8>) {
    edit(at: first, length: 0, "\"")
    let resume = at
    at = first
    let whole = end
    end = last
    textStart = first
    while at < last {
      switch at.pointee {
      case 0x22:
        edit(at: at, length: 0, "\\")
        at += 1
      case 0x5C, 0..<0x20, 0x80...: readSpecialByte()
      default: at += 1
      }
    }
    textStart = nil
    end = whole
    edit(at: last, length: 0, "\"")
    at = resume
  }
}

extension Scan {
  /// The high bit of every byte that is the given one; exact up to and including the first.
  static func stops(_ word: UInt64, at byte: UInt8) -> UInt64 {
    let others = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
  }
}
