/// A day, such as `2026-03-01`.
public struct CalendarDate: FormattedText {
  public static var formatNumber: UInt8 { 1 }

  public let text: String

  public init(checked text: CheckedText) {
    self.text = text.string
  }
}

extension CalendarDate {
  /// The year, from 0 to 9999.
  public var year: Int { number(0..<4) }

  /// The month, from 1 to 12.
  public var month: Int { number(5..<7) }

  /// The day of the month, from 1 to 31.
  public var day: Int { number(8..<10) }

  /// How many days there are from 1970-01-01 to this one; negative before it.
  public var daysSince1970: Int {
    // Years that begin in March have the odd day at their end.
    let year = month > 2 ? self.year : self.year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// A day of the Gregorian calendar; nil if there is none such from the year 0 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard 0...9999 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
    func padded(_ number: Int, to width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: width - text.utf8.count) + text
    }
    self.init("\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))")
  }
}

extension CalendarDate: Comparable {
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.isSpeltBefore(right) }
}
