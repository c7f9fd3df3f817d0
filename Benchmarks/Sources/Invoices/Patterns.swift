import TypecastJSON

/// Patterns of the schema, lowered to loops over bytes.
enum Patterns {
  /// `^INV-[0-9]{4}-[0-9]{5}$`
  @inline(never)
  static func invoiceNumber(_ text: JSONText) -> Bool {
    let start = text.start
    guard text.count == 14, start[0] == 0x49, start[1] == 0x4E, start[2] == 0x56, start[3] == 0x2D, start[8] == 0x2D
    else { return false }
    return digits(start, 4..<8) && digits(start, 9..<14)
  }

  /// `^[A-Z]{3}-[0-9]{4}$`
  @inline(never)
  static func sku(_ text: JSONText) -> Bool {
    text.count == 8 && capitals(text.start, 0..<3) && text.start[3] == 0x2D && digits(text.start, 4..<8)
  }

  /// `^[A-Z]{2}$`
  @inline(never)
  static func country(_ text: JSONText) -> Bool {
    text.count == 2 && capitals(text.start, 0..<2)
  }

  /// `^[0-9A-Z -]{3,10}$`
  @inline(never)
  static func postalCode(_ text: JSONText) -> Bool {
    guard text.count >= 3 && text.count <= 10 else { return false }
    for index in 0..<text.count {
      let byte = text.start[index]
      if !isDigit(byte) && !isCapital(byte) && byte != 0x20 && byte != 0x2D { return false }
    }
    return true
  }

  /// `^[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}$`
  @inline(never)
  static func email(_ text: JSONText) -> Bool {
    var at = 0
    while at < text.count {
      let byte = text.start[at]
      if !(byte >= 0x61 && byte <= 0x7A) && !isDigit(byte) && byte != 0x2E && byte != 0x5F && byte != 0x2D { break }
      at &+= 1
    }
    guard at > 0, at < text.count, text.start[at] == 0x40 else { return false }
    var lastDot = -1
    var index = at &+ 1
    while index < text.count {
      let byte = text.start[index]
      if byte == 0x2E {
        lastDot = index
      } else if !(byte >= 0x61 && byte <= 0x7A) && !isDigit(byte) && byte != 0x2D {
        return false
      }
      index &+= 1
    }
    guard lastDot > at &+ 1, text.count &- lastDot > 2 else { return false }
    index = lastDot &+ 1
    while index < text.count {
      if !(text.start[index] >= 0x61 && text.start[index] <= 0x7A) { return false }
      index &+= 1
    }
    return true
  }

  /// `YYYY-MM-DD`, a day that the month has.
  @inline(never)
  static func date(_ text: JSONText) -> Bool {
    let start = text.start
    guard text.count == 10, start[4] == 0x2D, start[7] == 0x2D, digits(start, 0..<4), digits(start, 5..<7),
      digits(start, 8..<10)
    else { return false }
    let year = number(start, 0..<4)
    let month = number(start, 5..<7)
    let day = number(start, 8..<10)
    guard month >= 1 && month <= 12 && day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let last = month == 2 ? (isLeap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31)
    return day <= last
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  @inline(__always)
  private static func digits(_ start: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where !isDigit(start[index]) { return false }
    return true
  }

  @inline(__always)
  private static func capitals(_ start: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where !isCapital(start[index]) { return false }
    return true
  }

  @inline(__always)
  private static func number(_ start: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
    var value = 0
    for index in range { value = value &* 10 &+ Int(start[index] &- 0x30) }
    return value
  }
}
