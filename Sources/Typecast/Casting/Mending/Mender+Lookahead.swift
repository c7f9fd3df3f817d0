import TypecastJSON

/// What the next few bytes look like. Nothing here looks further than `window`.
extension Mender {
  /// How far a look ahead goes.
  static let window = 256

  /// Whether a quote closes its text, going by what comes behind it.
  mutating func endsText(at quote: UnsafePointer<UInt8>, count: Int, in place: TextPlace) -> Bool {
    var next = quote + count
    let isAdjacent = next.pointee > 0x20
    Scan.skipWhitespace(&next)
    if next >= end { return true }
    let byte = next.pointee
    switch place {
    case .key:
      if byte == 0x3A || byte == 0x3D { return true }
      if byte == 0x2C || byte == 0x7D { return true }
      if Quote(next) != nil { return !isAdjacent || startsText(next) }
      if isAdjacent { return byte == 0x7B || byte == 0x5B }
      return byte == 0x7B || byte == 0x5B || byte == 0x2D || isDigit(byte) || isLiteral(next) || isComment(next)
    case .member:
      return endsMember(next, behind: quote + count)
    case .element:
      return endsElement(next, behind: quote + count)
    case .argument:
      return byte == 0x29 || byte == 0x2C
    case .top:
      switch byte {
      case 0x2C, 0x3A, 0x3B, 0x7D, 0x5D, 0x2B, 0x22, 0x60: return true
      default: return isComment(next) || crossesLine(quote + count, next)
      }
    }
  }

  private mutating func endsMember(_ next: UnsafePointer<UInt8>, behind place: UnsafePointer<UInt8>) -> Bool {
    switch next.pointee {
    case 0x7D, 0x5D:
      return isAfterClosing(next + 1, in: kindBehind(next.pointee))
    case 0x29:
      return isOpen { $0.closer == 0x29 }
    case 0x2C:
      return isAfterComma(next + 1, in: .object)
    case 0x3B:
      return isKey(at: next + 1)
    case 0x2B:
      return startsSecondText(next + 1)
    case 0x60:
      return isFence(next)
    case 0x22, 0x27, 0xE2:
      return isKey(at: next)
    default:
      return isComment(next) || (crossesLine(place, next) && isKey(at: next))
        || (place.pointee <= 0x20 && isStrayWord(next, before: 0x7D))
    }
  }

  private mutating func endsElement(_ next: UnsafePointer<UInt8>, behind place: UnsafePointer<UInt8>) -> Bool {
    switch next.pointee {
    case 0x5D, 0x7D:
      return isAfterClosing(next + 1, in: kindBehind(next.pointee))
    case 0x29:
      return isOpen { $0.closer == 0x29 }
    case 0x2C:
      return isAfterComma(next + 1, in: .array)
    case 0x3A:
      return frame.index == 0
    case 0x2B:
      return startsSecondText(next + 1)
    case 0x60:
      return isFence(next)
    case 0x22, 0x27, 0xE2:
      return Quote(next) != nil && startsText(next)
    case 0x7B, 0x5B:
      return true
    case 0x2D, 0x30...0x39:
      return place.pointee <= 0x20 && isNumber(next)
    default:
      return isComment(next)
        || (place.pointee <= 0x20 && (crossesLine(place, next) || isLiteral(next) || isStrayWord(next, before: 0x5D)))
    }
  }

  /// What is open behind a brace or bracket, which ends what is in the one that it closes, too.
  private mutating func kindBehind(_ closer: UInt8) -> Frame.Kind {
    let kind: Frame.Kind = closer == 0x7D ? .object : .array
    if frame.kind == kind { return kindAround }
    guard let closed = outerFrames.lastIndex(where: { $0.kind == kind }) else { return kindAround }
    return outerFrames[closed - 1].kind
  }

  /// Whether what comes behind a brace or bracket may do so.
  ///
  /// - Parameter kind: What is still open then.
  private mutating func isAfterClosing(_ place: UnsafePointer<UInt8>, in kind: Frame.Kind) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    if next >= end { return true }
    switch next.pointee {
    case 0x7D, 0x5D, 0x29, 0x60, 0x3B:
      return true
    case 0x2C:
      return isAfterComma(next + 1, in: kind)
    case 0x22, 0x27:
      return kind == .top || (kind == .object ? isKey(at: next) : startsText(next))
    case 0x7B, 0x5B:
      return true
    default:
      return kind == .top || isComment(next) || crossesLine(place, next)
    }
  }

  /// Whether what comes behind a comma may do so; at the top, which is neither object nor array, anything but words may.
  private mutating func isAfterComma(_ place: UnsafePointer<UInt8>, in kind: Frame.Kind) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    if next >= end { return true }
    let byte = next.pointee
    switch byte {
    case 0x2C, 0x7D, 0x5D, 0x29: return true
    case 0x2E: return next[1] == 0x2E && next[2] == 0x2E
    case 0x2F: return isComment(next)
    default: break
    }
    switch kind {
    case .object: return isKey(at: next)
    case .array, .call:
      if Quote(next) != nil { return true }
      return byte == 0x7B || byte == 0x5B || byte == 0x28 || byte == 0x2D || isDigit(byte) || isWordStart(byte)
    case .top: return byte == 0x7B || byte == 0x5B || byte == 0x2D || Quote(next) != nil || isDigit(byte)
    }
  }

  /// Whether a member comes next, behind a comma or not.
  mutating func isMember(behind place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    guard next < end, next.pointee == 0x2C else { return false }
    return isKey(at: next + 1)
  }

  /// Whether a key comes next, in quotes or not, and a colon.
  mutating func isKey(at place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    if next >= end { return false }
    if next.pointee == 0x22 { return isPlainKey(behind: next + 1) }
    guard let opening = Quote(next) else { return isBareKey(at: next) }
    next += opening.count
    let limit = min(next + Self.window, end)
    while next < limit {
      if next.pointee == 0x5C {
        next += 2
        continue
      }
      if let quote = Quote(next), quote.closes(opening) {
        next += quote.count
        Scan.skipWhitespace(&next)
        return next >= end || next.pointee == 0x3A
      }
      next += 1
    }
    return limit == end
  }

  /// Whether a closing quote comes next, behind bytes of any kind, and a colon.
  private mutating func isPlainKey(behind place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    let limit = min(next + Self.window, end)
    while next < limit {
      let stops = Scan.stringStops(Scan.word(next))
      next += stops == 0 ? 8 : stops.trailingZeroBitCount &>> 3
      if stops == 0 || next >= limit { continue }
      if next.pointee == 0x22 {
        next += 1
        Scan.skipWhitespace(&next)
        return next >= end || next.pointee == 0x3A
      }
      next += next.pointee == 0x5C ? 2 : 1
    }
    return limit == end
  }

  /// Whether a key without quotes comes next, and a colon.
  mutating func isBareKey(at place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    let first = next
    let limit = min(next + Self.window, end)
    while next < limit, isWordByte(next.pointee) { next += 1 }
    guard next > first else { return false }
    while next < limit, next.pointee == 0x20 { next += 1 }
    // `http://` is no key.
    return next < limit && next.pointee == 0x3A && !(next[1] == 0x2F && next[2] == 0x2F)
  }

  /// Whether a quote opens a text: something stands behind it that does not only separate.
  private mutating func startsText(_ quote: UnsafePointer<UInt8>) -> Bool {
    guard let opening = Quote(quote) else { return false }
    var next = quote + opening.count
    Scan.skipWhitespace(&next)
    if next >= end { return true }
    switch next.pointee {
    case 0x2C, 0x5D, 0x7D, 0x3A: return false
    default: return true
    }
  }

  private mutating func startsSecondText(_ place: UnsafePointer<UInt8>) -> Bool {
    var next = place
    Scan.skipWhitespace(&next)
    return next < end && (Quote(next) != nil || isComment(next))
  }

  func crossesLine(_ first: UnsafePointer<UInt8>, _ last: UnsafePointer<UInt8>) -> Bool {
    var next = first
    while next < last {
      if next.pointee == 0x0A { return true }
      next += 1
    }
    return false
  }

  /// Whether one word comes next, and then the end of the array or object.
  private mutating func isStrayWord(_ place: UnsafePointer<UInt8>, before closer: UInt8) -> Bool {
    guard isWordStart(place.pointee) else { return false }
    var next = wordEnd(place)
    Scan.skipWhitespace(&next)
    return next < end && next.pointee == closer
  }

  /// Whether a whole number comes next, and then something that separates.
  private mutating func isNumber(_ place: UnsafePointer<UInt8>) -> Bool {
    var decimal = Decimal()
    guard let last = decimal.scan(place) else { return false }
    return last >= end || isSeparator(last.pointee)
  }

  /// Whether `true`, `false` or `null` comes next, in some spelling, and then something that separates.
  private mutating func isLiteral(_ place: UnsafePointer<UInt8>) -> Bool {
    guard let word = Word(place, before: end) else { return false }
    return place + word.count >= end || isSeparator(place[word.count])
  }

  func isFence(_ place: UnsafePointer<UInt8>) -> Bool {
    place.pointee == 0x60 && place[1] == 0x60 && place[2] == 0x60
  }

  func isComment(_ place: UnsafePointer<UInt8>) -> Bool {
    place.pointee == 0x2F && (place[1] == 0x2F || place[1] == 0x2A)
  }

  /// Whether a byte stands between values, or ends them.
  func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x2C, 0x3A, 0x3B, 0x5B, 0x5D, 0x7B, 0x7D, 0x28, 0x29, 0x22, 0x27, 0x60: true
    default: false
    }
  }

  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  func isWordStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x24 || byte >= 0x80
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    isWordStart(byte) || isDigit(byte) || byte == 0x2D || byte == 0x2E
  }

  mutating func wordEnd(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var next = place
    while next < end, isWordByte(next.pointee) { next += 1 }
    return next
  }
}
