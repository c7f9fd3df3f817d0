/// `date-time`: a `date-time` of RFC 3339 section 5.6.
enum DateTimeFormat: FormatRule {
  static let name = "date-time"
  static let drafts = Draft.draft4...Draft.draft2020
  static let explanation = "an RFC 3339 date and time such as 2024-05-01T12:00:00Z or 2024-05-01T14:00:00.5+02:00"

  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let separator = CalendarReading.length
    guard text.count > separator, text[separator] | 0x20 == UInt8(ascii: "t") else { return false }
    guard let date = CalendarReading(text), let time = ClockReading(text, from: separator + 1) else { return false }
    guard time.isLeapSecond else { return true }
    // A leap second ends the last day of a month in UTC (section 5.7).
    return time.isPossible && date.isLastDayOfMonth(shiftedBy: time.daysToUTC)
  }
}
