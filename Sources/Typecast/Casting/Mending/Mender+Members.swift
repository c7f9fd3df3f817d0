import TypecastJSON

extension Mender {
  // MARK: Arrays

  /// After an element, or the start of an array: goes on to the next element or leaves the array.
  mutating func readElement(isFirst: Bool) throws(Failure) -> Step {
    let previousEnd = at
    while true {
      skipBlanks(afterOpening: isFirst)
      if isAtEnd { return try closeAll() }
      switch at.pointee {
      case 0x2C:
        if isFirst {
          change(.extraComma, length: 1, "", "a comma in front of the first element was left out")
          at += 1
          continue
        }
        return passPlainComma() ? .value : try passComma()
      case 0x5D, 0x29:
        let isStray = at.pointee == 0x29 && frame.closer != 0x29
        if isStray { leaveOutEnd() } else { return closeArray() }
      case 0x7D:
        if frame.closer == 0x7D || isOpen(where: { $0.kind == .object }) {
          return closeArrayByBrace(previousEnd)
        }
        leaveOutEnd()
      case 0x3A where !isFirst && frame.valueIsText:
        return try startMissingObject()
      case 0x3B where !isFirst:
        record(.separator, at: at, "a semicolon stands for a comma")
        return try passComma()
      case 0x3A:
        change(.strayText, length: 1, "", "a colon that belongs to nothing was left out")
        at += 1
      default:
        if !isFirst {
          edit(at: previousEnd, length: 0, ",")
          record(.missingComma, at: previousEnd, "a comma between two elements was missing")
          frame.index += 1
        }
        return .value
      }
    }
  }

  private mutating func closeArray() -> Step {
    if at.pointee == 0x29 { edit(at: at, length: 1, "]") }
    at += 1
    close()
    return .next
  }

  private mutating func leaveOutEnd() {
    change(.extraEnd, length: 1, "", "an end that closes nothing was left out")
    at += 1
  }

  /// A brace ends an array: its bracket is missing in front of it, or the brace stands for it.
  private mutating func closeArrayByBrace(_ previousEnd: UnsafePointer<UInt8>) -> Step {
    if frame.closer == 0x7D {
      edit(at: at, length: 1, "]")
      at += 1
      close()
      return .next
    }
    // `["a"}, "key": …` means a bracket: with a brace the key would belong to nothing.
    if depth == 2, kindAround == .object, isMember(behind: at + 1) {
      change(.extraEnd, length: 1, "]", "a brace stands for the bracket that closes the array")
      at += 1
      close()
      return .next
    }
    edit(at: previousEnd, length: 0, "]")
    record(.missingEnd, at: previousEnd, "the bracket that closes the array was missing")
    close()
    return .next
  }

  /// `["key": value]`: the object is there but for its braces.
  private mutating func startMissingObject() throws(Failure) -> Step {
    let array = frame
    edits.insert(TextEdit(offset: array.valueStart - start, length: 0, "{"), at: array.valueEditCount)
    record(.missingStart, at: array.valueStart, "the brace that opens an object was missing")
    let colon = at
    // It is an object now: another colon belongs to nothing.
    frame.valueIsText = false
    try open(.object, closer: 0x5D)
    frame.setKey(from: textContent, to: textEnd)
    at = colon + 1
    return .value
  }

  /// Goes past a comma with nothing but white space between it and what is sure to be the next element, as most are.
  private mutating func passPlainComma() -> Bool {
    var next = at + 1
    Scan.skipWhitespace(&next)
    guard next < end else { return false }
    switch next.pointee {
    case 0x22, 0x7B, 0x5B, 0x2D, 0x30...0x39:
      frame.index += 1
      at = next
      return true
    default: return false
    }
  }

  /// Goes past a comma between two elements or members, or leaves it out if nothing follows.
  private mutating func passComma() throws(Failure) -> Step {
    let comma = at
    let editCount = edits.count
    at += 1
    while true {
      skipBlanks()
      if isAtEnd {
        edit(at: comma, length: 1, "")
        record(.extraComma, at: comma, "a comma behind the last part was left out")
        return try closeAll()
      }
      switch at.pointee {
      case 0x2C:
        change(.extraComma, length: 1, "", "a comma too many was left out")
        at += 1
      case 0x5D, 0x7D, 0x29:
        edit(at: comma, length: 1, "")
        record(.extraComma, at: comma, "a comma behind the last part was left out")
        return .next
      default:
        frame.index += 1
        if comma.pointee == 0x3B { edit(at: comma, length: 1, ",") }
        if frame.kind == .array { return .value }
        return try readKey(behind: comma, editCount: editCount)
      }
    }
  }

  // MARK: Objects

  /// After a member, or the start of an object: goes on to the next member or leaves the object.
  mutating func readMember(isFirst: Bool) throws(Failure) -> Step {
    let previousEnd = at
    let editCount = edits.count
    while true {
      skipBlanks(afterOpening: isFirst)
      if isAtEnd { return try closeAll() }
      switch at.pointee {
      case 0x2C:
        if isFirst {
          change(.extraComma, length: 1, "", "a comma in front of the first member was left out")
          at += 1
          continue
        }
        return passKey(behind: at) ? .value : try passComma()
      case 0x7D:
        at += 1
        close()
        return .next
      case 0x5D:
        return closeObjectByBracket(previousEnd)
      case 0x29:
        if isOpen(where: { $0.closer == 0x29 }) {
          edit(at: previousEnd, length: 0, "}")
          record(.missingEnd, at: previousEnd, "the brace that closes the object was missing")
          close()
          return .next
        }
        change(.extraEnd, length: 1, "", "a parenthesis that closes nothing was left out")
        at += 1
      case 0x7B, 0x5B:
        if isFirst {
          try checkCount()
          // `{{"a": 1}}`: one pair is too many, and its end is left out as one that closes nothing.
          change(.extraEnd, length: 1, "", "a brace that opens nothing was left out")
          let isArray = at.pointee == 0x5B
          at += 1
          if isArray {
            edit(at: frame.start, length: 1, "[")
            frame.kind = .array
            frame.closer = 0x5D
            return .opened
          }
          continue
        }
        if at.pointee == 0x7B, kindAround == .top || kindAround == .array {
          edit(at: previousEnd, length: 0, "}")
          record(.missingEnd, at: previousEnd, "the brace that closes the object was missing")
          close()
          return .next
        }
        change(.strayText, length: 1, "", "a bracket that belongs to no key was left out")
        at += 1
      case 0x3A where !isFirst:
        change(.strayText, length: 1, "", "a colon that belongs to nothing was left out")
        at += 1
      case 0x3B where !isFirst:
        record(.separator, at: at, "a semicolon stands for a comma")
        return try passComma()
      default:
        if isFirst { return try readKey(behind: previousEnd, editCount: editCount) }
        if skipStrayWord() { continue }
        edit(at: previousEnd, length: 0, ",")
        record(.missingComma, at: previousEnd, "a comma between two members was missing")
        frame.index += 1
        return try readKey(behind: previousEnd, editCount: editCount)
      }
    }
  }

  /// A bracket ends an object: of an array around it the end is missing in front of it, otherwise it stands for a brace.
  private mutating func closeObjectByBracket(_ previousEnd: UnsafePointer<UInt8>) -> Step {
    if frame.closer == 0x5D {
      // Of an object whose opening brace was missing.
      edit(at: previousEnd, length: 0, "}")
      close()
      return .next
    }
    if isOpen(where: { $0.kind == .array }) {
      edit(at: previousEnd, length: 0, "}")
      record(.missingEnd, at: previousEnd, "the brace that closes the object was missing")
      close()
      return .next
    }
    change(.extraEnd, length: 1, "}", "a bracket stands for the brace that closes the object")
    at += 1
    close()
    return .next
  }

  /// Reads a key and its colon.
  ///
  /// - Parameters:
  ///   - previousEnd: Where what comes before the key ends; a comma between them lies behind.
  ///   - editCount: How many changes there were up to that place.
  private mutating func readKey(behind previousEnd: UnsafePointer<UInt8>, editCount: Int) throws(Failure) -> Step {
    if passKey(at: at) { return .value }
    if isWordStart(at.pointee) { skipWordBeforeKey() }
    let keyStart = at
    if Quote(at) != nil {
      try readText(in: .key)
      if isAtEnd, at - keyStart <= 1 {
        // Of the key there is no more than its quote.
        edits.removeAll(from: previousEnd - start, keeping: editCount)
        edit(at: previousEnd, length: end - previousEnd, "")
        return try closeAll()
      }
      frame.setKey(from: textContent, to: textEnd)
    } else {
      readBareKey()
      frame.setKey(from: keyStart, to: at)
    }
    skipBlanks()
    if isAtEnd {
      edit(at: end, length: 0, ":null")
      record(.missingValue, at: end, "the text ends behind a key; null was written")
      return try closeAll()
    }
    switch at.pointee {
    case 0x3A:
      at += 1
      return .value
    case 0x3D:
      let length = at[1] == 0x3E ? 2 : 1
      change(.separator, length: length, ":", "an equals sign stands for a colon")
      at += length
      return .value
    case 0x2D where at[1] == 0x3E:
      change(.separator, length: 2, ":", "an arrow stands for a colon")
      at += 2
      return .value
    case 0x2C where frame.index == 0:
      return startSet(keyStart)
    case 0x2C, 0x7D:
      insert(.missingValue, ":null", "a key has no value; null was written")
      return .next
    default:
      insert(.missingColon, ":", "the colon behind a key was missing")
      return .value
    }
  }

  /// `{"a", "b"}` is how some write a set: an array.
  private mutating func startSet(_ first: UnsafePointer<UInt8>) -> Step {
    edit(at: frame.start, length: 1, "[")
    frame.keyCount = -1
    record(.parentheses, at: frame.start, "braces stand for an array")
    frame.kind = .array
    frame.closer = 0x7D
    return .next
  }

  // MARK: What is sound

  /// Goes past a text, the comma behind it and the next key, if all of them are sound, as most are.
  @inline(__always)
  mutating func passTextAndKey() -> Bool {
    guard frame.kind == .object, let last = Scan.string(at + 1).end, last < end else { return false }
    return passKey(behind: last + 1)
  }

  /// Goes past a comma at a place and the key of the next member, if they are sound.
  @inline(__always)
  mutating func passKey(behind place: UnsafePointer<UInt8>) -> Bool {
    guard place.pointee == 0x2C, frame.kind == .object else { return false }
    var next = place + 1
    Scan.skipWhitespace(&next)
    guard passKey(at: next) else { return false }
    frame.index += 1
    return true
  }

  /// Goes past a key and its colon, if they are sound.
  @inline(__always)
  private mutating func passKey(at quote: UnsafePointer<UInt8>) -> Bool {
    guard quote.pointee == 0x22, let last = Scan.string(quote + 1).end, last - quote <= Self.window else {
      return false
    }
    var next = last + 1
    Scan.skipWhitespace(&next)
    guard next < end, next.pointee == 0x3A else { return false }
    frame.setKey(from: quote + 1, to: last)
    textEnd = last
    at = next + 1
    return true
  }

  /// A key without quotes, up to its colon.
  private mutating func readBareKey() {
    let first = at
    var last = at
    scan: while last < end {
      switch last.pointee {
      case 0x3A, 0x2C, 0x7B, 0x7D, 0x5B, 0x5D, 0x22, 0x0A, 0x3D: break scan
      case 0x2D where last[1] == 0x3E: break scan
      case 0x27, 0x60, 0xE2:
        if last > first, last[-1] <= 0x20, Quote(last) != nil { break scan }
        last += 1
      default: last += 1
      }
    }
    while last > first, last[-1] <= 0x20 { last -= 1 }
    quote(from: first, to: last)
    record(.bareText, at: first, "a key was put into quotes")
    at = last
  }

  /// Leaves out a word in front of a key.
  private mutating func skipWordBeforeKey() {
    var next = wordEnd(at)
    guard next.pointee <= 0x20 else { return }
    Scan.skipWhitespace(&next)
    guard next < end, next.pointee == 0x22, isKey(at: next) else { return }
    change(.strayText, length: next - at, "", "a word that belongs to no key was left out")
    at = next
  }

  /// Leaves out a word behind a member that is no key.
  private mutating func skipStrayWord() -> Bool {
    guard isWordStart(at.pointee) else { return false }
    let last = wordEnd(at)
    var next = last
    Scan.skipWhitespace(&next)
    guard next < end, next.pointee == 0x7D || next.pointee == 0x22 || next.pointee == 0x2C else { return false }
    change(.strayText, length: last - at, "", "a word that belongs to no key was left out")
    at = last
    return true
  }

  // MARK: Calls

  /// After the argument of a call such as `callback(…)`: goes past its end.
  mutating func endCall() -> Step {
    skipBlanks()
    if !isAtEnd, at.pointee == 0x29 {
      edit(at: at, length: 1, "")
      at += 1
      if depth == 1 {
        Scan.skipWhitespace(&at)
        if !isAtEnd, at.pointee == 0x3B {
          edit(at: at, length: 1, "")
          at += 1
        }
      }
    }
    close()
    return .next
  }
}
