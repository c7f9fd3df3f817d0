import TypecastJSON

extension JSONError.Kind {
  static var violation: Self { Self(rawValue: "violation") }
}

/// Checks as generated code makes them; the shared ones are not inlined.
extension JSONReader {
  @inline(__always)
  mutating func string(matching isMatch: (JSONText) -> Bool) throws(JSONError) -> String {
    let start = mark
    let text = try text()
    guard isMatch(text) else { throw violation("a string that matches its pattern", at: start) }
    return text.string
  }

  @inline(never)
  mutating func string(atLeast least: Int, atMost most: Int) throws(JSONError) -> String {
    let start = mark
    let text = try text()
    // There are no more code points than bytes, and no fewer than a quarter of them.
    if text.count > most || text.count < least * 4 {
      let length = text.codePointCount
      guard length >= least && length <= most else { throw violation("\(least) to \(most) characters", at: start) }
    }
    return text.string
  }

  @inline(never)
  mutating func int(from least: Int, to most: Int) throws(JSONError) -> Int {
    let start = mark
    let value = try int()
    guard value >= least && value <= most else { throw violation("an integer from \(least) to \(most)", at: start) }
    return value
  }

  /// Rounding keeps order, so that only a value that rounds to a bound needs the exact comparison.
  @inline(never)
  mutating func double(from least: UInt64, to most: UInt64) throws(JSONError) -> Double {
    let start = mark
    let number = try number()
    let value = number.double
    if value > Double(least) && value < Double(most) { return value }
    guard number.compare(with: Decimal(least)) >= 0 && number.compare(with: Decimal(most)) <= 0 else {
      throw violation("a number from \(least) to \(most)", at: start)
    }
    return value
  }

  /// A finite number, not negative, a multiple of 0.01.
  @inline(never)
  mutating func amount() throws(JSONError) -> Double {
    let start = mark
    let number = try number()
    let value = number.double
    guard value > 0 || number.compare(with: Decimal(0)) >= 0, value.isFinite,
      number.isMultiple(of: Decimal(1, exponent: -2))
    else { throw violation("an amount in hundredths", at: start) }
    return value
  }

  @inline(never)
  mutating func notes() throws(JSONError) -> [String] {
    let start = mark
    var notes: [String] = []
    if try openArray() {
      repeat { notes.append(try string(atLeast: 1, atMost: 500)) } while try nextElement()
    }
    guard notes.count <= 20 else { throw violation("at most 20 notes", at: start) }
    return notes
  }

  @inline(never)
  mutating func violation(_ expected: String, at mark: Mark) -> JSONError {
    failure(.violation, expected: expected, at: mark)
  }

  @inline(never)
  mutating func unknown() -> JSONError {
    failure(.violation, expected: "no key \(unknownKey.string)", at: mark)
  }

  @inline(never)
  mutating func missing(_ seen: UInt64, at mark: Mark) -> JSONError {
    failure(.violation, expected: "the required key number \((~seen).trailingZeroBitCount)", at: mark)
  }
}
