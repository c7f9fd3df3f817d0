import TypecastJSON

/// A text that is being read, as far as its end turns on what was seen in it.
struct OpenText {
  /// The last quote inside of the text that did not close it.
  struct Rejected {
    var count = 0
    var last: UnsafePointer<UInt8>?

    mutating func append(at quote: UnsafePointer<UInt8>) {
      count += 1
      last = quote
    }
  }

  let opening: Quote
  let start: UnsafePointer<UInt8>
  let place: TextPlace

  /// How many changes there were in front of the text.
  let editCount: Int

  var contentStart: UnsafePointer<UInt8>
  var rejected = Rejected()

  init(_ opening: Quote, start: UnsafePointer<UInt8>, place: TextPlace, editCount: Int) {
    self.opening = opening
    self.start = start
    self.place = place
    self.editCount = editCount
    contentStart = start + opening.count
  }

  /// Where the text ends if the quote at a place opens another one: `["a, "b"]`.
  ///
  /// A single quote inside of a text has no partner: with a comma in front of it, it opens the next text.
  func missingEnd(beforeQuoteAt quote: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    guard place == .element, opening.style == .double, rejected.count == 1, let last = rejected.last else { return nil }
    return comma(before: last)
  }

  /// The comma in front of a place, white space aside.
  func comma(before place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var last = place
    while last > contentStart, last[-1] <= 0x20 { last -= 1 }
    return last > contentStart && last[-1] == 0x2C ? last - 1 : nil
  }

  /// The end of the line in front of a place, if nothing but white space lies between.
  func lineEnd(before place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var last = place
    var crossed = false
    while last > contentStart, last[-1] <= 0x20 {
      last -= 1
      if last.pointee == 0x0A { crossed = true }
    }
    return crossed ? last : nil
  }
}

extension Mender {
  /// Ends a text in front of where a key or a value must have started inside of it, if a quote tells so.
  mutating func splitsText(_ text: inout OpenText, at quote: UnsafePointer<UInt8>, count: Int) -> Bool {
    switch text.place {
    case .key:
      // `{"key: "value"}`
      var last = quote
      while last > text.contentStart, last[-1] == 0x20 { last -= 1 }
      guard last - text.contentStart > 1, last[-1] == 0x3A else { return false }
      endText(text, at: last - 1)
      return true
    case .member, .element:
      var next = quote + count
      Scan.skipWhitespace(&next)
      if next < end, next.pointee == 0x3A, let last = text.rejected.last {
        // `"a": "text, "b": …`: the quote in front of the key was taken for one of the text.
        guard let place = text.comma(before: last) ?? text.lineEnd(before: last) else { return false }
        endText(text, at: place)
        return true
      }
      // `"a": "text, b: "…`
      guard text.place == .member, text.rejected.count == 0, let comma = commaBeforeKey(endingAt: quote, in: text)
      else {
        return false
      }
      endText(text, at: comma)
      return true
    case .top, .argument:
      return false
    }
  }

  /// The comma of a run `, key:` that ends in front of a place.
  private mutating func commaBeforeKey(endingAt place: UnsafePointer<UInt8>, in text: OpenText) -> UnsafePointer<UInt8>?
  {
    var last = place
    while last > text.contentStart, last[-1] == 0x20 { last -= 1 }
    guard last > text.contentStart, last[-1] == 0x3A else { return nil }
    last -= 1
    let keyEnd = last
    while last > text.contentStart, isWordByte(last[-1]) { last -= 1 }
    return last < keyEnd ? text.comma(before: last) : nil
  }

  /// Ends a text that has no closing quote up to the end.
  mutating func endOpenText(_ text: inout OpenText) throws(Failure) {
    at = end
    if isGrowing {
      endText(text, at: end)
      return
    }
    // Brackets and braces at the end close what is open, not the text.
    var last = end
    var open = depth
    var closed = end
    while last > text.contentStart {
      let byte = last[-1]
      if byte <= 0x20 {
        last -= 1
        continue
      }
      guard open > 0, byte == (kind(atDepth: open) == .object ? 0x7D : 0x5D) else { break }
      last -= 1
      open -= 1
      closed = last
    }
    if closed < end {
      while closed > text.contentStart, closed[-1] <= 0x20 { closed -= 1 }
      if closed > text.contentStart, closed[-1] == 0x2C { closed -= 1 }
      if text.place == .member, let comma = firstCommaBeforeKey(in: text, upTo: closed) { closed = comma }
    }
    if text.place == .key, let colon = colon(in: text, upTo: closed) { closed = colon }
    endText(text, at: closed)
  }

  private mutating func firstCommaBeforeKey(in text: OpenText, upTo last: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>?
  {
    var next = text.contentStart
    while next < last {
      if next.pointee == 0x2C, next > text.contentStart, isBareKey(at: next + 1) { return next }
      next += 1
    }
    return nil
  }

  private mutating func colon(in text: OpenText, upTo last: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var next = text.contentStart + 1
    while next < last {
      if next.pointee == 0x3A { return next }
      next += 1
    }
    return nil
  }
}
