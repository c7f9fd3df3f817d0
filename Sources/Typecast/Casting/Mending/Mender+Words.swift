import TypecastJSON

extension Mender {
  // MARK: Numbers

  /// Reads a number, or what begins like one.
  mutating func readNumber() throws(Failure) {
    let first = at
    if let last = Scan.number(first).end, endsScalar(last) {
      at = min(last, end)
      return
    }
    var last = first
    while last < end, isNumberByte(last.pointee) { last += 1 }
    let bytes = UnsafeBufferPointer(start: first, count: last - first)
    if endsScalar(last), let number = Self.mended(bytes, isAtEnd: last >= end) {
      replace(from: first, to: last, with: number)
      record(.number, at: first, "a number was written as JSON writes it")
      at = last
      return
    }
    try readBareText()
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte | 0x20 == 0x65 || byte == 0x5F
  }

  /// Whether a scalar that is in no quotes may end here.
  private mutating func endsScalar(_ place: UnsafePointer<UInt8>) -> Bool {
    if place >= end { return true }
    switch place.pointee {
    case 0x2C, 0x5D, 0x7D, 0x29, 0x22, 0x27, 0x7B, 0x5B, 0x60, 0x3B: return true
    case 0x3A: return isAtTop
    case 0x2F: return isComment(place)
    case 0...0x20: break
    default: return false
    }
    var next = place
    Scan.skipWhitespace(&next)
    if next >= end || crossesLine(place, next) { return true }
    // `5 apples` is a text, `5 "b": …` is a number.
    guard isWordStart(next.pointee) else { return true }
    return isAtTop || (frame.kind == .object && isBareKey(at: next))
  }

  /// A number in JSON's spelling; nil for what is none.
  private static func mended(_ bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool) -> [UInt8]? {
    var rest = bytes[...]
    var result: [UInt8] = []
    if !rest.contains(where: { $0 &- 0x30 < 10 }) {
      guard isAtEnd, rest.first == 0x2D, rest.count < 3 else { return nil }
      return Array((rest.count == 1 ? "null" : "-0").utf8)
    }
    if rest.first == 0x2B {
      rest.removeFirst()
    } else if rest.first == 0x2D {
      result.append(0x2D)
      rest.removeFirst()
    }
    if rest.first == 0x2E { result.append(0x30) }
    var previous: UInt8 = 0
    for byte in rest {
      // `1_000`
      if byte == 0x5F, previous &- 0x30 < 10 { continue }
      result.append(byte)
      previous = byte
    }
    // What was cut off behind the last digit.
    while let last = result.last, last == 0x2B || last == 0x2D || last | 0x20 == 0x65 || last == 0x2E {
      guard isAtEnd || last == 0x2E, result.count > 1 else { break }
      result.removeLast()
    }
    return JSONNumber(String(decoding: result, as: UTF8.self)) == nil ? nil : result
  }

  /// Puts bytes of any number in the place of others.
  private mutating func replace(from first: UnsafePointer<UInt8>, to last: UnsafePointer<UInt8>, with bytes: [UInt8]) {
    var written = 0
    edits.add(TextEdit(offset: first - start, length: last - first, bytes: bytes.prefix(8)))
    while written + 8 < bytes.count {
      written += 8
      edits.add(TextEdit(offset: first - start, length: 0, bytes: bytes[written...].prefix(8)))
    }
  }

  // MARK: Words

  /// Reads a literal, a call or a text without quotes.
  mutating func readWord() throws(Failure) -> Step {
    if let word = Word(at, before: end), endsScalar(at + word.count) {
      if !word.isExact {
        edit(at: at, length: word.count, word.text)
        record(.literal, at: at, "a literal in another spelling")
      }
      at += word.count
      return .next
    }
    if !isAtTop, let value = Word.beginning(at, before: end) {
      let text: StaticString =
        switch value {
        case .true: "true"
        case .false: "false"
        case .null: "null"
        }
      change(.literal, length: end - at, text, "a literal that was cut off was completed")
      at = end
      return .next
    }
    if isWordStart(at.pointee) {
      var next = wordEnd(at)
      if isAtTop { Scan.skipWhitespace(&next) }
      if next < end, next.pointee == 0x28, startsArgument(next + 1) {
        change(.call, length: next + 1 - at, "", "a call around a value was left out")
        let opened = next
        at = opened
        try open(.call, closer: 0x29)
        return .value
      }
    }
    try readBareText()
    return .next
  }

  private mutating func startsArgument(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    guard next < end else { return false }
    switch next.pointee {
    case 0x22, 0x27, 0x7B, 0x5B, 0x2D, 0x30...0x39: return true
    default: return Word(next, before: end) != nil
    }
  }

  /// Reads a text that is in no quotes, up to what separates it from the next value.
  ///
  /// At the top words are prose, not a text.
  mutating func readBareText() throws(Failure) {
    if isAtTop { throw .noValue(offset) }
    let first = at
    var last = at
    var isClosed = false
    frame.valueIsText = true
    scan: while last < end {
      switch last.pointee {
      case 0x2C where endsBareText(at: last):
        break scan
      case 0x7D, 0x5D:
        if closesBareText(at: last, from: first) { break scan }
      case 0x29:
        if isOpen(where: { $0.closer == 0x29 }) { break scan }
      case 0x0A:
        if endsLine(at: last) { break scan }
      case 0x22:
        // `foo", …`: the quote in front is missing; `foo "key": …`: the comma is.
        if closesUnopened(at: last) {
          isClosed = true
          break scan
        }
        if frame.kind == .object, isKey(at: last) { break scan }
      case 0x60 where isFence(last):
        break scan
      case 0x2F where isComment(last) && last > first && last[-1] <= 0x20:
        break scan
      default:
        break
      }
      last += 1
    }
    var trimmed = min(last, end)
    while !isClosed, trimmed > first, trimmed[-1] <= 0x20 { trimmed -= 1 }
    quote(from: first, to: trimmed)
    textContent = first
    textEnd = trimmed
    record(isClosed ? .missingQuote : .bareText, at: first, "a text was put into quotes")
    at = min(last, end)
    if isClosed {
      edit(at: at, length: 1, "")
      at += 1
    } else if trimmed < at {
      at = trimmed
    }
  }

  private mutating func endsBareText(at comma: UnsafePointer<UInt8>) -> Bool {
    guard frame.kind == .object else { return true }
    var next = comma + 1
    Scan.skipWhitespace(&next)
    if next >= end || next.pointee == 0x7D || next.pointee == 0x5D { return true }
    return isKey(at: next) || isComment(next) || (next.pointee == 0x22 && !isFollowedByText(next))
  }

  private mutating func isFollowedByText(_ quote: UnsafePointer<UInt8>) -> Bool {
    var next = quote + 1
    Scan.skipWhitespace(&next)
    return next < end && !isSeparator(next.pointee)
  }

  /// Whether a brace or bracket is none of the text: one that the text did not open.
  private mutating func closesBareText(at closer: UnsafePointer<UInt8>, from first: UnsafePointer<UInt8>) -> Bool {
    let opener: UInt8 = closer.pointee == 0x7D ? 0x7B : 0x5B
    var depth = 0
    var next = closer - 1
    let limit = max(first, closer - Self.window)
    while next >= limit {
      if next.pointee == closer.pointee { depth -= 1 }
      if next.pointee == opener { depth += 1 }
      next -= 1
    }
    return depth <= 0
  }

  private mutating func endsLine(at lineEnd: UnsafePointer<UInt8>) -> Bool {
    var next = lineEnd
    Scan.skipWhitespace(&next)
    if next >= end { return true }
    switch next.pointee {
    case 0x7D, 0x5D: return true
    case 0x22: return frame.kind == .array || isKey(at: next)
    default: return frame.kind != .object || isBareKey(at: next)
    }
  }

  /// Whether a quote closes a text that none opened.
  private mutating func closesUnopened(at quote: UnsafePointer<UInt8>) -> Bool {
    var next = quote + 1
    Scan.skipWhitespace(&next)
    if next >= end { return true }
    return next.pointee == 0x2C || next.pointee == 0x7D || next.pointee == 0x5D
  }
}
