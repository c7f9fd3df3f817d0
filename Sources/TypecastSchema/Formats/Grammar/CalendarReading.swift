/// A `full-date` of RFC 3339, read from the start of a text.
struct CalendarReading {
  /// The bytes of `2024-05-01`.
  static let length = 10

  private let year: Int
  private let month: Int
  private let day: Int

  /// Reads the first ten bytes; `nil` unless they are a day of the Gregorian calendar.
  @inline(__always)
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count >= CalendarReading.length, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else {
      return nil
    }
    guard let century = Digits.pair(text, at: 0), let rest = Digits.pair(text, at: 2),
      let month = Digits.pair(text, at: 5), let day = Digits.pair(text, at: 8)
    else { return nil }
    year = century * 100 + rest
    self.month = month
    self.day = day
    guard 1...12 ~= month, day >= 1, day <= CalendarReading.days(inMonth: month, of: year) else { return nil }
  }

  /// Whether the day that lies `shift` days later (-1, 0 or 1) ends its month.
  func isLastDayOfMonth(shiftedBy shift: Int) -> Bool {
    let last = CalendarReading.days(inMonth: month, of: year)
    return shift == -1 ? day == 1 : day + shift == last
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
